"""What older versions of the language lack, as `ast.parse(feature_version=…)` says it."""
import ast
import bisect
import io
import tokenize


def check(tree, text, filename, minor):
    """SyntaxError if something in the tree is newer than Python 3.`minor`, at the token that had been read when that was
    seen: the first."""
    text = text.replace('\r\n', '\n').replace('\r', '\n')
    if isinstance(tree, ast.Module) and text[-1:] != '\n':
        text += '\n'
    wanted = [(node, *need) for node in ast.walk(tree) for need in _needs(node) if minor < need[-1]]
    if not wanted and not (minor < 6 and '_' in text):
        return
    tokens, comment = [], None
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comment = token
            continue
        if token.type != tokenize.NL:
            # CPython's ends of lines begin with the comment.
            tokens.append(token._replace(start=comment.start) if token.type == tokenize.NEWLINE and comment else token)
        comment = None
    lines = io.StringIO(text).readlines()
    found = [(_seen(node, place, tokens, lines), -node.lineno, -node.col_offset, what, since)
             for node, place, what, since in wanted]
    if minor < 6:
        found += [(at, 0, 0, 'Underscores in numeric literals are', 6) for at, token in enumerate(tokens)
                  if token.type == tokenize.NUMBER and '_' in token.string]
    if found:
        at, _, _, what, since = min(found)
        (line, column), end = tokens[at].start, tokens[at].end[1] + 1
        if tokens[at].type in (tokenize.DEDENT, tokenize.ENDMARKER):
            # It has no place of its own.
            end = -1
            if line > len(lines):
                line, column = len(lines), len(lines[-1])
        else:
            column += 1
        raise SyntaxError(f'{what} only supported in Python 3.{since} and greater',
                          (filename, line, column, lines[line - 1], line, end))


def _seen(node, place, tokens, lines):
    """The number of the token up to which the parser has read once it knows what `place` in a node is."""
    def behind(place):
        end = place.end_lineno, len(lines[place.end_lineno - 1].encode()[:place.end_col_offset].decode())
        return bisect.bisect_left(tokens, end, key=lambda token: token.start)
    def outside(first, at, string=None):
        begin, depth = behind(first), 0
        for n in range(begin, len(tokens)):
            if n >= at and not depth and string in (None, tokens[n].string):
                return n
            depth += (tokens[n].string in ('(', '[', '{')) - (tokens[n].string in (')', ']', '}'))
    if place is node.__class__:  # `@=`
        return next(at for at in range(behind(node.target), len(tokens)) if tokens[at].string == '@=')
    if isinstance(place, list):
        # A body: its line's end, or what ends its block; of some what follows.
        first = place[0]
        begin = first.pattern if isinstance(first, ast.match_case) else (getattr(first, 'decorator_list', None) or [first])[0]
        start = begin.lineno, len(lines[begin.lineno - 1].encode()[:begin.col_offset].decode())
        at = next(at for at, token in enumerate(tokens) if token.start >= start and token.type != tokenize.INDENT)
        while tokens[at - 1].string in ('case', '@', '('):
            at -= 1
        if tokens[at - 1].type != tokenize.INDENT:
            at = next(end for end in range(at, len(tokens)) if tokens[end].type == tokenize.NEWLINE)
        else:
            depth = 1
            while depth:
                depth += (tokens[at].type == tokenize.INDENT) - (tokens[at].type == tokenize.DEDENT)
                at += 1
            at -= 1
        more = isinstance(node, ast.AsyncFor) and not node.orelse or isinstance(node, ast.TryStar) and not node.finalbody
        return at + more
    at = behind(place)
    # Brackets around an expression are not part of it: from here on, those that are opened are closed before `at`.
    if isinstance(place, ast.arg):
        return outside(node.args.posonlyargs[0], at, ':' if isinstance(node, ast.Lambda) else ')')
    if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
        part = next(part for part in node.generators if place in (part.iter, *part.ifs))
        return outside(part.target, at)
    return at


def _needs(node):
    """What is newer: the place that shows it, what it is called, and the version that has it."""
    kind = type(node).__name__
    if kind in _KINDS:
        yield _body(node) or node, *_KINDS[kind]
    elif isinstance(node, (ast.BinOp, ast.AugAssign)):
        if isinstance(node.op, ast.MatMult):
            yield node if isinstance(node, ast.BinOp) else ast.AugAssign, "The '@' operator is", 5
    elif kind in ('ListComp', 'SetComp', 'DictComp', 'GeneratorExp'):
        for part in node.generators:
            if part.is_async:
                yield (part.ifs or [part.iter])[-1], 'Async comprehensions are', 6
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) and node.args.posonlyargs:
        args = node.args
        last = [*args.posonlyargs, *args.args, *args.kwonlyargs, *filter(None, (args.vararg, args.kwarg))]
        defaults = [default for default in (*args.defaults, *args.kw_defaults) if default]
        yield _last(last, defaults), 'Positional-only parameters are', 8
    if getattr(node, 'type_params', None):
        yield node.type_params[-1], 'Type parameter lists are', 12
    if getattr(node, 'default_value', None):
        yield node, 'Type parameter defaults are', 13


def _last(args, defaults):
    """The last of the parameters, where it and its default end."""
    def end(part):
        return part.end_lineno, part.end_col_offset
    last = max(args, key=end)
    if defaults and end(default := max(defaults, key=end)) > end(last):
        return ast.arg(last.arg, lineno=last.lineno, col_offset=last.col_offset, end_lineno=default.end_lineno,
                       end_col_offset=default.end_col_offset)
    return last


def _body(node):
    """The last of a statement's bodies, or None if it has none."""
    if isinstance(node, ast.Match):
        return node.cases
    if isinstance(node, ast.TryStar):
        return node.finalbody or node.orelse or node.handlers[-1].body
    return getattr(node, 'orelse', None) or getattr(node, 'body', None)


_KINDS = {'AsyncFunctionDef': ('Async functions are', 5), 'AsyncFor': ('Async for loops are', 5),
          'AsyncWith': ('Async with statements are', 5), 'Await': ('Await expressions are', 5),
          'AnnAssign': ('Variable annotation syntax is', 6), 'NamedExpr': ('Assignment expressions are', 8),
          'Match': ('Pattern matching is', 10), 'TryStar': ('Exception groups are', 11), 'TypeAlias': ('Type statement is', 12)}
