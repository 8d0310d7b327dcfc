"""Dataclasses as dicts and tuples, and made of names."""
import sys as _sys

__name__ = 'dataclasses'  # where what is here is said to be  #: in dataclasses.py


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, all through nested dataclasses and containers."""
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')  #: 1358 raise TypeError("asdict() should be called on dataclass instances")
    return _as_dict(obj, dict_factory)


# What is kept as it is.
_ATOMIC = {type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), range, type, property,
           type(len), type(lambda: None)}


def _as_dict(obj, factory):
    if type(obj) in _ATOMIC:
        return obj
    if _is_instance(obj):
        return factory([(f.name, _as_dict(getattr(obj, f.name), factory)) for f in fields(obj)])
    if isinstance(obj, tuple):
        items = [_as_dict(v, factory) for v in obj]
        return type(obj)(*items) if hasattr(obj, '_fields') else type(obj)(items)
    if isinstance(obj, list):
        return type(obj)([_as_dict(v, factory) for v in obj])
    if isinstance(obj, dict):
        pairs = [(_as_dict(k, factory), _as_dict(v, factory)) for k, v in obj.items()]
        return _refilled(obj, pairs)
    import copy
    return copy.deepcopy(obj)


def _refilled(obj, pairs):
    """A dict like `obj` with other items."""
    if hasattr(type(obj), 'default_factory'):
        result = type(obj)(obj.default_factory)
        result.update(pairs)
        return result
    return type(obj)(pairs)


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple, all through nested dataclasses and containers."""
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')  #: 1450 raise TypeError("astuple() should be called on dataclass instances")
    return _as_tuple(obj, tuple_factory)


def _as_tuple(obj, factory):
    if _is_instance(obj):
        return factory([_as_tuple(getattr(obj, f.name), factory) for f in fields(obj)])
    if isinstance(obj, tuple):
        items = [_as_tuple(v, factory) for v in obj]
        return type(obj)(*items) if hasattr(obj, '_fields') else type(obj)(items)
    if isinstance(obj, list):
        return type(obj)([_as_tuple(v, factory) for v in obj])
    if isinstance(obj, dict):
        pairs = [(_as_tuple(k, factory), _as_tuple(v, factory)) for k, v in obj.items()]
        return _refilled(obj, pairs)
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """A dataclass made of names, types and fields."""
    import keyword
    namespace = dict(namespace or {})
    annotations, defaults = {}, {}
    for item in fields:  #: 1528
        if isinstance(item, str):
            name, tp = item, 'typing.Any'
        elif len(item) == 2:  #: 1532
            name, tp = item
        elif len(item) == 3:
            name, tp, default = item
            defaults[name] = default
        else:
            raise TypeError(f'Invalid field: {item!r}')  #: 1538
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')  #: 1541
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')  #: 1543
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')  #: 1545
        annotations[name] = tp
    namespace.update(defaults)
    namespace['__annotations__'] = annotations
    from types import new_class
    cls = new_class(cls_name, bases, {}, lambda ns: ns.update(namespace))  #: 1558 cls = «types.new_class(cls_name, bases, {}, exec_body_callback)»
    cls.__module__ = module or _sys._getframe(1).f_globals.get('__name__', '__main__')
    chosen = dict(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                  kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    return dataclass(cls, **chosen)  #: 1574 return «dataclass(cls, init=init, repr=repr, eq=eq, order=order,⏎                 unsafe_hash=unsafe_hash, frozen=frozen,⏎                 match_args=match_args, kw_only=kw_only, slots=slots,⏎                 weakref_slot=weakref_slot)»
