"""Abstract syntax trees: nodes, ways through them, and text made of them."""
import _frames
from keyword import iskeyword as _keyword


PyCF_ONLY_AST = 0x400
PyCF_OPTIMIZED_AST = 0x8400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
_PLACE = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
# A kind of nodes, then its classes with their fields: `?` may be None, `*` is a list.
_GRAMMAR = '''
mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body)
 | FunctionType(expr* argtypes, expr returns)
stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
 | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
 | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
 | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment)
 | TypeAlias(expr name, type_param* type_params, expr value) | AugAssign(expr target, operator op, expr value)
 | AnnAssign(expr target, expr annotation, expr? value, int simple)
 | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
 | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
 | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse)
 | With(withitem* items, stmt* body, string? type_comment) | AsyncWith(withitem* items, stmt* body, string? type_comment)
 | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause)
 | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
 | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? msg)
 | Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names)
 | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
expr = BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator op, expr right)
 | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse)
 | Dict(expr?* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators)
 | SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr value, comprehension* generators)
 | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value) | YieldFrom(expr value)
 | Compare(expr left, cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords)
 | FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values)
 | Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx)
 | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx)
 | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx) | Tuple(expr* elts, expr_context ctx)
 | Slice(expr? lower, expr? upper, expr? step)
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
comprehension = (expr target, expr iter, expr* ifs, int is_async)
excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body)
arguments = (arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg, expr* defaults)
arg = (identifier arg, expr? annotation, string? type_comment)
keyword = (identifier? arg, expr value)
alias = (identifier name, identifier? asname)
withitem = (expr context_expr, expr? optional_vars)
match_case = (pattern pattern, expr? guard, stmt* body)
pattern = MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns)
 | MatchMapping(expr* keys, pattern* patterns, identifier? rest)
 | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
 | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns)
type_ignore = TypeIgnore(int lineno, string tag)
type_param = TypeVar(identifier name, expr? bound, expr? default_value)
 | ParamSpec(identifier name, expr? default_value) | TypeVarTuple(identifier name, expr? default_value)
'''
_PLACED = ('stmt', 'expr', 'excepthandler', 'arg', 'keyword', 'alias', 'pattern', 'type_param')


class AST:
    _fields = ()
    _attributes = ()
    _field_types = {}
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        name, fields = cls.__name__, self._fields
        if len(args) > len(fields):
            plural = '' if len(fields) == 1 else 's'
            raise TypeError(f'{name} constructor takes at most {len(fields)} positional argument{plural}')
        for field, value in zip(fields, args):
            setattr(self, field, value)
        given = set(fields[:len(args)])
        for key, value in kwargs.items():
            if key in given:
                raise TypeError(f'{name} got multiple values for argument {key!r}')
            if key not in fields and key not in self._attributes:
                _deprecated(f'{name}.__init__ got an unexpected keyword argument {key!r}. Support for arbitrary '
                            'keyword arguments is deprecated and will be removed in Python 3.15.')
            setattr(self, key, value)
        given.update(kwargs)
        for field in fields:
            if field in given:
                continue
            kind = cls._field_types.get(field)
            if kind is None and field not in cls._field_types and cls._field_types:
                _deprecated(f"Field '{field}' is missing from {name}._field_types. "
                            'This will become an error in Python 3.15.')
            elif type(kind) is type(list[int]):
                setattr(self, field, [])
            elif kind is expr_context:
                setattr(self, field, Load())
            elif kind is not None and not hasattr(cls, field):
                _deprecated(f"{name}.__init__ missing 1 required positional argument: '{field}'. "
                            'This will become an error in Python 3.15.')

    def __reduce__(self):
        return _restored, (type(self),), dict(self.__dict__)


AST.__module__ = 'ast'
_frames.open_extension(AST)


_making_old = None  # the line of CPython's text on which one of the old classes makes a constant


def _deprecated(text):
    import warnings
    if _making_old:
        warnings._warn_at(text, DeprecationWarning, '<stdlib>/ast.py', _making_old, 'ast')
    else:
        warnings.warn(text, DeprecationWarning, stacklevel=2)


def _restored(cls):
    return cls.__new__(cls)


