"""Python's operators as functions."""
__all__ = ['abs', 'add', 'and_', 'attrgetter', 'call', 'concat', 'contains', 'countOf', 'delitem', 'eq', 'floordiv',
           'ge', 'getitem', 'gt', 'iadd', 'iand', 'iconcat', 'ifloordiv', 'ilshift', 'imatmul', 'imod', 'imul',
           'index', 'indexOf', 'inv', 'invert', 'ior', 'ipow', 'irshift', 'is_', 'is_not', 'isub', 'itemgetter',
           'itruediv', 'ixor', 'le', 'length_hint', 'lshift', 'lt', 'matmul', 'methodcaller', 'mod', 'mul', 'ne',
           'neg', 'not_', 'or_', 'pos', 'pow', 'rshift', 'setitem', 'sub', 'truediv', 'truth', 'xor']

from _frames import type_name as _type_name
from builtins import abs as _abs
from _collections import deque as _deque
from _operator import (add, and_, attrgetter, contains, delitem, eq, floordiv, ge, getitem, gt, iadd, iand, ifloordiv,
                       ilshift, imatmul, imod, imul, index, inv, invert, ior, ipow, irshift, is_, is_not, isub,
                       itemgetter, itruediv, ixor, le, lshift, lt, matmul, methodcaller, mod, mul, ne, neg, not_, or_, pos, pow,
                       rshift, setitem, sub, truediv, truth, xor)


def abs(a, /):
    return _abs(a)


def _sequence(a):
    return hasattr(type(a), '__getitem__') and not isinstance(a, dict)


def concat(a, b, /):
    if isinstance(a, (str, bytes, bytearray, list, tuple, _deque)):
        return a + b
    return _joined(a, b, (a, b, '__add__'), (b, a, '__radd__'))


def _joined(a, b, *methods):
    if _sequence(a) and _sequence(b):
        for x, y, name in methods:
            method = getattr(type(x), name, None)
            if method is not None and (found := method(x, y)) is not NotImplemented:
                return found
    raise TypeError(f"'{_type_name(a)}' object can't be concatenated")


def _iterable(a):
    try:
        return iter(a)
    except TypeError:
        raise TypeError(f"argument of type '{_type_name(a)}' is not iterable") from None


def countOf(a, b, /):
    return sum(1 for item in _iterable(a) if item is b or item == b)


def indexOf(a, b, /):
    for at, item in enumerate(_iterable(a)):
        if item is b or item == b:
            return at
    raise ValueError('sequence.index(x): x not in sequence')


def length_hint(obj, default=0, /):
    if not isinstance(default, int):
        raise TypeError(f"'{_type_name(default)}' object cannot be interpreted as an integer")
    try:
        return len(obj)
    except TypeError:
        pass
    hint = getattr(type(obj), '__length_hint__', None)
    if hint is None:
        return default
    try:
        value = hint(obj)
    except TypeError:
        return default
    if value is NotImplemented:
        return default
    if not isinstance(value, int):
        raise TypeError(f'__length_hint__ must be an integer, not {_type_name(value)}')
    if value < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return value


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


def iconcat(a, b, /):
    if isinstance(a, (str, bytes, bytearray, list, tuple, _deque)):
        return iadd(a, b)
    return _joined(a, b, (a, b, '__iadd__'), (a, b, '__add__'), (b, a, '__radd__'))


from _frames import native as _native
_native(globals())
__lt__, __le__, __eq__, __ne__, __ge__, __gt__ = lt, le, eq, ne, ge, gt
for _name in ('not_ abs add and_ sub mul floordiv index inv invert lshift mod matmul neg or_ pos pow rshift truediv xor '
              'concat contains delitem getitem setitem call iadd iand iconcat ifloordiv ilshift imod imul imatmul ior ipow '
              'irshift isub itruediv ixor').split():
    globals()[f'__{_name.rstrip("_")}__'] = globals()[_name]
del _name
__call__ = call
