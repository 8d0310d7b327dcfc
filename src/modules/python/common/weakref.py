"""Weak references, and containers of them."""
from _frames import extension as _extension, final as _final, unseen as _unseen
from _weak import _Proxy, _proxy, _target as _get, getweakrefcount, getweakrefs, ref
from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping, MutableSet as _MutableSet

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyTypes',
           'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize', 'CallableProxyType', 'ProxyType']
ReferenceType = ref


class ProxyType(_Proxy):
    """Stands for an object while it lives."""
    __slots__ = ()

    def __getattribute__(self, name):  #: -
        return getattr(_target(self), name)

    def __setattr__(self, name, value):  #: -
        setattr(_target(self), name, value)

    def __delattr__(self, name):  #: -
        delattr(_target(self), name)

    def __repr__(self):  #: -
        target = _get(self)
        shown = f'to {_qualified(type(target))!r} at {id(target):#x}' if target is not None else 'dead'
        return f'<weakproxy at {id(self):#x}; {shown}>'

    __hash__ = None


def _qualified(kind):
    prefix = '' if kind.__module__ in ('builtins', '__main__') else kind.__module__ + '.'
    return prefix + kind.__qualname__


def _target(proxy):  #: -
    found = _get(proxy)
    if found is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return found


class CallableProxyType(_Proxy):
    __slots__ = ()

    def __call__(self, /, *args, **kwargs):  #: -
        return _target(self)(*args, **kwargs)


def _plain(value):
    return _target(value) if isinstance(value, _Proxy) else value


def _forward(name, function):
    def method(self, *args):  #: -
        return function(*[_plain(value) for value in (self, *args)])
    method.__name__ = name
    for kind in ProxyTypes:
        setattr(kind, name, method)


def _forward_all():
    import operator
    for name in 'add sub mul matmul truediv floordiv mod pow and or xor lshift rshift'.split():
        function = getattr(operator, name + '_' * (name in ('and', 'or')))
        _forward(f'__{name}__', pow if name == 'pow' else function)
        _forward(f'__r{name}__', lambda self, other, function=function: function(other, self))
        _forward(f'__i{name}__', getattr(operator, 'i' + name))
    for name in 'getitem setitem delitem contains eq ne lt le gt ge neg pos abs invert index'.split():
        _forward(f'__{name}__', getattr(operator, name))
    for function in (str, bool, len, iter, int, float, reversed, bytes, divmod):
        _forward(f'__{function.__name__}__', function)
    _forward('__rdivmod__', lambda self, other: divmod(other, self))


def _next(iterator):
    if not hasattr(type(iterator), '__next__'):
        raise TypeError('Weakref proxy referenced a non-iterator ' + repr(type(iterator).__name__) + ' object')
    return next(iterator)


ProxyTypes = ProxyType, CallableProxyType
for _each in '__getattribute__', '__setattr__', '__delattr__', '__repr__', '__hash__':
    setattr(CallableProxyType, _each, vars(ProxyType)[_each])
_forward_all()
_forward('__next__', _next)
for _each in ProxyTypes:
    _extension(_each)
    _final(_each)
_unseen(_Proxy)


def proxy(object, callback=None, /):  #: -
    return _proxy(CallableProxyType if callable(object) else ProxyType, object, callback)


class WeakMethod(ref):
    """A reference to a bound method that lives as long as its object."""

    def __new__(cls, meth, callback=None):
        try:
            object, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None  #: 51 «raise TypeError("argument should be a bound method, not {}"⏎                .format(type(meth))) from None»
        def gone(_):
            this = own()
            if this is not None and not this._told:
                this._told = True
                if callback is not None:
                    callback(this)

        self = ref.__new__(cls, object, gone)
        own = ref(self)
        self._function, self._kind, self._told = ref(function, gone), type(meth), False
        return self

    def __call__(self):
        object, function = super().__call__(), self._function()
        return None if object is None or function is None else self._kind(function, object)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self() is None or other() is None:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    __hash__ = ref.__hash__


def _copied(first, second):
    if not isinstance(second, _Mapping):
        return NotImplemented
    made = first.copy()
    made.update(second)
    return made


class _Union(_MutableMapping):
    """The operators of dicts."""

    def __or__(self, other):
        return _copied(self, other)

    def __ror__(self, other):
        return _copied(type(self)(other), self) if isinstance(other, _Mapping) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def _pairs(other):
    """What an update gives, as a dict takes it."""
    return (other if hasattr(other, 'items') else dict(other)).items()


class KeyedRef(ref):
    """A reference to a value that knows the value's key."""
    __slots__ = 'key',

    def __new__(type, ob, callback, key):
        made = ref.__new__(type, ob, callback)  #: 348 self = «ref.__new__(type, ob, callback)»
        made.key = key
        return made

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


def _keyed_remover(owner):
    """What takes the item of a dead reference out of the owner's data, without keeping the owner."""

    def gone(reference, me=ref(owner)):
        owner = me()
        if owner is not None and owner.data.get(reference.key) is reference:
            del owner.data[reference.key]
    return gone


