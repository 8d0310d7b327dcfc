"""What `compile` refuses of a tree that the program has made (Python/Python-ast.c, Python/ast.c `_PyAST_Validate`).

No function calls itself: trees may be deep.
"""
import ast
from copy import deepcopy
from _frames import c_int
from _weakref import ref

_PLACED = ast.expr, ast.stmt, ast.excepthandler, ast.arg, ast.keyword, ast.alias, ast.pattern, ast.type_param
_PLACES = 'lineno', 'col_offset', 'end_lineno', 'end_col_offset'
_WITH_CONTEXT = ast.Attribute, ast.Subscript, ast.Starred, ast.Name, ast.List, ast.Tuple
_FORBIDDEN = 'None', 'True', 'False'
_PLAIN = type(None), type(...), int, float, complex, bool, str, bytes

# Copies of the trees of the code that was made last, the latest one first: (reference to the code, tree, mode).
compiled = []
_MOST_KEPT = 20


def keep(code, tree, mode, flags, optimize):
    """The code, whose tree dis looks at if it is compiled as it stands."""
    if optimize <= 0 and not flags & ast.PyCF_ALLOW_TOP_LEVEL_AWAIT:
        compiled[_MOST_KEPT - 1:] = []
        compiled.insert(0, (ref(code, _forget), deepcopy(tree), mode))
    return code


def _forget(gone):
    compiled[:] = [entry for entry in compiled if entry[0] is not gone]


def check(tree):
    _check_kinds(tree)
    left = [(tree, 'Load')]
    while left:
        node, context = left.pop()
        if isinstance(node, _PLACED):
            _check_place(node)
        if isinstance(node, ast.expr):
            _check_context(node, context)
        rule = _RULES.get(type(node).__name__)
        found = _parts(node) if rule is None else rule(node, context)
        left += list(found)[::-1]


# The kinds of what stands in fields.


def _int(value):
    if not isinstance(value, int):
        raise ValueError(f'invalid integer value: {value!r}')
    c_int(value)


def _check_kinds(tree):
    left = [tree]
    while left:
        node = left.pop()
        cls = type(node)
        if isinstance(node, _PLACED):
            for place in _PLACES:
                value = getattr(node, place, None)
                if value is not None or place[:3] != 'end' and hasattr(node, place):
                    _int(value)
                elif place[:3] != 'end':
                    raise TypeError(f'required field "{place}" missing from {cls._kind_name()}')
        found = []
        for field in node._fields:
            kind = cls._field_types.get(field)
            if kind is None:
                continue
            if not hasattr(node, field):
                raise TypeError(f'required field "{field}" missing from {cls.__name__}')
            value = getattr(node, field)
            if type(kind) is _LIST:
                if type(value) is not list:
                    raise TypeError(f'{cls.__name__} field "{field}" must be a list, not a {type(value).__name__}')
                kind, = kind.__args__
                for item in value:
                    _check_kind(item, kind, found)
                continue
            optional = not isinstance(kind, type)
            kind = next(part for part in kind.__args__ if part is not type(None)) if optional else kind
            _check_kind(value, kind, found)
            if value is None and not optional and kind is not object:
                raise ValueError(f"field '{field}' is required for {cls.__name__}")
        left += found[::-1]


_LIST = type(list[int])


def _check_kind(value, kind, found):
    if value is None or kind is object:
        return
    if kind is int:
        _int(value)
    elif kind is str:
        if type(value) is not str and not isinstance(value, str):
            raise TypeError('AST identifier must be of type str')
    elif issubclass(kind, ast.AST):
        if not isinstance(value, kind):
            if isinstance(value, ast.AST) or kind not in (ast.expr, ast.stmt):
                raise TypeError(f'expected some sort of {kind.__name__}, but got {value!r}')
            raise TypeError(f'required field "lineno" missing from {kind.__name__}')
        found.append(value)


# What the grammar of trees asks for.


def _check_place(node):
    line, column = node.lineno, node.col_offset
    end, end_column = (given if (given := getattr(node, place, None)) is not None else default
                       for place, default in (('end_lineno', line), ('end_col_offset', column)))
    if line > end:
        raise ValueError(f'AST node line range ({line}, {end}) is not valid')
    if line < 0 and end != line or column < 0 and column != end_column:
        raise ValueError(f'AST node column range ({column}, {end_column}) for line range ({line}, {end}) is not valid')
    if line == end and column > end_column:
        raise ValueError(f'line {line}, column {column}-{end_column} is not a valid range')


def _check_context(node, context):
    if not isinstance(node, _WITH_CONTEXT):
        if context != 'Load':
            raise ValueError(f"expression which can't be assigned to in {context} context")
        return
    if type(node) is ast.Name:
        _check_name(node.id)
    own = type(node.ctx).__name__
    if own != context:
        raise ValueError(f'expression must have {context} context but has {own} instead')


