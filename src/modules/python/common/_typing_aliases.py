"""Classes and forms with arguments, and the names of this module for classes that stand elsewhere."""
from _operator import getitem as _getitem

from _typing_arguments import (_Final, _NotIterable, _Unioned, _argument, _collect, _convert, _inner, _is_dunder,
                               _remember, _remembered, _stands_for_several, _type_repr)

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


class _Named(_Unioned, _Final, _NotIterable):
    """What is known by a name of this module."""
    __slots__ = ('_name',)

    def __repr__(self):
        return f'typing.{self._name}'

    def __hash__(self):
        return hash(self._name)

    def __eq__(self, other):
        return self is other

    def __reduce__(self):
        return self._name


def _brings_generic(base, bases):
    """Whether Generic is among what stands for a base."""
    if isinstance(base, (_GenericAlias, _SpecialGenericAlias)):
        return True
    if not isinstance(base, type):
        entries = getattr(base, '__mro_entries__', None)
        base = entries(bases) if entries is not None else ()
    return any(isinstance(b, type) and issubclass(b, Generic) for b in (base if isinstance(base, tuple) else (base,)))


def _entries(alias, bases):
    """The class of an alias, with Generic unless something behind brings it."""
    result = [] if alias.__origin__ in bases else [alias.__origin__]
    if not any(_brings_generic(b, bases) for b in bases[bases.index(alias) + 1:]):
        result.append(Generic)
    return tuple(result)


class _BaseGenericAlias(_Unioned, _Final):
    __slots__ = ()


