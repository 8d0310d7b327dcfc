"""Tools for working with functions and callable objects."""
from _functools import partial, _lru_cache_wrapper, reduce
from _operator import cmp_to_key

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache',
           'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch',
           'singledispatchmethod', 'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):  #: in functools.py
    """Make a wrapper function look like the function that it wraps."""
    for name in assigned:  #: 51 for attr in «assigned»:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)  #: 57 setattr(wrapper, attr, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper() to the function decorated."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _gt_from_lt(self, other):  #: in functools.py
    'Return a > b.  Computed by @total_ordering from (not a < b) and (a != b).'
    op_result = type(self).__lt__(self, other)  #: 92
    return op_result if op_result is NotImplemented else not op_result and self != other


def _le_from_lt(self, other):  #: in functools.py
    'Return a <= b.  Computed by @total_ordering from (a < b) or (a == b).'
    op_result = type(self).__lt__(self, other)  #: 99
    return op_result if op_result is NotImplemented else op_result or self == other


def _ge_from_lt(self, other):  #: in functools.py
    'Return a >= b.  Computed by @total_ordering from (not a < b).'
    op_result = type(self).__lt__(self, other)  #: 106
    return op_result if op_result is NotImplemented else not op_result


def _ge_from_le(self, other):  #: in functools.py
    'Return a >= b.  Computed by @total_ordering from (not a <= b) or (a == b).'
    op_result = type(self).__le__(self, other)  #: 113
    return op_result if op_result is NotImplemented else not op_result or self == other


def _lt_from_le(self, other):  #: in functools.py
    'Return a < b.  Computed by @total_ordering from (a <= b) and (a != b).'
    op_result = type(self).__le__(self, other)  #: 120
    return op_result if op_result is NotImplemented else op_result and self != other


def _gt_from_le(self, other):  #: in functools.py
    'Return a > b.  Computed by @total_ordering from (not a <= b).'
    op_result = type(self).__le__(self, other)  #: 127
    return op_result if op_result is NotImplemented else not op_result


def _lt_from_gt(self, other):  #: in functools.py
    'Return a < b.  Computed by @total_ordering from (not a > b) and (a != b).'
    op_result = type(self).__gt__(self, other)  #: 134
    return op_result if op_result is NotImplemented else not (op_result or self == other)


def _ge_from_gt(self, other):  #: in functools.py
    'Return a >= b.  Computed by @total_ordering from (a > b) or (a == b).'
    op_result = type(self).__gt__(self, other)  #: 141
    return op_result if op_result is NotImplemented else op_result or self == other


def _le_from_gt(self, other):  #: in functools.py
    'Return a <= b.  Computed by @total_ordering from (not a > b).'
    op_result = type(self).__gt__(self, other)  #: 148
    return op_result if op_result is NotImplemented else not op_result


def _le_from_ge(self, other):  #: in functools.py
    'Return a <= b.  Computed by @total_ordering from (not a >= b) or (a == b).'
    op_result = type(self).__ge__(self, other)  #: 155
    return op_result if op_result is NotImplemented else not op_result or self == other


def _gt_from_ge(self, other):  #: in functools.py
    'Return a > b.  Computed by @total_ordering from (a >= b) and (a != b).'
    op_result = type(self).__ge__(self, other)  #: 162
    return op_result if op_result is NotImplemented else op_result and self != other


def _lt_from_ge(self, other):  #: in functools.py
    'Return a < b.  Computed by @total_ordering from (not a >= b).'
    op_result = type(self).__ge__(self, other)  #: 169
    return op_result if op_result is NotImplemented else not op_result


_ORDERINGS = {
    '__lt__': (('__gt__', _gt_from_lt), ('__le__', _le_from_lt), ('__ge__', _ge_from_lt)),
    '__le__': (('__ge__', _ge_from_le), ('__lt__', _lt_from_le), ('__gt__', _gt_from_le)),
    '__gt__': (('__lt__', _lt_from_gt), ('__ge__', _ge_from_gt), ('__le__', _le_from_gt)),
    '__ge__': (('__le__', _le_from_ge), ('__gt__', _gt_from_ge), ('__lt__', _lt_from_ge)),
}


