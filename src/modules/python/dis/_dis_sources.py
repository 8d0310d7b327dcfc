"""Which source a code object comes from, and what CPython would have made of it."""
import ast
import copy
import linecache
import sys
import types
import _frames
from _dis_compiler import Code, Compiler, FUTURE_ANNOTATIONS

# What each code object has come to, with the code object.
_found = {}
# The source in which a code object is not, with the code object.
_foreign = {}
# The lines of the file that was looked at last, and its text.
_joined = [None, '']
MOST_KEPT = 1000
# The tree and the symbols of the text that was looked at last.
_last = {}


class Lacking(Exception):
    """What there is not, and the way round."""


def keep(table, real, what):
    """Notes something of a code object, which is kept as long."""
    if len(table) >= MOST_KEPT:
        del table[next(iter(table))]
    table[id(real)] = real, what


def kept(table, real):
    """What has been noted of a code object, or None."""
    known = table.get(id(real))
    return known[1] if known is not None and known[0] is real else None


def _lacking(what, instead='the source of the code'):
    raise Lacking(what, instead)


def compiled(real):
    """What CPython would make of a code object's source, which must be there."""
    if isinstance(real, Code):
        return real
    try:
        return found(real)
    except Lacking as lacking:
        what, instead = lacking.args
    _frames.not_supported(what, instead)


def found(real):
    """As `compiled`; what there is not is raised."""
    made = kept(_found, real)
    if made is None:
        copied = _frames.copied(real)
        if copied is None:
            made = _read(real)
            _tie(made, real)
        else:
            made = _copied(found(copied[0]), real, *copied)
        keep(_found, real, made)
    return made


def _read(real):
    source, mode = _source(real)
    if kept(_foreign, real) != source:
        made = _compiled_in(source, mode, real)
        if made is not None:
            return made
        keep(_foreign, real, source)
    _lacking('dis of code whose file has changed')


def _compiled_in(source, mode, real):
    """What CPython makes of it as a part of this source; None: it is none."""
    future = bool(real.co_flags & FUTURE_ANNOTATIONS)
    tree, symbols = _last.get((source, mode, future), (None, None))
    if isinstance(source, ast.AST):
        tree, source = _whole(source), ''
    elif tree is None:
        try:
            tree = ast.parse(source, real.co_filename, mode)
        except SyntaxError:
            return None
    wanted = None if real.co_name == '<module>' else real.co_firstlineno
    compiler = Compiler(source, tree, wanted, symbols, future)
    _last.clear()
    if source:
        _last[source, mode, future] = tree, compiler.symbols
    return compiler.code if wanted is None else _same(real, compiler.codes)


def _copied(made, real, original, constants):
    """That of a copy that `replace` has made."""
    made = copy.copy(made)
    made.real = real
    named = dict(zip((*made.co_varnames, *made.co_freevars), (*real.co_varnames, *real.co_freevars)))
    made.names = [named.get(name, name) for name in made.names]
    for name in 'co_name', 'co_qualname', 'co_firstlineno', 'co_filename', 'co_names', 'co_varnames', 'co_freevars', 'co_flags':
        setattr(made, name, getattr(real, name))
    by = real.co_firstlineno - original.co_firstlineno
    if by:
        made.instrs = [instr.moved(by) for instr in made.instrs]
    if constants is not None:
        made.co_consts = constants
    return made


def of_text(text, name):
    """A text's code: an expression's, or statements'."""
    try:
        real = compile(text, name, 'eval', dont_inherit=True)
    except SyntaxError:
        return of_statements(text, name)
    text = text.lstrip(' \t')
    return _known(real, Compiler(text, ast.parse(text, name, 'eval')).code)


def of_statements(text, name):
    return _known(compile(text, name, 'exec', dont_inherit=True), Compiler(text, ast.parse(text, name)).code)


def _known(real, made):
    _tie(made, real)
    keep(_found, real, made)
    return real


def _source(real):
    if sys.flags.optimize:
        _lacking('dis with python -O', 'python without -O')
    known = _frames.compiled_text(real)
    if known is not None:
        _, text, mode = known
        _refuse_single(mode)
        return text.lstrip(' \t') if mode == 'eval' else text, mode
    if '_ast_validation' in sys.modules:
        from _ast_validation import compiled as trees
        for outer, tree, mode in trees:
            if _holds(outer(), real):
                _refuse_single(mode)
                return tree, mode
    lines = linecache.getlines(real.co_filename)
    if not lines:
        _lacking('dis of code without its source', 'a function of the program')
    if _joined[0] is not lines:
        _joined[:] = lines, ''.join(lines)
    return _joined[1], 'exec'


def _whole(tree):
    """A tree whose nodes end where they begin, unless they say where."""
    for node in ast.walk(tree):
        if getattr(node, 'lineno', None) is not None:
            if getattr(node, 'end_lineno', None) is None:
                node.end_lineno = node.lineno
            if getattr(node, 'end_col_offset', None) is None:
                node.end_col_offset = node.col_offset
    return tree


def _refuse_single(mode):
    if mode == 'single':
        _lacking("dis of code of compile(…, 'single')", "'exec'")


def _nested(real):
    return [inner for inner in _frames.own_constants(real) if isinstance(inner, types.CodeType)]


def _holds(outer, real):
    return outer is real or any(_holds(inner, real) for inner in _nested(outer))


def _alike(ours, real):
    return (ours.co_name, ours.co_firstlineno) == (real.co_name, real.co_firstlineno)


def _same(real, codes):
    """That of the compiled ones: where several begin in a line, the one whose instructions stand where the real ones do."""
    codes = [code for code in codes if _alike(code, real) and code.co_qualname == real.co_qualname]
    if len(codes) > 1:
        places = {place for place in _frames.own_positions(real) if place[0] is not None}

        def common(code):
            return len(places & {(loc[0], loc[1], loc[2], loc[3]) for loc in [i.loc for i in code.instrs] if loc is not None})
        codes.sort(key=common, reverse=True)
    return codes[0] if codes else None


def _tie(ours, real):
    """Says which real code objects stand for it and those inside it."""
    ours.real, ours.co_filename = real, real.co_filename
    left = _nested(real)
    for inner in ours.co_consts:
        if isinstance(inner, Code):
            inner.co_filename = real.co_filename
            for code in left:
                if _alike(inner, code):
                    left.remove(code)
                    _tie(inner, code)
                    keep(_found, code, inner)
                    break
            else:
                _tie_apart(inner, real, left)


def _tie_apart(inner, real, left):
    """What has no code object of its own here: a scope of type parameters."""
    inner.co_filename = real.co_filename
    for deeper in inner.co_consts:
        if isinstance(deeper, Code):
            for code in left:
                if _alike(deeper, code):
                    left.remove(code)
                    _tie(deeper, code)
                    keep(_found, code, deeper)
                    break
            else:
                _tie_apart(deeper, real, left)