class _GenericAlias(_BaseGenericAlias):
    """A form or a class with arguments: Optional[int], List[str]."""

    def __init__(self, origin, args, name=None):
        args = args if isinstance(args, tuple) else (args,)
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _collect(args)
        self._name = name
        if not name:
            self.__module__ = origin.__module__

    def __repr__(self):
        shown = f'typing.{self._name}' if self._name else _type_repr(self.__origin__)
        return f'{shown}[{", ".join(map(_type_repr, self.__args__)) or "()"}]'

    def __getitem__(self, params):  #: -
        if self.__origin__ is Generic or self.__origin__ is Protocol:
            raise TypeError(f'Cannot subscript already-subscripted {self!r}')
        found = _remembered(None, (self, params))
        if found is not None:
            return found
        return _remember(None, (self, params), _inner(_alias_getitem, self, params))

    def __dir__(self):
        return list({*super().__dir__(), *(name for name in dir(self.__origin__)
                                           if not _is_dunder(name))})

    def _with(self, args):
        if self.__origin__ is Union:
            return Union[args]
        return type(self)(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm) or self._name in _NOT_MADE:
            if isinstance(origin, type):
                raise TypeError(f'Type {self._name} cannot be instantiated; use {origin.__name__}() instead')  #: 1315 raise TypeError(f"Type {self._name} cannot be instantiated; "⏎                f"use {self.__origin__.__name__}() instead")
            return origin(*args, **kwargs)  #: 1317 result = «self.__origin__(*args, **kwargs)»
        made = origin(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        if name.startswith('__') and name.endswith('__') or name == '__origin__':
            raise AttributeError(name)
        return getattr(self.__origin__, name)  #: 1365 return «getattr(self.__origin__, attr)»

    def __setattr__(self, name, value):
        if name == '_name' or name.startswith('__') and name.endswith('__'):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        at = bases.index(self)
        if origin is Generic:
            # What stands behind brings it.
            behind = any(isinstance(b, _BaseGenericAlias) and b is not self for b in bases[at + 1:])
            return () if Protocol in bases or behind else (origin,)
        if self._name:
            return _entries(self, bases)
        return (origin,)

    def __reduce__(self):
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return _getitem, (getattr(_sys.modules[__name__], self._name) if self._name else self.__origin__, args)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return any(isinstance(obj, arg) for arg in self.__args__)
        return self.__subclasscheck__(type(obj))  #: 1375

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')  #: 1378 raise TypeError("Subscripted generics cannot be used with"⏎                " class and instance checks")

    def __iter__(self):
        yield Unpack[self]


_NOT_MADE = ('List', 'Dict', 'Set', 'FrozenSet', 'Tuple', 'Type')


class _CallableGenericAlias(_NotIterable, _GenericAlias):
    def _with(self, args):
        if len(args) == 2 and isinstance(args[0], (list, tuple)):
            args = (*args[0], args[1])
        elif self._takes_any() and not _stands_for_several(args[0]):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {args[0]}')
        return super()._with(args)

    def _takes_any(self):
        """The arguments are no list of types: an ellipsis, a ParamSpec, a Concatenate."""
        first = self.__args__[0]
        return len(self.__args__) == 2 and (first is ... or isinstance(first, ParamSpec) or
                                            isinstance(first, _GenericAlias) and first.__origin__ is Concatenate)

    def __reduce__(self):
        args = self.__args__
        if not self._takes_any():
            args = list(args[:-1]), args[-1]
        return _getitem, (Callable, args)

    def __repr__(self):
        args = self.__args__
        if self._takes_any():
            return f'typing.Callable[{_type_repr(args[0])}, {_type_repr(args[1])}]'
        return f'typing.Callable[[{", ".join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]'


class _SpecialGenericAlias(_Named, _BaseGenericAlias):
    __slots__ = ('__origin__', '_count')

    def __init__(self, name, origin, count):
        self._name, self.__origin__, self._count = name, origin, count

    def __getitem__(self, params):  #: -
        key = self._key(params)
        found = _remembered(self._name, key)
        return _remember(self._name, key, self._of(params if isinstance(params, tuple) else (params,))) if found is None else found

    def _key(self, params):
        return params

    def _of(self, params):  #: -
        params = tuple(map(_argument, params))
        if len(params) != self._count and self._count >= 0:
            if self._name.endswith('ContextManager') and len(params) == 1:
                params += bool | None,
            elif not (self._name in ('Generator', 'AsyncGenerator') and 0 < len(params) < self._count):
                _inner(self._refuse_count, len(params))
            params += (type(None),) * (self._count - len(params))
        return _GenericAlias(self.__origin__, params, self._name)

    def _refuse_count(self, count):  #: in typing.py __getitem__
        if not self._count:
            raise TypeError(f'{self!r} is not a generic class')  #: 1653 raise TypeError(f"{self} is not a generic class")
        word, least = 'many' if count > self._count else 'few', self._count
        if self._name.endswith(('ContextManager', 'Generator')):
            least = 'at least 1'
        raise TypeError(f'Too {word} arguments for {self!r}; actual {count}, expected {least}')  #: 1654 raise TypeError(f"Too {'many' if actual_len > self._nparams else 'few'} arguments for {self};"⏎                f" actual {actual_len}, expected {expected}")

    def __call__(self, *args, **kwargs):
        if self._name not in _NOT_MADE:
            return self.__origin__(*args, **kwargs)  #: 1317 result = «self.__origin__(*args, **kwargs)»
        raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')  #: 1315 raise TypeError(f"Type {self._name} cannot be instantiated; "⏎                f"use {self.__origin__.__name__}() instead")

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        if _is_dunder(name):
            raise AttributeError(name)
        return getattr(self.__origin__, name)  #: 1365 return «getattr(self.__origin__, attr)»

    def __mro_entries__(self, bases):
        return _entries(self, bases)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if isinstance(cls, _GenericAlias):
            raise TypeError('Subscripted generics cannot be used with class and instance checks')
        return issubclass(cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls, self.__origin__)

    __dir__ = _GenericAlias.__dict__['__dir__']


class _TupleType(_SpecialGenericAlias):
    __slots__ = ()

    def _of(self, params):  #: -
        if params == ((),):
            params = ()
        many = len(params) >= 2 and params[-1] is ...
        what = 'Tuple[t, ...]: t must be a type.' if many else 'Tuple[t0, t1, ...]: each t must be a type.'
        args = tuple(_argument(param, what=what) for param in (params[:-1] if many else params))
        return _GenericAlias(self.__origin__, args + (...,) if many else args, self._name)


class _CallableType(_SpecialGenericAlias):
    __slots__ = ()

    def _key(self, params):
        return (tuple(params[0]), *params[1:]) if type(params) is tuple and params and type(params[0]) is list else params

    def _of(self, params):  #: in typing.py __getitem__
        if len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')  #: 1721 raise TypeError("Callable must be used as "⏎                "Callable[[arg, ...], result].")
        args, result = params
        result = _argument(result, what='Callable[args, result]: result must be a type.')
        args = tuple(map(_convert, args)) if isinstance(args, (list, tuple)) else (_convert(args),)
        return _CallableGenericAlias(self.__origin__, args + (result,), 'Callable')


class _DeprecatedGenericAlias(_SpecialGenericAlias):
    __slots__ = ()

    def _warn(self):
        from warnings import warn
        warn(f"'typing.{self._name}' is deprecated and slated for removal in Python 3.14", DeprecationWarning, 2)

    def __mro_entries__(self, bases):
        self._warn()
        return super().__mro_entries__(bases)

    def __instancecheck__(self, obj):
        self._warn()
        return issubclass(type(obj), self.__origin__)