def total_ordering(cls):  #: in functools.py
    """Class decorator that fills in the ordering methods that are missing."""
    given = {name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)}
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')  #: 194
    root = next(name for name in ('__lt__', '__le__', '__gt__', '__ge__') if name in given)
    for name, function in _ORDERINGS[root]:
        if name not in given:
            function.__name__ = name
            setattr(cls, name, function)
    return cls


class partialmethod:
    """A method with some arguments given already."""
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func, /, *args, **keywords):  #: in functools.py
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')  #: 368 raise TypeError("{!r} is not callable or a descriptor"⏎                     .format(func))
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        shown = [repr(self.func), *map(repr, self.args), *(f'{k}={v!r}' for k, v in self.keywords.items())]
        return f'functools.partialmethod({", ".join(shown)})'

    def __get__(self, obj, cls=None):
        getter = getattr(type(self.func), '__get__', None)
        if getter is not None:
            bound = getter(self.func, obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


def lru_cache(maxsize=128, typed=False):  #: in functools.py
    """Decorator that remembers the results of the calls used last."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _decorate_cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')  #: 536 raise TypeError(⏎    'Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _decorate_cached(user_function, maxsize, typed)  #: 540 wrapper = «_lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)»
    return decorating_function


def _decorate_cached(function, maxsize, typed):  #: -
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _cache_info)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


# Where names come from that CPython's text imports.
_ELSEWHERE = {'RLock': '_thread', 'GenericAlias': 'types', 'recursive_repr': 'reprlib', 'get_cache_token': 'abc',
              'namedtuple': 'collections'}


def __getattr__(name):
    """The class of what `cache_info` gives is made once it is asked for, and so is what comes from elsewhere."""
    if name in _ELSEWHERE:
        found = getattr(__import__(_ELSEWHERE[name]), name)
    elif name == '_CacheInfo':
        from collections import namedtuple
        found = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')
    else:
        raise AttributeError(f"module 'functools' has no attribute {name!r}")
    return globals().setdefault(name, found)


def _cache_info(*counts):  #: -
    if '_CacheInfo' not in globals():
        __getattr__('_CacheInfo')
    return _CacheInfo(*counts)


class _HashedSeq(list):
    """Arguments as a key whose hash is made once."""
    __slots__ = ('hashvalue',)

    def __init__(self, tup, hash=hash):  #: in functools.py
        super().__init__(tup)
        self.hashvalue = hash(tup)  #: 463 self.hashvalue = «hash(tup)»

    def __hash__(self):
        return self.hashvalue


_KEYWORDS_FOLLOW = (object(),)


def _make_key(args, kwds, typed):  #: in functools.py
    """What a cache keeps the result of a call under."""
    key = args
    if kwds:
        key += _KEYWORDS_FOLLOW + sum(kwds.items(), ())
    if typed:
        key += tuple(map(type, args)) + tuple(map(type, kwds.values()))
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return _HashedSeq(key)  #: 497


def cache(user_function, /):
    """Decorator that remembers the results of all calls."""
    return lru_cache(maxsize=None)(user_function)  #: 674


class cached_property:
    """A property computed once and then stored in the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):  #: in functools.py
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            text = f'Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).'
            raise TypeError(text)  #: 1016 raise TypeError(⏎    "Cannot assign the same cached_property to two different names "⏎    f"({self.attrname!r} and {name!r})."⏎)

    def __get__(self, instance, owner=None):  #: in functools.py
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')  #: 1025 raise TypeError(⏎    "Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            text = f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property."
            raise TypeError(text) from None  #: 1034 raise TypeError(msg) from None
        if self.attrname in values:
            return values[self.attrname]
        value = self.func(instance)  #: 1037 val = «self.func(instance)»
        if isinstance(values, dict):
            values[self.attrname] = value
        else:
            text = (f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                    f'does not support item assignment for caching {self.attrname!r} property.')
            raise TypeError(text) from None  #: 1045 raise TypeError(msg) from None
        return value

    __class_getitem__ = classmethod(type(list[int]))


def _merged(orders):
    """One order of classes that keeps all these (C3)."""
    merged = []
    while orders := [order for order in orders if order]:
        for order in orders:
            first = order[0]
            if not any(first in other[1:] for other in orders):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        merged.append(first)
        orders = [order[1:] if order[0] is first else order for order in orders]
    return merged


