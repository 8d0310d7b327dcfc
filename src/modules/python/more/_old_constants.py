"""Classes of constants that trees had: each is what has a value of its kinds, and makes a Constant."""
import ast as _ast
from ast import Constant as _Constant


class _Old(type):
    def __instancecheck__(cls, value):
        kinds = warned_of(cls)
        if kinds is None or not isinstance(value, _Constant):
            return isinstance(value, _Constant) and type.__instancecheck__(cls, value)
        value = getattr(value, 'value', _kinds)
        return isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))


def _new(cls, *args, **kwargs):
    for key in kwargs:
        if key in cls._fields[:len(args)]:
            raise TypeError(f'{cls.__name__} got multiple values for argument {key!r}')
    if warned_of(cls) is None:
        return object.__new__(cls)
    is_ellipsis = cls.__name__ == 'Ellipsis'
    _ast._making_old = 635 if is_ellipsis else 608
    try:
        return _Constant(*((...,) if is_ellipsis else ()), *args, **kwargs)
    finally:
        _ast._making_old = None


def warned_of(cls):
    """The kinds of values of such a class, of which it warns; None: it is derived from one."""
    kinds = _kinds.get(cls)
    if kinds is not None:
        _ast._deprecated(f'ast.{cls.__name__} is deprecated and will be removed in Python 3.14; use ast.Constant instead')
    return kinds


_doc, _kinds = 'Deprecated AST node class. Use ast.Constant instead', {}
for _name, _fields in ('Num', ('n',)), ('Str', ('s',)), ('Bytes', ('s',)), ('NameConstant', ('value', 'kind')), ('Ellipsis', ()):
    _names = {'__module__': 'ast', '__doc__': _doc, '__new__': _new, '_fields': _fields}
    globals()[_name] = _Old(_name, (_Constant,), _names)
    _kinds[globals()[_name]] = _ast._OLD[_name]