def _define():
    kinds = {'identifier': str, 'string': str, 'int': int, 'constant': object}
    rows = []
    for row in _GRAMMAR.replace('\n |', ' |').strip().splitlines():
        sum_name, _, right = row.partition(' = ')
        parts = [sum_name + right] if right.startswith('(') else right.split(' | ')
        attributes = _PLACE if sum_name in _PLACED else ()
        base = type(sum_name, (AST,), {'__module__': 'ast', '_attributes': attributes})
        if attributes:
            base.end_lineno = base.end_col_offset = None
        base.__doc__ = right if parts == [right] else f'{sum_name} = ' + f'\n{" " * len(sum_name)} | '.join(parts)
        kinds[sum_name] = base
        for part in parts:
            name, _, fields = part.strip().partition('(')
            cls = base if name == sum_name else type(name, (base,), {'__module__': 'ast'})
            cls.__doc__ = part.strip()
            globals()[name] = cls
            rows.append((cls, [field.split() for field in fields.rstrip(')').split(', ') if field]))
        globals()[sum_name] = base
    for cls, fields in rows:
        cls._fields = cls.__match_args__ = tuple(name for _, name in fields)
        cls._field_types = {}
        for kind, name in fields:
            found = kinds[kind.rstrip('?*')]
            if kind.endswith('*'):
                found = list[found]
            elif kind.endswith('?'):
                found = found | None
                setattr(cls, name, None)
            cls._field_types[name] = found
        if cls is Constant:
            cls.kind = None


_define()
_SHARED = {cls.__name__: cls() for kind in (expr_context, boolop, operator, unaryop, cmpop)
           for cls in kind.__subclasses__()}


def _built(part):
    if type(part) is list:
        return [_built(item) for item in part]
    if type(part) is not tuple:
        return part
    name, place = part[0], part[1]
    if name in _SHARED:
        return _SHARED[name]
    cls = globals()[name]
    node = cls.__new__(cls)
    values = node.__dict__
    for field, value in zip(cls._fields, part[2:]):
        values[field] = _built(value)
    if place:
        values['lineno'], values['col_offset'], values['end_lineno'], values['end_col_offset'] = place
    return node


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    """The syntax tree of a source."""
    if isinstance(source, AST):
        return source
    minor = -1
    if isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f'Unsupported major version: {major}')  #: 51 raise ValueError(f"Unsupported major version: {major}")
    elif feature_version is not None:
        minor = feature_version
    if not isinstance(minor, int):
        raise TypeError(f"'{type(minor).__name__}' object cannot be interpreted as an integer")  #: 54 return «compile(source, filename, mode, flags,⏎               _feature_version=feature_version, optimize=optimize)»
    if not -1 <= optimize <= 2:
        raise ValueError('compile(): invalid optimize value')  #: 54 return «compile(source, filename, mode, flags,⏎               _feature_version=feature_version, optimize=optimize)»
    if mode == 'func_type':
        from _function_types import parsed
        return parsed(source if isinstance(source, str) else bytes(source).decode(), filename)
    if mode not in ('exec', 'eval', 'single'):
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")  #: 54 return «compile(source, filename, mode, flags,⏎               _feature_version=feature_version, optimize=optimize)»
    tree = _built(_frames.tree(source, filename, mode))  #: 54 return «compile(source, filename, mode, flags,⏎               _feature_version=feature_version, optimize=optimize)»
    if type_comments or minor >= 0:
        text = source if isinstance(source, str) else bytes(source).decode()
        if minor >= 0:
            from _feature_versions import check
            check(tree, text, filename, minor)
        if type_comments:
            from _type_comments import add
            add(tree, text, filename)
    return _folded(tree, False) if optimize > 0 else tree


def _folded(tree, debug):
    from _dis_folding import folded
    return folded(tree, debug)


def _compile(source, filename, mode, flags, optimize):
    if flags & PyCF_ONLY_AST:
        tree = parse(source, filename, mode, type_comments=bool(flags & PyCF_TYPE_COMMENTS))
        return _folded(tree, not optimize) if flags & 0x8000 and tree is not source else tree
    kind = {'exec': Module, 'eval': Expression, 'single': Interactive}.get(mode)
    if kind is None:
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if isinstance(source, (bytearray, memoryview)):
        return compile(bytes(source), filename, mode, flags, True, optimize)
    if not isinstance(source, AST):
        raise TypeError('compile() arg 1 must be a string, bytes or AST object')
    if not isinstance(source, kind):
        raise TypeError(f'expected {kind.__name__} node, got {type(source).__name__}')
    _has_end(source)
    from _ast_validation import check, keep
    check(source)
    from _unparse import Writer
    stand_ins, changed = {}, []
    try:
        for node in walk(source):
            _give_identifiers(node, stand_ins, changed)
        text = Writer(True).text(source)
    finally:
        for node, field, value in changed:
            setattr(node, field, value)
    code = compile(text, filename, mode, flags, True, optimize)
    return keep(_frames.renamed(code, [(new, old) for old, new in stand_ins.items()]) if stand_ins else code, source, mode, flags, optimize)


