"""Objects that stand for others, which depend on the context."""
import copy
import math
import operator
from contextvars import ContextVar
from functools import partial, update_wrapper
from operator import attrgetter


def release_local(local):
    local.__release_local__()


class Local:
    """Attributes that each context has its own of."""
    __slots__ = ('__storage',)

    def __init__(self, context_var=None):
        object.__setattr__(self, '_Local__storage', context_var or ContextVar(f'werkzeug.Local<{id(self)}>.storage'))

    def __iter__(self):
        return iter(self.__storage.get({}).items())

    def __call__(self, name, *, unbound_message=None):
        return LocalProxy(self, name, unbound_message=unbound_message)

    def __release_local__(self):
        self.__storage.set({})

    def __getattr__(self, name):
        found = self.__storage.get({})
        if name not in found:
            raise AttributeError(name)
        return found[name]

    def __setattr__(self, name, value):
        self.__storage.set({**self.__storage.get({}), name: value})

    def __delattr__(self, name):
        found = self.__storage.get({})
        if name not in found:
            raise AttributeError(name)
        self.__storage.set({key: value for key, value in found.items() if key != name})


class LocalStack:
    """A stack that each context has its own of."""
    __slots__ = ('_storage',)

    def __init__(self, context_var=None):
        self._storage = context_var or ContextVar(f'werkzeug.LocalStack<{id(self)}>.storage')

    def __release_local__(self):
        self._storage.set([])

    def push(self, obj):
        stack = [*self._storage.get([]), obj]
        self._storage.set(stack)
        return stack

    def pop(self):
        stack = self._storage.get([])
        if not stack:
            return None
        self._storage.set(stack[:-1])
        return stack[-1]

    @property
    def top(self):
        stack = self._storage.get([])
        return stack[-1] if stack else None

    def __call__(self, name=None, *, unbound_message=None):
        return LocalProxy(self, name, unbound_message=unbound_message)


class LocalManager:
    __slots__ = ('locals',)

    def __init__(self, locals=None):
        self.locals = [] if locals is None else [locals] if isinstance(locals, Local) else list(locals)

    def cleanup(self):
        for local in self.locals:
            release_local(local)

    def make_middleware(self, app):
        def application(environ, start_response):
            from werkzeug.wsgi import ClosingIterator
            return ClosingIterator(app(environ, start_response), self.cleanup)
        return application

    def middleware(self, func):
        return update_wrapper(self.make_middleware(func), func)

    def __repr__(self):
        return f'<{type(self).__name__} storages: {len(self.locals)}>'


class _Lookup:
    """What a proxy does with an operation: the object's own, or something else where there is no object."""
    __slots__ = 'function', 'fallback', 'is_attr', 'class_value', 'name', 'in_place'

    def __init__(self, function=None, fallback=None, class_value=None, is_attr=False, in_place=False):
        self.function, self.fallback, self.is_attr, self.class_value, self.in_place = function, fallback, is_attr, class_value, in_place

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self if self.class_value is None else self.class_value
        try:
            found = instance._get_current_object()
        except RuntimeError:
            if self.fallback is None:
                raise
            return self.fallback(instance) if self.is_attr else partial(self.fallback, instance)
        if self.in_place:
            def change(other):
                self.function(found, other)
                return instance
            return change
        return getattr(found, self.name) if self.function is None else partial(self.function, found)

    def __call__(self, instance, *args, **kwargs):
        return self.__get__(instance, type(instance))(*args, **kwargs)

    def __repr__(self):
        return f'proxy {self.name}'


def _reflected(function):
    return lambda obj, other: function(other, obj)


class LocalProxy:
    """Stands for the object that is current."""
    __slots__ = '__wrapped', '_get_current_object'

    def __class_getitem__(cls, item):
        return cls

    def __init__(self, local, name=None, *, unbound_message=None):
        get = (lambda obj: obj) if name is None else attrgetter(name)
        unbound = 'object is not bound' if unbound_message is None else unbound_message
        if isinstance(local, Local):
            if name is None:
                raise TypeError("'name' is required when proxying a 'Local' object.")

            def current():
                try:
                    return get(local)
                except AttributeError:
                    raise RuntimeError(unbound) from None
        elif isinstance(local, LocalStack):
            def current():
                found = local.top
                if found is None:
                    raise RuntimeError(unbound)
                return get(found)
        elif isinstance(local, ContextVar):
            def current():
                try:
                    found = local.get()
                except LookupError:
                    raise RuntimeError(unbound) from None
                return get(found)
        elif callable(local):
            def current():
                return get(local())
        else:
            raise TypeError(f"Don't know how to proxy '{type(local)}'.")
        object.__setattr__(self, '_LocalProxy__wrapped', local)
        object.__setattr__(self, '_get_current_object', current)

    __doc__ = _Lookup(class_value=__doc__, fallback=lambda self: type(self).__doc__, is_attr=True)
    __wrapped__ = _Lookup(fallback=lambda self: self._LocalProxy__wrapped, is_attr=True)
    __repr__ = _Lookup(repr, fallback=lambda self: f'<{type(self).__name__} unbound>')
    __bool__ = _Lookup(bool, fallback=lambda self: False)
    __dir__ = _Lookup(dir, fallback=lambda self: [])
    __class__ = _Lookup(fallback=type, is_attr=True)
    __call__ = _Lookup(lambda self, *args, **kwargs: self(*args, **kwargs))
    __instancecheck__ = _Lookup(lambda self, other: isinstance(other, self))
    __subclasscheck__ = _Lookup(lambda self, other: issubclass(other, self))
    __divmod__, __rdivmod__ = _Lookup(divmod), _Lookup(_reflected(divmod))
    for _function in (str, bytes, hash, len, iter, next, reversed, abs, complex, int, float, round, getattr, setattr, delattr):
        locals()[f'__{_function.__name__}__'] = _Lookup(_function)
    for _function in (math.trunc, math.floor, math.ceil, copy.copy, copy.deepcopy):
        locals()[f'__{_function.__name__}__'] = _Lookup(_function)
    for _name in 'lt le eq ne gt ge length_hint getitem setitem delitem contains neg pos invert index'.split():
        locals()[f'__{_name}__'] = _Lookup(getattr(operator, _name))
    for _name in 'add sub mul matmul truediv floordiv mod pow lshift rshift and or xor'.split():
        _function = getattr(operator, f'__{_name}__')
        locals()[f'__{_name}__'], locals()[f'__r{_name}__'] = _Lookup(_function), _Lookup(_reflected(_function))
        locals()[f'__i{_name}__'] = _Lookup(getattr(operator, f'__i{_name}__'), in_place=True)
    for _name in 'format enter exit await aiter anext aenter aexit'.split():
        locals()[f'__{_name}__'] = _Lookup()
    del _function, _name