class WeakValueDictionary(_Union):
    """A mapping whose items go with their values."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self._remove = _keyed_remover(self)
        self.update(other, **kw)  #: 119

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in _pairs(other):
                self.data[key] = KeyedRef(value, self._remove, key)  #: 297 d[key] = «KeyedRef(o, self._remove, key)»
        for key, value in kwargs.items():
            self.data[key] = KeyedRef(value, self._remove, key)  #: 299 d[key] = «KeyedRef(o, self._remove, key)»

    def get(self, key, default=None):
        found = self.data.get(key)
        value = None if found is None else found()
        return default if value is None else value

    def setdefault(self, key, default=None):
        found = self.get(key)
        if found is not None:
            return found
        self.data[key] = KeyedRef(default, self._remove, key)  #: 284 self.data[key] = «KeyedRef(default, self._remove, key)»
        return default

    def pop(self, key, *args):
        found = self.data.pop(key, None)
        value = None if found is None else found()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def __getitem__(self, key):
        value = self.data[key]()  #: 136 o = «self.data[key]»()
        if value is None:
            raise KeyError(key)  #: 138
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)  #: 167 self.data[key] = «KeyedRef(value, self._remove, key)»

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        found = self.data.get(key)
        return found is not None and found() is not None

    def __iter__(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    def __len__(self):
        return sum(reference() is not None for reference in list(self.data.values()))

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        return type(self)((deepcopy(key, memo), value) for key, value in self.items())

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def valuerefs(self):
        return list(self.data.values())  #: 313

    def itervaluerefs(self):
        yield from list(self.data.values())

    def items(self):
        return ((key, value) for key, reference in list(self.data.items()) if (value := reference()) is not None)

    def values(self):
        return (value for reference in list(self.data.values()) if (value := reference()) is not None)

    def keys(self):
        return iter(self)


def _remover(owner):
    """What takes a dead reference out of the owner's data, without keeping the owner."""

    def gone(reference, me=ref(owner)):
        owner = me()
        if owner is not None:
            owner.data.pop(reference, None)
    return gone


class WeakKeyDictionary(_Union):
    """A mapping whose items go with their keys."""

    def __init__(self, dict=None):
        self.data = {}
        self._remove = _remover(self)
        if dict is not None:
            self.update(dict)  #: 385

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            for key, value in _pairs(dict):
                self.data[ref(key, self._remove)] = value  #: 516 d[«ref(key, self._remove)»] = value
        if kwargs:
            self.update(kwargs)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def __getitem__(self, key):
        return self.data[ref(key)]  #: 415

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value  #: 428 self.data[«ref(key, self._remove)»] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def __iter__(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    def __len__(self):
        return sum(reference() is not None for reference in list(self.data))

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def keyrefs(self):
        return list(self.data)

    def items(self):
        return ((key, value) for reference, value in list(self.data.items()) if (key := reference()) is not None)

    def values(self):
        return (value for reference, value in list(self.data.items()) if reference() is not None)

    def keys(self):
        return iter(self)

    def copy(self):
        return type(self)(dict(self.items()))

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = type(self)()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made


class WeakSet:
    """A set whose members may go."""
    __module__ = '_weakrefset'
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, data=None):
        self.data = {}
        self._remove = _remover(self)
        for item in () if data is None else data:
            self.add(item)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return sum(reference() is not None for reference in list(self.data))

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def add(self, item):  #: in _weakrefset.py
        self.data[ref(item, self._remove)] = None  #: 88 self.data.add(«ref(item, self._remove)»)

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        del self.data[ref(item)]

    def clear(self):
        self.data.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError('pop from empty WeakSet')

    def union(self, other):
        return type(self)(item for each in (self, other) for item in each)

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    def difference(self, other):
        others = _those(other)
        return type(self)(item for item in self if ref(item) not in others)

    def symmetric_difference(self, other):
        return self.difference(other).union(item for item in other if item not in self)

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def intersection_update(self, other):
        kept = set(self.data).intersection(ref(item) for item in other)
        for reference in list(self.data):
            if reference not in kept:
                self.data.pop(reference, None)

    def difference_update(self, other):
        if self is other:
            self.data.clear()
            return
        for item in other:
            self.data.pop(ref(item), None)

    def symmetric_difference_update(self, other):
        if self is other:
            self.data.clear()
            return
        for reference in dict.fromkeys([ref(item, self._remove) for item in other]):
            if reference in self.data:
                del self.data[reference]
            else:
                self.data[reference] = None

    def issubset(self, other):
        return _those(self) <= _those(other)

    def issuperset(self, other):
        return _those(self) >= _those(other)

    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return _those(self) < _those(other)

    def __gt__(self, other):
        return _those(self) > _those(other)

    def __eq__(self, other):
        return _those(self) == _those(other) if isinstance(other, type(self)) else NotImplemented

    def isdisjoint(self, other):
        return not self.intersection(other)

    def __repr__(self):
        return repr({reference for reference in self.data})


_MutableSet.register(WeakSet)


def _those(items):
    """Their references, as a set."""
    return {ref(item) for item in items}


class finalize:
    """Calls a function when an object goes, or at the end of the program."""
    __slots__ = ()
    _registry = {}
    _shutdown = _registered_with_atexit = False

    class _Info:
        __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit')

    def __init__(self, obj, func, /, *args, **kwargs):  #: in weakref.py
        if not self._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)  #: 576
        info.func, info.args, info.kwargs, info.atexit = func, args, kwargs or None, True
        self._registry[self] = info

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))  #: 590 return «info.func(*info.args, **(info.kwargs or {}))»

    def _left(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        return info, obj

    def detach(self):
        info, obj = self._left()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        info, obj = self._left()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        """Whether it is called at the end of the program."""
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        if info := self._registry.get(self):
            info.atexit = bool(value)

    def __repr__(self):
        obj = self._left()[1]
        if obj is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>'

    @classmethod
    def _exitfunc(cls):  #: in weakref.py
        """Calls those left, the last one made first, also what these make."""
        while pending := [self for self, info in cls._registry.items() if info.atexit]:
            try:
                pending[-1]()  #: 666 «f()»
            except Exception:
                import sys
                sys.excepthook(*sys.exc_info())
        cls._shutdown = True


from _frames import native as _native
_native(globals())


_unseen(_Union)