def _check_name(name):
    if name in _FORBIDDEN:
        raise ValueError(f"identifier field can't represent '{name}' constant")


def _loads(*nodes):
    return [(node, 'Load') for node in nodes if node is not None]


def _all(nodes, context='Load', kind='expression'):
    if None in nodes:
        raise ValueError(f'None disallowed in {kind} list')
    return [(node, context) for node in nodes]


def _filled(node, field):
    if not getattr(node, field):
        raise ValueError(f'empty {field} on {type(node).__name__}')


def _body(node, field='body'):
    if field == 'body':
        _filled(node, field)
    return _all(getattr(node, field), kind='statement')


def _parts(node):
    """Where nothing else is asked for: all that is in the fields."""
    found = []
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, list):
            found += _all(value, kind='statement' if field in ('body', 'orelse', 'finalbody') else 'expression') \
                if not value or not isinstance(value[0], str) else []
        elif isinstance(value, ast.AST) and not isinstance(value, (ast.expr_context, ast.operator)):
            found.append((value, 'Load'))
    return found


def _function(node, context):
    return _body(node) + _all(node.type_params) + _loads(node.args) + _all(node.decorator_list) + _loads(node.returns)


def _class(node, context):
    return _body(node) + _all(node.type_params) + _all(node.bases) + _all(node.keywords) + _all(node.decorator_list)


def _delete(node, context):
    _filled(node, 'targets')
    return _all(node.targets, 'Del')


def _assign(node, context):
    _filled(node, 'targets')
    return _all(node.targets, 'Store') + _loads(node.value)


def _target(node, context):
    return [(node.target, 'Store'), *_loads(node.value)]


def _annotated(node, context):
    if node.simple and type(node.target) is not ast.Name:
        raise TypeError('AnnAssign with simple non-Name target')
    return [(node.target, 'Store'), *_loads(node.value, node.annotation)]


def _alias_of_type(node, context):
    if type(node.name) is not ast.Name:
        raise TypeError('TypeAlias with non-Name name')
    return [(node.name, 'Store'), *_all(node.type_params), *_loads(node.value)]


def _for(node, context):
    return [(node.target, 'Store'), *_loads(node.iter), *_body(node), *_body(node, 'orelse')]


def _while(node, context):
    return _loads(node.test) + _body(node) + _body(node, 'orelse')


def _with(node, context):
    _filled(node, 'items')
    return _all(node.items) + _body(node)


def _item(node, context):
    return _loads(node.context_expr) + [(node.optional_vars, 'Store')] * (node.optional_vars is not None)


def _match(node, context):
    _filled(node, 'cases')
    return _loads(node.subject) + _all(node.cases)


def _case(node, context):
    return _loads(node.pattern, node.guard) + _body(node)


def _raise(node, context):
    if node.exc is None and node.cause is not None:
        raise ValueError('Raise with cause but no exception')
    return _loads(node.exc, node.cause)


def _try(node, context):
    name, found = type(node).__name__, _body(node)
    if not node.handlers and not node.finalbody:
        raise ValueError(f'{name} has neither except handlers nor finalbody')
    if not node.handlers and node.orelse:
        raise ValueError(f'{name} has orelse but no except handlers')
    return found + _all(node.handlers) + _body(node, 'finalbody') + _body(node, 'orelse')


def _handler(node, context):
    return _loads(node.type) + _body(node)


def _names(node, context):
    if getattr(node, 'level', None) is not None and node.level < 0:
        raise ValueError('Negative ImportFrom level')
    _filled(node, 'names')
    return ()


def _arguments(node, context):
    if len(node.defaults) > len(node.posonlyargs) + len(node.args):
        raise ValueError('more positional defaults than args on arguments')
    if len(node.kw_defaults) != len(node.kwonlyargs):
        raise ValueError('length of kwonlyargs is not the same as kw_defaults on arguments')
    return (_all(node.posonlyargs) + _all(node.args) + _loads(node.vararg) + _all(node.kwonlyargs) + _loads(node.kwarg) +
            _all(node.defaults) + _loads(*node.kw_defaults))


def _several(node, context):
    if len(node.values) < 2:
        raise ValueError('BoolOp with less than 2 values')
    return _all(node.values)


def _dict(node, context):
    if len(node.keys) != len(node.values):
        raise ValueError("Dict doesn't have the same number of keys as values")
    return _loads(*node.keys) + _all(node.values)


def _comprehended(node, context):
    if not node.generators:
        raise ValueError('comprehension with no generators')
    made = _loads(node.key, node.value) if type(node) is ast.DictComp else _loads(node.elt)
    return _all(node.generators) + made


def _generator(node, context):
    return [(node.target, 'Store'), *_loads(node.iter), *_all(node.ifs)]


