"""Shallow and deep copying."""
import types as _types
from _weak import ref as _ref

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass

error = Error

# What is native here and copies itself.
_NATIVE = {_types.GenericAlias, _types.UnionType, _types.MethodDescriptorType, _types.WrapperDescriptorType}
_nil = []


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    copier = _copy_dispatch.get(cls)
    if copier is not None:
        return copier(x)  #: 72
    if cls in _NATIVE or issubclass(cls, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls)  #: 88 rv = «reductor(4)»
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def _copy_immutable(x):
    return x


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


def deepcopy(x, memo=None, _nil=_nil):
    """A new object whose contents are copied all through."""
    key = id(x)
    if memo is None:
        memo = {}
    else:
        y = memo.get(key, _nil)  #: 129 y = «memo.get»(d, _nil)
        if y is not _nil:
            return y
    cls = type(x)
    copier = _deepcopy_dispatch.get(cls)
    if copier is _deepcopy_atomic:
        return x
    if copier is not None:
        y = copier(x, memo)  #: 137 y = «copier(x, memo)»
    elif cls in _NATIVE or issubclass(cls, type):
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


def _deepcopy_atomic(x, memo):
    return x


def _deepcopy_list(x, memo, deepcopy=deepcopy):
    y = memo[id(x)] = []
    for item in x:
        y.append(deepcopy(item, memo))  #: 197 append(«deepcopy(a, memo)»)
    return y


def _deepcopy_tuple(x, memo, deepcopy=deepcopy):
    items = [deepcopy(item, memo) for item in x]  #: 202 y = [«deepcopy(a, memo)» for a in x]
    if id(x) in memo:
        return memo[id(x)]
    return x if all(a is b for a, b in zip(items, x)) else tuple(items)


def _deepcopy_dict(x, memo, deepcopy=deepcopy):
    y = memo[id(x)] = {}
    for key, value in x.items():
        value = deepcopy(value, memo)  #: 222 y[deepcopy(key, memo)] = «deepcopy(value, memo)»
        y[deepcopy(key, memo)] = value  #: 222 y[«deepcopy(key, memo)»] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))  #: 227 return type(x)(x.__func__, «deepcopy(x.__self__, memo)»)


# Programs put copiers of their own into these.
_deepcopy_dispatch = dict.fromkeys(
    (type(None), type(...), type(NotImplemented), int, float, bool, complex, bytes, str, _types.CodeType, type, range,
     _types.BuiltinFunctionType, _types.FunctionType, _ref, property), _deepcopy_atomic)
_copy_dispatch = dict.fromkeys((*_deepcopy_dispatch, tuple, frozenset, slice), _copy_immutable)
_copy_dispatch |= {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}
_deepcopy_dispatch |= {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                       _types.MethodType: _deepcopy_method}


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
