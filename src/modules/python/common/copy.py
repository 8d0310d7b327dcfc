"""Shallow and deep copying."""
import types as _types
from _weak import ref as _ref

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass

error = Error

_ATOMIC = {type(None), int, float, bool, complex, str, bytes, type, range, type(...), type(NotImplemented),
           _types.FunctionType, _types.BuiltinFunctionType, _types.CodeType, property, _types.GenericAlias,
           _types.UnionType, _types.MethodDescriptorType, _types.WrapperDescriptorType, _ref}
_absent = object()
_SHALLOW = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _ATOMIC or cls is tuple or cls is frozenset or cls is slice or issubclass(cls, type):
        return x
    if cls in _SHALLOW:
        return _SHALLOW[cls](x)
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls)  #: 88 rv = «reductor(4)»
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def _reduce(x, cls):  #: -
    import copyreg
    reductor = copyreg.dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, '__reduce_ex__', None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, '__reduce__', None)
    if reductor is None:
        raise Error(f'un(deep)copyable object of type {cls}')
    return reductor()


def _deepcopy_list(x, memo):
    y = memo[id(x)] = []
    for item in x:
        y.append(deepcopy(item, memo))  #: 197 append(«deepcopy(a, memo)»)
    return y


def _deepcopy_dict(x, memo):
    y = memo[id(x)] = {}
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)  #: 222 y[deepcopy(key, memo)] = «deepcopy(value, memo)»
    return y


def deepcopy(x, memo=None):
    """A new object whose contents are copied all through."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    y = memo.get(key, _absent)  #: 129 y = «memo.get»(d, _nil)
    if y is not _absent:
        return y
    if cls is list or cls is dict:
        copier = _deepcopy_list if cls is list else _deepcopy_dict
        y = copier(x, memo)  #: 137 y = «copier(x, memo)»
        memo.setdefault(id(memo), []).append(x)
        return y
    if cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if key in memo:
            return memo[key]
        y = x if all(a is b for a, b in zip(items, x)) else tuple(items)
    elif cls is _types.MethodType:
        y = _types.MethodType(x.__func__, deepcopy(x.__self__, memo))
    elif issubclass(cls, type):
        return x
    elif getattr(x, '__deepcopy__', None) is not None:
        y = x.__deepcopy__(memo)  #: 144 y = «copier(memo)»
    else:
        reduced = _reduce(x, cls)  #: 152 rv = «reductor(4)»
        y = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)  #: 163 y = «_reconstruct(x, memo, *rv)»
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)
    return y


def _reconstruct(x, memo, function, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep:
        args = [deepcopy(arg, memo) for arg in args]
    y = function(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)  #: 260 state = «deepcopy(state, memo)»
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def replace(obj, /, **changes):
    """A copy with some fields changed."""
    cls = obj.__class__
    function = getattr(cls, '__replace__', None)
    if function is None:
        raise TypeError(f'replace() does not support {cls.__name__} objects')  #: 305 raise TypeError(f"replace() does not support {cls.__name__} objects")
    return function(obj, **changes)  #: 306 return «func(obj, **changes)»