def _compare(node, context):
    if not node.comparators:
        raise ValueError('Compare with no comparators')
    if len(node.comparators) != len(node.ops):
        raise ValueError('Compare has a different number of comparators and operands')
    return _all(node.comparators) + _loads(node.left)


def _constant(node, context):
    left = [node.value]
    while left:
        value = left.pop()
        if type(value) in (tuple, frozenset):
            left += [*value][::-1]
        elif type(value) not in _PLAIN:
            raise TypeError(f'got an invalid type in Constant: {type(value).__name__}')
    return ()


def _within(node, context):
    return [(node.value, context)] if type(node) is ast.Starred else _all(node.elts, context)


# Patterns; a context of 'star' is where MatchStar may stand.


def _capture(name):
    if name == '_':
        raise ValueError("can't capture name '_' in patterns")
    _check_name(name)


def _is_number(node, kinds):
    if type(node) is ast.UnaryOp and type(node.op) is ast.USub:
        node = node.operand
    return type(node) is ast.Constant and type(node.value) in kinds


def _check_literal(node):
    if type(node) is ast.Constant:
        _constant(node, 'Load')
        if type(node.value) not in (int, float, bytes, complex, str):
            raise ValueError('unexpected constant inside of a literal pattern')
    elif not (type(node) in (ast.Attribute, ast.JoinedStr) or type(node) is ast.UnaryOp and _is_number(node, (int, float, complex)) or
              type(node) is ast.BinOp and type(node.op) in (ast.Add, ast.Sub) and _is_number(node.left, (int, float)) and
              type(node.right) is ast.Constant and type(node.right.value) is complex):
        raise ValueError('patterns may only match literals and attribute lookups')


def _match_value(node, context):
    _check_literal(node.value)
    return _loads(node.value)


def _match_singleton(node, context):
    if node.value not in (None, True, False) or type(node.value) not in (bool, type(None)):
        raise ValueError('MatchSingleton can only contain True, False and None')
    return ()


def _match_mapping(node, context):
    if len(node.keys) != len(node.patterns):
        raise ValueError("MatchMapping doesn't have the same number of keys as patterns")
    if node.rest is not None:
        _capture(node.rest)
    for key in node.keys:
        if type(key) is not ast.Constant or type(key.value) not in (bool, type(None)):
            _check_literal(key)
    return _all(node.keys) + _all(node.patterns)


def _match_class(node, context):
    if len(node.kwd_attrs) != len(node.kwd_patterns):
        raise ValueError("MatchClass doesn't have the same number of keyword attributes as patterns")
    cls = node.cls
    while type(cls) is ast.Attribute:
        cls = cls.value
    if type(cls) is not ast.Name:
        raise ValueError('MatchClass cls field can only contain Name or Attribute nodes.')
    for name in node.kwd_attrs:
        _check_name(name)
    return _loads(node.cls) + _all(node.patterns) + _all(node.kwd_patterns)


def _match_star(node, context):
    if context != 'star':
        raise ValueError("can't use MatchStar here")
    if node.name is not None:
        _capture(node.name)
    return ()


def _match_as(node, context):
    if node.name is not None:
        _capture(node.name)
    elif node.pattern is not None:
        raise ValueError('MatchAs must specify a target name if a pattern is given')
    return _loads(node.pattern)


def _match_or(node, context):
    if len(node.patterns) < 2:
        raise ValueError('MatchOr requires at least 2 patterns')
    return _all(node.patterns)


_RULES = {
    'FunctionDef': _function, 'AsyncFunctionDef': _function, 'ClassDef': _class, 'Delete': _delete, 'Assign': _assign,
    'AugAssign': _target, 'NamedExpr': lambda node, context: _loads(node.value), 'AnnAssign': _annotated, 'TypeAlias': _alias_of_type, 'For': _for, 'AsyncFor': _for,
    'While': _while, 'If': _while, 'With': _with, 'AsyncWith': _with, 'withitem': _item, 'Match': _match, 'match_case': _case,
    'Raise': _raise, 'Try': _try, 'TryStar': _try, 'ExceptHandler': _handler, 'Import': _names, 'ImportFrom': _names,
    'Global': _names, 'Nonlocal': _names, 'arguments': _arguments, 'BoolOp': _several, 'Dict': _dict, 'ListComp': _comprehended,
    'SetComp': _comprehended, 'DictComp': _comprehended, 'GeneratorExp': _comprehended, 'comprehension': _generator,
    'Compare': _compare, 'Constant': _constant, 'Starred': _within, 'List': _within, 'Tuple': _within,
    'MatchValue': _match_value, 'MatchSingleton': _match_singleton,
    'MatchSequence': lambda node, context: _all(node.patterns, 'star'), 'MatchMapping': _match_mapping, 'MatchClass': _match_class,
    'MatchStar': _match_star, 'MatchAs': _match_as, 'MatchOr': _match_or,
}