def _order_with(cls, abstract):
    """A class's order with the abstract classes that it is registered with, right behind those that inherit."""
    bases = list(cls.__bases__)
    at = max((n for n, base in enumerate(bases, 1) if hasattr(base, '__abstractmethods__')), default=0)
    own = [a for a in abstract if issubclass(cls, a) and not any(issubclass(base, a) for base in bases)]
    abstract = [a for a in abstract if a not in own]
    groups = bases[:at], own, bases[at:]
    return _merged([[cls]] + [_order_with(c, abstract) for group in groups for c in group] + [list(g) for g in groups])


def _order_among(cls, registered):
    """The order of a class and of those registered classes that it counts as an instance of."""
    order = set(cls.__mro__)
    related = [c for c in registered if c not in order and hasattr(c, '__mro__') and issubclass(cls, c)]
    related = [c for c in related if not any(c is not other and c in other.__mro__ for other in related)]
    abstract = []
    for c in related:
        found = [[s for s in sub.__mro__ if s in registered and s in related] for sub in c.__subclasses__()
                 if sub not in order and issubclass(cls, sub)]
        found.sort(key=len, reverse=True)
        for near in [near for line in found for near in line] if found else [c]:
            if near not in abstract:
                abstract.append(near)
    return _order_with(cls, abstract)


def _find_implementation(cls, registry):
    """The function registered for the class nearest to `cls`."""
    match = None
    for c in _order_among(cls, registry):
        if match is not None:
            if (c in registry and c not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, c)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {c}')
            break
        if c in registry:
            match = c
    return registry.get(match)


def singledispatch(func):
    """Turn a function into a generic one, chosen by the class of its first argument."""
    import types
    from abc import get_cache_token as _abc_token
    registry = {}
    dispatch_cache = {}
    # What classes have been registered at abstract ones changes what is found.
    cache_token = None

    def dispatch(cls):
        nonlocal cache_token
        if cache_token is not None and cache_token != _abc_token():
            cache_token = _abc_token()
            dispatch_cache.clear()
        try:
            return dispatch_cache[cls]
        except KeyError:
            implementation = dispatch_cache[cls] = _find_implementation(cls, registry)
            return implementation

    def members(cls):
        if isinstance(cls, types.UnionType):
            return cls.__args__
        if getattr(cls, '__origin__', None) is not None and hasattr(cls, '__args__') and not isinstance(cls, type):
            import typing
            return cls.__args__ if cls.__origin__ is typing.Union else None
        return (cls,) if isinstance(cls, type) and not isinstance(cls, types.GenericAlias) else None

    def register(cls, func=None):  #: in functools.py
        nonlocal cache_token
        classes = members(cls)
        if classes is not None and all(isinstance(c, type) for c in classes):
            if func is None:
                return lambda f: register(cls, f)  #: 882
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')  #: 885 raise TypeError(⏎⏎⏎)
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                text = f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain `@register` on ' \
                       'an annotated function.'
                raise TypeError(text)  #: 891 raise TypeError(⏎⏎⏎⏎)
            func = cls
            from typing import get_type_hints
            name, cls = next(iter(get_type_hints(func).items()))  #: 900 argname, cls = next(iter(«get_type_hints(func)».items()))
            classes = members(cls)
            if classes is None or not all(isinstance(c, type) for c in classes):
                if classes is not None and len(classes) > 1:
                    raise TypeError(f'Invalid annotation for {name!r}. {cls!r} not all arguments are classes.')  #: 903 raise TypeError(⏎⏎⏎)
                raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')  #: 908 raise TypeError(⏎⏎⏎)
        for one in classes:
            registry[one] = func
            if cache_token is None and hasattr(one, '__abstractmethods__'):
                cache_token = _abc_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):  #: in functools.py
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')  #: 927 raise TypeError(f'{funcname} requires at least '⏎                '1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)  #: 929

    name = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = dispatch_cache.clear
    update_wrapper(wrapper, func)  #: 937
    return wrapper


class singledispatchmethod:
    """A generic method, chosen by the class of its first argument after self."""

    def __init__(self, func):  #: in functools.py
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')  #: 951 raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)  #: 953
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)  #: 964

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):  #: in functools.py
            if not args:
                raise TypeError(f'{name} requires at least 1 positional argument')  #: 981 raise TypeError(f'{funcname} requires at least '⏎                '1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)  #: 983

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
