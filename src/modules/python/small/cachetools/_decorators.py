"""Functions and methods whose results are kept."""
import functools
import inspect
import types
from contextlib import nullcontext


class _Calls:
    """Calls a function, or takes from the cache what it gave. A subclass has `cache`, `cache_key`, `cache_lock` and
    `cache_condition`."""

    def _begin(self, function, info):
        self._function, self._pending, self._info = function, set(), info
        self._hits = self._misses = 0
        if info is not None:
            self.cache_info = self._told

    def _guard(self):
        lock = self.cache_lock
        return nullcontext() if lock is None else lock

    def __call__(self, /, *args, **kwargs):
        cache, condition = self.cache, self.cache_condition
        key = self.cache_key(*args, **kwargs)
        guard = self._guard()
        with guard:
            while condition is not None and key in self._pending:
                condition.wait()
            try:
                found = cache[key]
                self._hits += 1
                return found
            except KeyError:
                self._misses += 1
                if condition is not None:
                    self._pending.add(key)
        try:
            value = self._function(*args, **kwargs)
            with guard:
                try:
                    # Another thread may have been faster.
                    if self.cache_lock is not None and condition is None:
                        return cache.setdefault(key, value)
                    cache[key] = value
                except ValueError:
                    pass
            return value
        finally:
            if condition is not None:
                with guard:
                    self._pending.remove(key)
                    condition.notify_all()

    def cache_clear(self):
        with self._guard():
            self.cache.clear()
            self._hits = self._misses = 0

    def _told(self):
        with self._guard():
            return self._info(self.cache, self._hits, self._misses)


class _Cached(_Calls):
    def __init__(self, func, cache, key, lock, condition, info):
        functools.update_wrapper(self, func)
        self.cache, self.cache_key, self.cache_condition = cache, key, condition
        self.cache_lock = condition if lock is None else lock
        self._begin(func, info)

    def __get__(self, obj, objtype=None):
        return self if obj is None else types.MethodType(self, obj)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f'<cached {self.__wrapped__!r}>'


class _CachedMethod(_Calls):
    def __init__(self, obj, descriptor, method, cache, key, lock, condition, info):
        functools.update_wrapper(self, method)
        self._obj, self._descriptor, self._cache, self._lock, self._condition = obj, descriptor, cache, lock, condition
        self.cache_key = functools.partial(key, obj)
        self._begin(types.MethodType(method, obj), info)

    @property
    def cache(self):
        return self._cache(self._obj)

    @property
    def cache_lock(self):
        lock = self._condition if self._lock is None else self._lock
        return None if lock is None else lock(self._obj)

    @property
    def cache_condition(self):
        return None if self._condition is None else self._condition(self._obj)

    def __reduce__(self):
        return self._descriptor.__get__, (self._obj,)

    def __repr__(self):
        return f'<cachedmethod {self.__wrapped__!r} of {object.__repr__(self._obj)}>'


class _MethodDescriptor:
    def __init__(self, method, make):
        functools.update_wrapper(self, method)
        self._owner = self._name = self._unbound = None
        self._method, self._make = method, make

    def __set_name__(self, owner, name):
        if self._name is None:
            self._owner, self._name = owner, name
        elif name != self._name:
            raise TypeError(f'Cannot assign the same descriptor to two different names ({self._name!r} and {name!r}).')

    def __get__(self, obj, objtype=None):
        if self._name is None:
            raise TypeError('Cannot use descriptor instance without calling __set_name__ on it')
        if obj is None:
            if self._unbound is None:
                self._unbound = _Unbound(self, self._method)
            return self._unbound
        found = next((vars(cls)[self._name] for cls in type(obj).__mro__ if self._name in vars(cls)), None)
        if found is self:
            return self._kept(obj, self._name, self._make(obj, self, self._method))
        # One that is asked for by super() leaves the one in its place alone.
        others = self._kept(obj, '__cachetools_cachedmethods', {})
        if self not in others:
            others[self] = self._make(obj, self, self._method)
        return others[self]

    def _kept(self, obj, name, value):
        """What an instance has under a name, which is the value if there is nothing yet."""
        try:
            return obj.__dict__.setdefault(name, value)
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(obj).__name__!r} instance to cache {self._name!r}") from None
        except TypeError:
            raise TypeError(f"The '__dict__' attribute on {type(obj).__name__!r} instance does not support item assignment for caching "
                            f'{self._name!r}') from None

    def __call__(self, /, *args, **kwargs):
        raise TypeError('Cannot call @cachedmethod descriptor directly: @cachedmethod must be the outermost decorator, '
                        'and decorating class methods, static methods or properties is not supported')

    def __reduce__(self):
        return _in_class, (self._owner, self._name)


def _in_class(owner, name):
    return vars(owner)[name]


class _Unbound:
    """What a class gives for such a method: it takes the object first, or by the name of the method's first parameter."""

    def __init__(self, descriptor, method):
        functools.update_wrapper(self, method)
        self._descriptor = descriptor

    def __get__(self, obj, objtype=None):
        return self if obj is None else self._descriptor.__get__(obj)

    def __call__(self, /, *args, **kwargs):
        if args:
            return self._descriptor.__get__(args[0])(*args[1:], **kwargs)
        name = self._receiver()
        if name not in kwargs:
            raise TypeError('Cannot call @cachedmethod through the class without an instance')
        return self._descriptor.__get__(kwargs.pop(name))(**kwargs)

    def _receiver(self):
        try:
            first = next(iter(inspect.signature(self.__wrapped__).parameters.values()), None)
        except ValueError:
            return None
        return first.name if first is not None and first.kind is first.POSITIONAL_OR_KEYWORD else None

    def __reduce__(self):
        return self._descriptor.__get__, (None,)

    def __repr__(self):
        return f'<cachedmethod {self.__wrapped__!r}>'