def _give_identifiers(node, stand_ins, changed):
    """Puts identifiers in the place of names that are none."""
    def stand_in(name):
        if name in ('None', 'True', 'False'):
            raise ValueError(f"identifier field can't represent '{name}' constant")
        if name.isidentifier() and not _keyword(name):
            return name
        return stand_ins.setdefault(name, f'_ast_name_{len(stand_ins)}_')
    if isinstance(node, (alias, ImportFrom)):
        return
    for field in ('id', 'arg', 'attr', 'name', 'rest', 'names', 'kwd_attrs'):
        value = getattr(node, field, None)
        if type(value) is str:
            new = stand_in(value)
        elif type(value) is list:
            new = [stand_in(item) if type(item) is str else item for item in value]
        else:
            continue
        if new != value:
            changed.append((node, field, value))
            setattr(node, field, new)


def _has_end(tree):
    """Refuses a tree that holds itself, at CPython's C recursion limit."""
    left = [(tree, 0)]
    while left:
        node, depth = left.pop()
        if depth > 10000:
            raise RecursionError(f'maximum recursion depth exceeded while traversing {node._kind_name()!r} node')
        left += [(child, depth + 1) for child in iter_child_nodes(node) if child._fields][::-1]


def _kind_name(cls):
    return next(base.__name__ for base in cls.__mro__ if AST in base.__bases__)


AST._kind_name = classmethod(_kind_name)


def unparse(ast_obj):
    """A source of which the tree would be made."""
    from _unparse import Writer
    return Writer(False).text(ast_obj)


def literal_eval(node_or_string):
    """The value of text, or of a tree, that holds nothing but literals."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(' \t'), mode='eval')  #: 68 node_or_string = «parse(node_or_string.lstrip(" \t"), mode='eval')»
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _value(node_or_string)  #: 114 return «_convert(node_or_string)»


def _malformed(node):  #: in ast.py _raise_malformed_node
    text = 'malformed node or string'
    if line := getattr(node, 'lineno', None):
        text += f' on line {line}'
    raise ValueError(text + f': {node!r}')  #: 75 raise ValueError(msg + f': {node!r}')


def _number(node):  #: in ast.py _convert_num
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)  #: 78 _raise_malformed_node(node)
    return node.value


def _signed(node):  #: in ast.py _convert_signed_num
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number(node.operand)  #: 82 operand = «_convert_num(node.operand)»
        return +value if isinstance(node.op, UAdd) else -value
    return _number(node)  #: 87 return «_convert_num(node)»


def _value(node):  #: in ast.py _convert
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_value, node.elts))  #: 92 return «tuple(map(_convert, node.elts))»
    if isinstance(node, List):
        return list(map(_value, node.elts))  #: 94 return «list(map(_convert, node.elts))»
    if isinstance(node, Set):
        return set(map(_value, node.elts))  #: 96 return «set(map(_convert, node.elts))»
    if (isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set'
            and node.args == node.keywords == []):
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)  #: 102 _raise_malformed_node(node)
        return dict(zip(map(_value, node.keys), map(_value, node.values)))  #: 103 return «dict(zip(map(_convert, node.keys),⏎                map(_convert, node.values)))»
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left = _signed(node.left)  #: 106 left = «_convert_signed_num(node.left)»
        right = _number(node.right)  #: 107 right = «_convert_num(node.right)»
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)  #: 113 return «_convert_signed_num(node)»


def _old_attribute(name):
    _deprecated(f'Attribute {name} is deprecated and will be removed in Python 3.14; use value instead')


def _old_property(name):
    def get(self):
        _old_attribute(name)
        return self.value

    def put(self, value):
        _old_attribute(name)
        self.value = value
    return property(get, put)


Constant.n, Constant.s = map(_old_property, 'ns')
_OLD = {'Num': (int, float, complex), 'Str': (str,), 'Bytes': (bytes,), 'NameConstant': (bool, type(None)),
        'Ellipsis': (type(...),)}


class slice(AST):
    """What older trees have as a subscript."""


class Index(slice):
    """The value itself."""
    def __new__(cls, value, **more):
        return value


class ExtSlice(slice):
    """A tuple."""
    def __new__(cls, dims=(), **more):
        return Tuple([*dims], Load(), **more)


class Suite(mod):
    """No tree has it."""


class AugLoad(expr_context):
    """No tree has it."""


class AugStore(expr_context):
    """No tree has it."""


class Param(expr_context):
    """No tree has it."""


def __getattr__(name):
    if name not in _OLD:
        raise AttributeError(f"module 'ast' has no attribute '{name}'")  #: 1834
    import _old_constants
    globals()[name] = found = getattr(_old_constants, name)
    _old_constants.warned_of(found)
    return found


# What rests on the classes of nodes.
from _ast_trees import (NodeTransformer, NodeVisitor, copy_location, dump, fix_missing_locations, get_docstring,
                        get_source_segment, increment_lineno, iter_child_nodes, iter_fields, walk)
