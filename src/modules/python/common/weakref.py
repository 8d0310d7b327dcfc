"""Weak references, and containers of them."""
from _frames import extension as _extension, final as _final, native as _native, on_demand as _on_demand, unseen as _unseen
from _weak import _Proxy, _proxy, _target as _get, getweakrefcount, getweakrefs, ref


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


def _remover(owner):
    """What takes a dead reference out of the owner's data, without keeping the owner."""

    def gone(reference, me=ref(owner)):
        owner = me()
        if owner is not None:
            owner.data.pop(reference, None)
    return gone


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


# What is read when a program first asks for it.
_on_demand(globals(), {'_weak_dictionaries': 'KeyedRef WeakKeyDictionary WeakValueDictionary', '_weak_sets': 'WeakSet'})


_native(globals())
