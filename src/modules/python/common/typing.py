"""Support for type hints. Nothing of it is checked when the program runs."""
import collections as _collections
import functools as _functools
import _frames
import sys as _sys
import types as _types
from _operator import getitem as _getitem
from types import GenericAlias
from abc import ABCMeta as _ABCMeta, _asks_subclasses
from _frames import extension as _extension

TYPE_CHECKING = False


def _type_repr(value):
    if isinstance(value, type) and not isinstance(value, GenericAlias):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    if value is ...:
        return '...'
    if isinstance(value, _types.FunctionType):
        return value.__name__
    if isinstance(value, tuple):
        return f'[{", ".join(map(_type_repr, value))}]'
    return repr(value)


def _is_dunder(attr):
    return attr.startswith('__') and attr.endswith('__')


def _convert(value, module=None, qualified=False):
    """A type argument as it is kept: None is its type, text is a forward reference."""
    if value is None:
        return type(None)
    return ForwardRef(value, module=module, is_class=qualified) if isinstance(value, str) else value


def _collect(args):
    """The type variables in arguments, each once, in order."""
    found = []
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        if isinstance(arg, (list, tuple)):
            more = _collect(arg)
        elif isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            more = (arg,)
        else:
            more = getattr(arg, '__parameters__', ())
        for variable in more:
            if variable not in found:
                found.append(variable)
    return tuple(found)


_collect_type_parameters = _collect


def _type_convert(arg, module=None, *, allow_special_forms=False):
    return _convert(arg, module, allow_special_forms)


def _tp_cache(func=None, /, *, typed=False):
    """Has a function remember what it has given for these arguments, where they can be told apart."""
    if func is None:
        return lambda func: _tp_cache(func, typed=typed)
    from functools import lru_cache, wraps
    remembered = lru_cache(typed=typed)(func)

    @wraps(func)
    def inner(*args, **kwds):
        try:
            return remembered(*args, **kwds)
        except TypeError:
            # Arguments without a hash, or a mistake that the function tells of once more.
            return func(*args, **kwds)
    return inner


def _deduplicate(params, *, unhashable_fallback=False):
    try:
        return dict.fromkeys(params)
    except TypeError:
        if not unhashable_fallback:
            raise
    found = []
    for param in params:
        if param not in found:
            found.append(param)
    return found


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


class _Final:
    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root and cls.__module__ != __name__:
            raise TypeError('Cannot subclass special typing classes')  #: 513 raise TypeError("Cannot subclass special typing classes")


class _Unioned:
    """What can stand beside | in a hint."""
    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _NotIterable:
    __slots__ = ()
    __iter__ = None


_made = {}


def _remembered(name, params):
    """What a form has given for these arguments before, as CPython has it."""
    try:
        return _made.get((name, params))
    except TypeError:
        return None


def _remember(name, params, made):
    if len(_made) > 1000:
        _made.clear()
    try:
        _made[name, params] = made
    except TypeError:
        pass
    return made


# Forms within which ClassVar and Final may stand, and those that are a type by themselves.
_MAY_HOLD_QUALIFIERS = 'ClassVar', 'Final'
_PLAIN = 'LiteralString', 'NoReturn', 'Never', 'Self', 'TypeAlias'


def _argument(value, qualified=False, is_argument=True, what='Parameters to generic types must be types.'):  #: -
    """A type argument, looked at: forms that need arguments of their own are none (`_type_check`)."""
    if isinstance(value, _GenericAlias):
        origin = value.__origin__
        if origin is Generic or origin is Protocol or \
                not qualified and (origin is ClassVar or origin is Final and is_argument):
            _no_argument(value)
    elif type(value) is tuple:
        _no_type(what, value)
    elif qualified and (value is ClassVar or value is Final):
        pass
    elif isinstance(value, _SpecialForm) and value._name not in _PLAIN or value is Generic or value is Protocol:
        _plain_argument(value)
    return _convert(value, None, qualified)


def _no_argument(value):  #: in typing.py _type_check
    raise TypeError(f'{value!r} is not valid as type argument')  #: 194 raise TypeError(f"{arg} is not valid as type argument")


def _plain_argument(value):  #: in typing.py _type_check
    raise TypeError(f'Plain {value!r} is not valid as type argument')  #: 200 raise TypeError(f"Plain {arg} is not valid as type argument")


def _no_type(message, value):  #: in typing.py _type_check
    raise TypeError(f'{message} Got {value!r:.100}.')  #: 202 raise TypeError(f"{msg} Got {arg!r:.100}.")


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    return _argument(_convert(arg, module, allow_special_forms), allow_special_forms, is_argument, msg)


def _is_unpacked(value):
    return isinstance(value, GenericAlias) and value.__unpacked__ or \
        isinstance(value, _GenericAlias) and value.__origin__ is Unpack


def _starred(alias):
    """What unpacking an alias of a tuple gives."""
    starred, = alias
    return starred


def _unpacked(params):
    """Parameters with those of unpacked tuples of known lengths in their place."""
    found = []
    for param in params:
        if _is_unpacked(param):
            inner = param if isinstance(param, GenericAlias) else param.__args__[0]
            if not isinstance(inner, (TypeVarTuple, ForwardRef)):
                if getattr(inner, '__origin__', None) is not tuple:
                    raise TypeError('Unpack[...] must be used with a tuple type')
                if ... not in inner.__args__:
                    found += inner.__args__
                    continue
        found.append(param)
    return tuple(found)


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


class _SpecialForm(_Named):
    __slots__ = ('_get',)
    __doc__ = property(lambda self: getattr(self._get, '__doc__', None))

    def __init__(self, name, get=None):
        if callable(name):  # a program's own form
            name, get = name.__name__, self._of_function(name)
        self._name, self._get = name, get

    def _of_function(self, function):
        return function

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')  #: 560 raise TypeError(f"Cannot instantiate {self!r}")

    def __getitem__(self, params):  #: -
        key = self._key(params)
        found = _remembered(self._name, key)
        return _remember(self._name, key, self._form(params)) if found is None else found

    def _key(self, params):
        return params

    def _form(self, params):  #: -
        return _inner(self._given, params)

    def _given(self, params):  #: in typing.py __getitem__
        return (self._get or _nothing)(self, params)  #: 576 return «self._getitem(self, parameters)»

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')  #: 551 raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(name)  #: 548 raise AttributeError(item)


class _TypedCacheSpecialForm(_SpecialForm):
    # A form of which 1 and True are two arguments, and whose function takes each argument for itself.
    __slots__ = ()
    __doc__ = _SpecialForm.__dict__['__doc__']

    def _key(self, params):
        key = params if isinstance(params, tuple) else (params,)
        return *key, *map(type, key)

    def _form(self, params):  #: in typing.py __getitem__
        return _inner(self._get, self, params)  #: 583 return «self._getitem(self, *parameters)»

    def _of_function(self, function):
        def of_each(form, params):
            return function(form, *params if isinstance(params, tuple) else (params,))
        of_each.__doc__ = function.__doc__
        return of_each


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
        return getattr(self.__origin__, name)

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
        return _getitem, (globals()[self._name] if self._name else self.__origin__, args)

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


def _specialized(alias, params):  #: -
    """The arguments of an alias with its type variables replaced."""
    known = alias.__parameters__
    if not known:
        raise TypeError(f'{alias!r} is not a generic class')
    params = params if isinstance(params, tuple) else (params,)
    params = _unpacked(map(_convert, params))
    if _is_one_list(known, params):
        params = (params,)
    params = tuple(tuple(map(_convert, p)) if isinstance(p, list) else p for p in params)
    chosen = _chosen(alias, known, params)
    for variable in chosen:
        if not isinstance(variable, TypeVarTuple):
            chosen[variable] = variable.__typing_subst__(chosen[variable])
    return _substituted(alias.__args__, chosen)


def _is_one_list(known, params):
    """Whether the parameters are, without brackets of their own, the list for a ParamSpec that stands alone."""
    if len(known) != 1 or not isinstance(known[0], ParamSpec) or _is_parameters(params):
        return False
    return bool(params) or not known[0].has_default()


def _is_parameters(params):
    """Whether a ParamSpec's one argument is given as such: a list of types, or what stands for one."""
    return params and (isinstance(params[0], (list, tuple)) or _stands_for_several(params[0]))


def _chosen(alias, known, params):  #: -
    """Each type variable's argument; what is missing at the end is its default."""
    several = [at for at, k in enumerate(known) if isinstance(k, TypeVarTuple)]
    if len(several) > 1:
        raise TypeError(f'More than one TypeVarTuple parameter in {alias!r}')
    if several and (len(params) >= len(known) - 1 or any(map(_endless, params))):
        # One of them takes what the others leave.
        at, = several
        params = _filled(params, at, len(known) - at - 1)
        behind = len(params) - (len(known) - at - 1)
        those = params[at:behind]
        if not those and known[at].has_default():
            those = _unpacked((known[at].__default__,))
        params = (*params[:at], those, *params[behind:])
        return dict(zip(known, params))
    given = len(params)
    params = tuple(params) + tuple(_default_of(k) for k in known[given:] if k.has_default())
    if len(params) != len(known):
        word = 'many' if len(params) > len(known) else 'few'
        least = sum(1 for k in known if not k.has_default())
        if several:
            least -= 1
        expected = f'at least {least}' if word == 'few' else len(known)
        text = f'Too {word} arguments for {alias!r}'
        if word == 'many' or not any(isinstance(k, ParamSpec) for k in known[given:]):
            text += f'; actual {given}, expected {expected}'
        if isinstance(alias, type):
            _inner(_wrong_for_class, text, word == 'few')
        _determine_new_args(text, word == 'few')
    return dict(zip(known, params))


def _wrong_for_class(text, few):  #: in typing.py _generic_class_getitem
    if few:
        raise TypeError(text)  #: 1242 args = «prepare(cls, args)»
    _check_generic_specialization(text)  #: 1243 «_check_generic_specialization(cls, args)»


def _check_generic_specialization(text):  #: in typing.py
    raise TypeError(text)  #: 337 raise TypeError(f"Too {'many' if actual_len > expected_len else 'few'} arguments"⏎                f" for {cls}; actual {actual_len}, expected {expect_val}")


def _determine_new_args(text, few):  #: in typing.py
    if few:
        raise TypeError(text)  #: 1503 args = «prepare(self, args)»
    raise TypeError(text)  #: 1507 raise TypeError(f"Too {'many' if alen > plen else 'few'} arguments for {self};"⏎                f" actual {alen}, expected {plen}")


def _alias_getitem(self, params):  #: in typing.py __getitem__
    if not self.__parameters__:
        raise TypeError(f'{self!r} is not a generic class')  #: 1473 raise TypeError(f"{self} is not a generic class")
    return self._with(_specialized(self, params))  #: 1479 new_args = «self._determine_new_args(args)»


def _endless(param):
    """The X of an unpacked tuple[X, ...]; None of anything else."""
    if not _is_unpacked(param):
        return None
    inner = param if isinstance(param, GenericAlias) else param.__args__[0]
    args = getattr(inner, '__args__', ())
    return args[0] if len(args) == 2 and args[1] is ... else None


def _filled(params, left, right):
    """Parameters of which an unpacked tuple[X, ...] stands for any number, so that `left` and `right` are there."""
    endless = [(at, _endless(param)) for at, param in enumerate(params) if _endless(param) is not None]
    if len(endless) > 1:
        raise TypeError('More than one unpacked arbitrary-length tuple argument')
    if not endless:
        return params
    (at, filling), behind = endless[0], len(params) - endless[0][0] - 1
    end = len(params) - min(right, behind)
    return (*params[:min(left, at)], *[filling] * (left - at), *params[min(left, at):end], *[filling] * (right - behind),
            *params[end:])


def _default_of(variable):
    default = variable.__default__
    if isinstance(variable, TypeVarTuple):
        return _unpacked((default,))
    return tuple(default) if isinstance(default, list) else default


def _is_several(arg):
    return isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack and isinstance(arg.__args__[0], TypeVarTuple)


def _substituted(args, chosen):
    """Arguments with their type variables replaced; a variable for several types becomes several."""
    found = []
    for arg in args:
        if _is_several(arg) and arg.__args__[0] in chosen:
            found.extend(chosen[arg.__args__[0]])
        else:
            found.append(_substitute(arg, chosen))
    return tuple(found)


def _substitute(arg, chosen):
    if isinstance(arg, TypeVarTuple):
        arg.__typing_subst__(arg)
    if isinstance(arg, (TypeVar, ParamSpec)):
        return chosen.get(arg, arg)
    if isinstance(arg, (list, tuple)):
        return type(arg)(_substituted(arg, chosen))
    inner = () if isinstance(arg, type) and not isinstance(arg, GenericAlias) else getattr(arg, '__parameters__', ())
    if not inner:
        return arg
    params = []
    for p in inner:
        params.extend(chosen[p]) if isinstance(p, TypeVarTuple) else params.append(chosen[p])
    return arg[tuple(params)]


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
        return _getitem, (_sys.modules[__name__].Callable, args)

    def __repr__(self):
        args = self.__args__
        if self._takes_any():
            return f'typing.Callable[{_type_repr(args[0])}, {_type_repr(args[1])}]'
        return f'typing.Callable[[{", ".join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]'


def inner(function, *args):
    """Where CPython remembers what types it has made."""
    return function(*args)  #: 432 return «func(*args, **kwds)»


_inner = inner
del inner


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


for _name, _origin, _count in (
    ('List', list, 1), ('Dict', dict, 2), ('Set', set, 1), ('FrozenSet', frozenset, 1), ('Tuple', tuple, -1),
    ('Type', type, 1), ('Deque', _collections.deque, 1), ('DefaultDict', _collections.defaultdict, 2),
    ('OrderedDict', _collections.OrderedDict, 2), ('Counter', _collections.Counter, 1),
):
    globals()[_name] = (_TupleType if _name == 'Tuple' else _SpecialGenericAlias)(_name, _origin, _count)

# Of collections.abc, which is read when one of them is asked for; how many parameters each takes.
_ABSTRACT = {
    'Awaitable': 1, 'Coroutine': 3, 'AsyncIterable': 1, 'AsyncIterator': 1, 'AsyncGenerator': 2, 'Iterable': 1, 'Iterator': 1,
    'Generator': 3, 'Reversible': 1, 'Container': 1, 'Collection': 1, 'Callable': 2, 'AbstractSet': 1, 'MutableSet': 1,
    'Mapping': 2, 'MutableMapping': 2, 'Sequence': 1, 'MutableSequence': 1, 'MappingView': 1, 'KeysView': 1, 'ItemsView': 2,
    'ValuesView': 1, 'Hashable': 0, 'Sized': 0, 'ByteString': 0,
}


def _abstract_alias(name):
    from collections import abc
    alias = {'ByteString': _DeprecatedGenericAlias, 'Callable': _CallableType}.get(name, _SpecialGenericAlias)
    return alias(name, getattr(abc, 'Set' if name == 'AbstractSet' else name), _ABSTRACT[name])


def _contextlib_alias(name, origin):
    return _SpecialGenericAlias(name, origin, 2)


# What is read when a program first asks for it.
_ON_DEMAND = {name: module for module, names in {
    '_typing_classes': 'SupportsInt SupportsFloat SupportsIndex SupportsBytes SupportsComplex SupportsAbs SupportsRound IO TextIO '
                       'BinaryIO',
    '_typing_records': 'NamedTuple TypedDict is_typeddict _NamedTuple _NamedTupleMeta _TypedDict _TypedDictMeta',
    '_typing_hints': 'get_type_hints _eval_type',
}.items() for name in names.split()}


def __getattr__(name):
    if name == '_collect_parameters':
        import warnings
        warnings.warn(f'The private {name} function is deprecated and will be removed in a future version of Python. Any '
                      'use of private functions is discouraged and may break in the future.', DeprecationWarning, 2)
        return _collect
    if name in _ABSTRACT:
        value = _abstract_alias(name)
    elif name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        value = _contextlib_alias(name, getattr(contextlib, f'Abstract{name}'))
    elif name == 'ChainMap':
        value = _SpecialGenericAlias(name, _collections.ChainMap, 2)
    elif name in _ON_DEMAND:
        value = getattr(__import__(_ON_DEMAND[name]), name)
    elif name in ('Pattern', 'Match'):
        import re
        value = _SpecialGenericAlias(name, getattr(re, name), 1)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")  #: 3812 raise AttributeError(f"module {__name__!r} has no attribute {attr!r}")
    globals()[name] = value
    return value


def __dir__():
    return sorted({*globals(), *_ON_DEMAND, *_ABSTRACT, 'ChainMap'})


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')  #: 589 raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)  #: 590

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')  #: 612 raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)  #: 613


def _nothing(self, params):
    raise TypeError(f'{self!r} is not subscriptable')


def _no_return(self, params):  #: in typing.py NoReturn
    raise TypeError(f'{self!r} is not subscriptable')  #: 632 raise TypeError(f"{self} is not subscriptable")


def _never(self, params):  #: in typing.py Never
    raise TypeError(f'{self!r} is not subscriptable')  #: 659 raise TypeError(f"{self} is not subscriptable")


def _self(self, params):  #: in typing.py Self
    raise TypeError(f'{self!r} is not subscriptable')  #: 679 raise TypeError(f"{self} is not subscriptable")


def _literal_string(self, params):  #: in typing.py LiteralString
    raise TypeError(f'{self!r} is not subscriptable')  #: 706 raise TypeError(f"{self} is not subscriptable")


def _type_alias(self, params):  #: in typing.py TypeAlias
    raise TypeError(f'{self!r} is not subscriptable')  #: 861 raise TypeError(f"{self} is not subscriptable")


def _union(self, params):  #: in typing.py Union
    if params == ():
        raise TypeError('Cannot take a Union of no types.')  #: 785 raise TypeError("Cannot take a Union of no types.")
    params = params if isinstance(params, tuple) else (params,)
    flat = []
    for param in params:
        param = _argument(param, what='Union[arg, ...]: each arg must be a type.')
        if isinstance(param, _types.UnionType) or isinstance(param, _GenericAlias) and param.__origin__ is Union:
            inner = param.__args__
        else:
            inner = (param,)
        for one in inner:
            if one not in flat:
                flat.append(one)
    return flat[0] if len(flat) == 1 else _UnionGenericAlias(Union, tuple(flat))


class _UnionGenericAlias(_NotIterable, _GenericAlias):
    def __init__(self, origin, args, name=None):
        super().__init__(origin, args, 'Union' if len(args) != 2 or type(None) not in args else 'Optional')

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _types.UnionType)):
            return NotImplemented
        one, two = self.__args__, other.__args__
        try:
            return set(one) == set(two)
        except TypeError:
            return len(one) == len(two) and all(any(a == b for b in two) for a in one)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __reduce__(self):
        return _getitem, (Union, self.__args__)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[0] if args[1] is type(None) else args[1]
            return f'typing.Optional[{_type_repr(other)}]'
        return f'typing.Union[{", ".join(map(_type_repr, args))}]'


def _optional(self, param):  #: in typing.py Optional
    if isinstance(param, tuple):
        _no_type('typing.Optional requires a single type.', param)  #: 809 arg = «_type_check(parameters, f"{self} requires a single type.")»
    return Union[_argument(param, what='Optional[t] requires a single type.'), type(None)]


def _one(self, param):  #: -
    if isinstance(param, tuple):
        _several.get(self._name, _no_one)(self, param)
    alias = _UnpackGenericAlias if self is Unpack else _GenericAlias
    return alias(self, (_argument(param, self._name in _MAY_HOLD_QUALIFIERS),), self._name)


def _no_one(self, param):  #: -
    _no_type(f'{self!r} accepts only single type.', param)


def _class_var(self, param):  #: in typing.py ClassVar
    _no_one(self, param)  #: 728 item = «_type_check(parameters, f'{self} accepts only single type.', allow_special_forms=True)»


def _final(self, param):  #: in typing.py Final
    _no_one(self, param)  #: 750 item = «_type_check(parameters, f'{self} accepts only single type.', allow_special_forms=True)»


def _type_guard(self, param):  #: in typing.py TypeGuard
    _no_one(self, param)  #: 942 item = «_type_check(parameters, f'{self} accepts only single type.')»


def _type_is(self, param):  #: in typing.py TypeIs
    _no_one(self, param)  #: 1011 item = «_type_check(parameters, f'{self} accepts only single type.')»


def _unpack(self, param):  #: in typing.py Unpack
    _no_one(self, param)  #: 1869 item = «_type_check(parameters, f'{self} accepts only single type.')»


def _no_single(self, param):  #: -
    _no_type(f'{self._name} accepts only a single type.', param)


def _required(self, param):  #: in typing.py Required
    _no_single(self, param)  #: 3342 item = «_type_check(parameters, f'{self._name} accepts only a single type.')»


def _not_required(self, param):  #: in typing.py NotRequired
    _no_single(self, param)  #: 3361 item = «_type_check(parameters, f'{self._name} accepts only a single type.')»


def _read_only(self, param):  #: in typing.py ReadOnly
    _no_single(self, param)  #: 3381 item = «_type_check(parameters, f'{self._name} accepts only a single type.')»


# Who refuses several types for a form that takes one.
_several = {'ClassVar': _class_var, 'Final': _final, 'TypeGuard': _type_guard, 'TypeIs': _type_is, 'Unpack': _unpack,
            'Required': _required, 'NotRequired': _not_required, 'ReadOnly': _read_only}


class _UnpackGenericAlias(_GenericAlias):
    pass


class _LiteralGenericAlias(_GenericAlias):
    def __repr__(self):
        return f'typing.Literal[{", ".join(map(_type_repr, self.__args__)) or "()"}]'

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set((type(a), a) for a in self.__args__) == set((type(a), a) for a in other.__args__)

    def __hash__(self):
        return hash(frozenset((type(a), a) for a in self.__args__))  #: 1810 return hash(«frozenset(_value_and_type_iter(self.__args__))»)


def _is_hashable(value):
    try:
        hash(value)
    except TypeError:
        return False
    return True


def _literal(self, params):
    flat = []
    if isinstance(params, tuple) and not all(map(_is_hashable, params)):
        return _LiteralGenericAlias(self, params, 'Literal')
    for param in params if isinstance(params, tuple) else (params,):
        for one in param.__args__ if isinstance(param, _LiteralGenericAlias) else (param,):
            if not any(one is a or type(one) is type(a) and one == a for a in flat):
                flat.append(one)
    return _LiteralGenericAlias(self, tuple(flat), 'Literal')


class _AnnotatedAlias(_NotIterable, _GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), 'Annotated')
        self.__metadata__ = metadata

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        shown = ', '.join([_type_repr(self.__origin__), *map(repr, self.__metadata__)])
        return f'typing.Annotated[{shown}]'

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __reduce__(self):
        return _getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


def _annotated(self, params):  #: in typing.py Annotated
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')  #: 2312 raise TypeError("Annotated[...] should be used "⏎                "with at least two arguments (a type and an "⏎                "annotation).")
    if isinstance(params[0], _UnpackGenericAlias) and isinstance(params[0].__args__[0], TypeVarTuple):
        raise TypeError('Annotated[...] should not be used with an unpacked TypeVarTuple')  #: 2316 raise TypeError("Annotated[...] should not be used with an "⏎                "unpacked TypeVarTuple")
    return _AnnotatedAlias(_argument(params[0], True, what='Annotated[t, ...]: t must be a type.'), params[1:])


class _ConcatenateGenericAlias(_GenericAlias):
    def _with(self, args):
        if isinstance(args[-1], (list, tuple)):
            return (*args[:-1], *args[-1])
        if isinstance(args[-1], _ConcatenateGenericAlias):
            args = args[:-1] + args[-1].__args__
        return super()._with(args)


def _concatenated(self, params):  #: in typing.py Concatenate
    if params == ():
        raise TypeError('Cannot take a Concatenate of no types.')  #: 879 raise TypeError("Cannot take a Concatenate of no types.")
    last = params[-1] if isinstance(params, tuple) else params
    if last is not ... and not isinstance(last, ParamSpec):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')  #: 883 raise TypeError("The last parameter to Concatenate should be a "⏎                "ParamSpec variable or ellipsis.")
    params = params if isinstance(params, tuple) else (params,)
    what = 'Concatenate[arg, ...]: each arg must be a type.'
    args = tuple(_argument(param, what=what) for param in params[:-1])
    return _ConcatenateGenericAlias(self, (*args, last), self._name)


Union = _SpecialForm('Union', _union)
Optional = _SpecialForm('Optional', _optional)
Literal = _TypedCacheSpecialForm('Literal', _literal)
Annotated = _TypedCacheSpecialForm('Annotated', _annotated)
ClassVar = _SpecialForm('ClassVar', _one)
Final = _SpecialForm('Final', _one)
Required = _SpecialForm('Required', _one)
NotRequired = _SpecialForm('NotRequired', _one)
ReadOnly = _SpecialForm('ReadOnly', _one)
TypeGuard = _SpecialForm('TypeGuard', _one)
TypeIs = _SpecialForm('TypeIs', _one)
Unpack = _SpecialForm('Unpack', _one)
Concatenate = _SpecialForm('Concatenate', _concatenated)
NoReturn = _SpecialForm('NoReturn', _no_return)
Never = _SpecialForm('Never', _never)
Self = _SpecialForm('Self', _self)
LiteralString = _SpecialForm('LiteralString', _literal_string)
TypeAlias = _SpecialForm('TypeAlias', _type_alias)


class ForwardRef:
    """A hint given as text."""
    __slots__ = ('__forward_arg__', '__forward_code__', '__forward_evaluated__', '__forward_value__',
                 '__forward_is_argument__', '__forward_is_class__', '__forward_module__')

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError('Cannot subclass special typing classes')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')  #: 1025 raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            # What is unpacked is the item of a tuple.
            self.__forward_code__ = compile(f'({arg},)[0]' if arg[:1] == '*' else arg, '<string>', 'eval')  #: 1035 code = «compile(arg_to_compile, '<string>', 'eval')»
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}')  #: 1037 raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_evaluated__, self.__forward_value__ = False, None
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_module__ = module

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        same = (self.__forward_arg__, self.__forward_module__) == (other.__forward_arg__, other.__forward_module__)
        if same and self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_value__ == other.__forward_value__
        return same

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _caller(depth=2):
    return _sys._getframe(depth).f_globals.get('__name__')


class NoDefaultType:
    """The type of the NoDefault singleton."""
    __slots__ = ()

    def __new__(cls, /, *args, **kwargs):
        if args or kwargs:
            raise TypeError('NoDefaultType takes no arguments')
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = object.__new__(NoDefaultType)


class _Defaulted:
    """A type parameter's default, computed when it is first asked for."""
    _compute_default = None

    def __init_subclass__(cls):
        base = cls.__mro__[1]
        if cls.__module__ != __name__ and base is not _Defaulted:
            raise TypeError(f"type 'typing.{base.__name__}' is not an acceptable base type")

    def __reduce__(self):
        return self.__name__

    @property
    def __default__(self):
        if self._compute_default is not None:
            self._default, self._compute_default = self._compute_default(), None
        return self._default

    def has_default(self):
        return self._compute_default is not None or self._default is not NoDefault


def _check_name(function, name):  #: -
    if name is ...:
        raise TypeError(f"{function}() missing required argument 'name' (pos 1)")
    if not isinstance(name, str):
        raise TypeError(f"{function}() argument 'name' must be str, not {'None' if name is None else type(name).__name__}")


def _refuse_others(function, others):  #: -
    for name in others:
        raise TypeError(f'{function}() got an unexpected keyword argument {name!r}')


class TypeVar(_Unioned, _Defaulted):
    """A type variable."""

    def __init__(self, name=..., *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,  #: -
                 infer_variance=False, **others):
        _refuse_others('typevar', others)
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        _check_name('typevar', name)
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__name__ = name
        self.__constraints__ = constraints
        if type(bound) is tuple:
            raise TypeError(f'Bound must be a type. Got {bound!r:.100}.')
        self.__bound__ = bound if bound is None else _argument(bound)
        self._default = default
        self.__covariant__, self.__contravariant__ = covariant, contravariant
        self.__infer_variance__ = infer_variance
        self.__module__ = _caller(1)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __typing_subst__(self, arg):
        arg = _argument(arg)
        if _is_unpacked(arg):
            raise TypeError(f'{arg} is not valid as type argument')
        return arg

    def __mro_entries__(self, bases):  #: -
        raise TypeError('Cannot subclass an instance of TypeVar')


class _LazyTypeVar(TypeVar):
    """A variable of PEP 695: its bound is computed when it is asked for."""

    def __init__(self, name, compute):
        super().__init__(name, infer_variance=True)
        self._compute = compute
        del self.__bound__, self.__constraints__

    def __getattr__(self, name):  #: -
        if name in ('__bound__', '__constraints__'):
            found = self._compute() if self._compute else None
            self.__constraints__ = found if isinstance(found, tuple) else ()
            self.__bound__ = None if isinstance(found, tuple) else found
            return self.__dict__[name]
        raise AttributeError(f"'typing.TypeVar' object has no attribute {name!r}")


_LazyTypeVar.__name__ = _LazyTypeVar.__qualname__ = 'TypeVar'


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __init_subclass__(cls):
        base = cls.__mro__[1]
        if cls.__module__ != __name__:
            raise TypeError(f"type 'typing.{base.__name__}' is not an acceptable base type")

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self.__origin__))

    def __mro_entries__(self, bases):  #: -
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class ParamSpecArgs(_ParamSpecPart):

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs(_ParamSpecPart):

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(_Unioned, _Defaulted):
    """A parameter specification variable."""

    def __init__(self, name=..., *, bound=None, default=NoDefault, covariant=False, contravariant=False,  #: -
                 infer_variance=False, **others):
        _refuse_others('paramspec', others)
        _check_name('paramspec', name)
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__name__, self.__bound__, self._default = name, bound, default
        self.__covariant__, self.__contravariant__ = covariant, contravariant
        self.__infer_variance__ = infer_variance
        self.__module__ = _caller(1)

    def __mro_entries__(self, bases):  #: -
        raise TypeError('Cannot subclass an instance of ParamSpec')

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_argument(a, what='Expected a type.') for a in arg)
        if not _stands_for_several(arg):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
        return arg

    args = property(ParamSpecArgs)
    kwargs = property(ParamSpecKwargs)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


class TypeVarTuple(_Defaulted):
    """A variable for several types."""

    def __mro_entries__(self, bases):  #: -
        raise TypeError('Cannot subclass an instance of TypeVarTuple')

    def __init__(self, name=..., *, default=NoDefault, **others):  #: -
        _refuse_others('typevartuple', others)
        _check_name('typevartuple', name)
        self.__name__, self._default = name, default
        self.__module__ = _caller(1)

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')


class TypeAliasType:
    """What the type statement makes."""

    __name__ = property(lambda self: self._name)
    __type_params__ = property(lambda self: self._params)

    def __new__(cls, name=NoDefault, value=NoDefault, *, type_params=(), **others):
        if name is NoDefault or value is NoDefault:
            missing = ('name', 1) if name is NoDefault else ('value', 2)
            raise TypeError('typealias() missing required argument %r (pos %d)' % missing)
        for other in others:
            raise TypeError(f'typealias() got an unexpected keyword argument {other!r}')
        if not isinstance(name, str):
            raise TypeError(f"typealias() argument 'name' must be str, not {type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        return _aliased(name, value, type_params, None)

    @property  #: -
    def __value__(self):
        if self._compute is not None:
            self.__dict__.update(_value=self._compute(), _compute=None)
        return self._value

    @property
    def __parameters__(self):
        return tuple(Unpack[p] if type(p) is TypeVarTuple else p for p in self._params)

    def __repr__(self):
        return self._name

    __reduce__ = __repr__

    def __or__(self, other):
        return _types.UnionType.__or__(self, other)

    def __ror__(self, other):
        return _types.UnionType.__ror__(self, other)

    def __setattr__(self, name, value):
        if name in ('__value__', '__parameters__', '__module__', '__type_params__'):
            raise AttributeError(f"attribute {name!r} of 'typing.TypeAliasType' objects is not writable")
        if name == '__name__':
            raise AttributeError('readonly attribute')
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r} and no __dict__ for setting new "
                             'attributes')

    def __init_subclass__(cls):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

    def __getitem__(self, params):
        if not self._params:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, params)


def _aliased(name, value, params, compute):
    self = object.__new__(TypeAliasType)
    self.__dict__.update(_name=name, _value=value, _params=params, _compute=compute, __module__=_caller(3))
    return self


def _make_typevar(name, compute, default):
    made = _LazyTypeVar(name, compute)
    try:
        module = _caller()
    except ValueError:
        # A class of this module's own, whose frame does not show.
        module = 'typing'
    made._compute_default, made.__module__ = default, module
    return made


def _make_paramspec(name, _, default):
    made = ParamSpec(name, infer_variance=True)
    made._compute_default, made.__module__ = default, _caller()
    return made


def _make_typevartuple(name, _, default):
    made = TypeVarTuple(name)
    made._compute_default, made.__module__ = default, _caller()
    return made


def _make_generic(params):
    return Generic[tuple(Unpack[p] if type(p) is TypeVarTuple else p for p in params)]


def _make_type_alias(name, params, compute):
    return _aliased(name, None, params or (), compute)


def _check_variables(cls, params):  #: in typing.py _generic_class_getitem
    if not params:
        raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')  #: 1227 raise TypeError(⏎    f"Parameter list to {cls.__qualname__}[...] cannot be empty"⏎)
    if not all(isinstance(param, (TypeVar, ParamSpec)) or _is_several(param) for param in params):
        raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.')  #: 1231 raise TypeError(⏎    f"Parameters to {cls.__name__}[...] must all be type variables "⏎    f"or parameter specification variables.")
    if len(set(params)) != len(params):
        raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')  #: 1235 raise TypeError(⏎    f"Parameters to {cls.__name__}[...] must all be unique")


def _check_order(params):
    """Parameters with defaults stand behind the others, and not behind one for several types."""
    default = several = False
    for param in params:
        param = param.__args__[0] if isinstance(param, _GenericAlias) else param
        if param.has_default():
            if several:
                raise TypeError('Type parameter with a default follows TypeVarTuple')
            default = True
        elif default:
            raise TypeError(f'Type parameter {param!r} without a default follows type parameter with a default')
        several |= isinstance(param, TypeVarTuple)


class Generic:
    """Base of generic classes."""
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):  #: -
        key = cls, params
        found = _remembered('', key)
        if found is not None:
            return found
        params = params if isinstance(params, tuple) else (params,)
        params = tuple(_convert(p) for p in params)
        if cls in (Generic, Protocol):
            _inner(_check_variables, cls, params)
            _check_order(params)
        else:
            known = getattr(cls, '__parameters__', ())
            if not known:
                raise TypeError(f'{cls!r} is not a generic class')
            if _is_one_list(known, params):
                params = (params,)
            params = tuple(tuple(p) if isinstance(p, list) else p for p in params)
            chosen = _chosen(cls, known, params)
            params = []
            for variable, value in chosen.items():
                params.extend(value) if isinstance(variable, TypeVarTuple) else params.append(value)
            params = tuple(params)
        return _remember('', key, _GenericAlias(cls, params))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is not None:
            if Generic in bases:
                raise TypeError('Cannot inherit from plain Generic')
        elif Generic in cls.__bases__ and cls.__name__ != 'Protocol' and type(cls).__name__ != '_TypedDictMeta':
            raise TypeError('Cannot inherit from plain Generic')
        variables = _collect(bases or ())
        if sum(isinstance(base, _GenericAlias) and base.__origin__ is Generic for base in bases or ()) > 1:
            raise TypeError('Cannot inherit from Generic[...] multiple times.')
        for base in bases or ():
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                listed = base.__parameters__
                missing = [v for v in variables if v not in listed]
                if missing:
                    shown = ', '.join(map(str, missing))
                    raise TypeError(f'Some type variables ({shown}) are not listed in '
                                    f'Generic[{", ".join(map(str, listed))}]')
                variables = listed
        cls.__parameters__ = tuple(variables)


_generic_class_getitem = Generic.__dict__['__class_getitem__'].__func__


def _no_init_or_replace_init(self, *args, **kwargs):
    """The __init__ of a protocol: a class that implements it looks for its own when it is first made."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')  #: 1944
    if cls.__init__ is not _no_init_or_replace_init:
        return
    inherited = (vars(base).get('__init__') for base in cls.__mro__)
    cls.__init__ = next(init for init in inherited if init not in (None, _no_init_or_replace_init))
    cls.__init__(self, *args, **kwargs)  #: 1966


_TYPING_INTERNALS = '''__parameters__ __orig_bases__ __orig_class__ _is_protocol _is_runtime_protocol __protocol_attrs__
__non_callable_proto_members__ __type_params__'''.split()
_SPECIAL_NAMES = '''__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__
__weakref__ __class_getitem__ __match_args__ __static_attributes__ __firstlineno__'''.split()
EXCLUDED_ATTRIBUTES = frozenset((*_TYPING_INTERNALS, *_SPECIAL_NAMES, '_MutableMapping__marker'))
_UNPROTECTED = EXCLUDED_ATTRIBUTES | {'_abc_impl', '__init_subclass__', '__qualname__'}


def _get_protocol_attrs(cls):
    found = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in (*base.__dict__, *base.__dict__.get('__annotations__', {})):
            if not name.startswith('_abc_') and name not in _UNPROTECTED:
                found.add(name)
    return found


def _static_attribute(obj, name):
    """What an object or its class has under a name, without running anything of theirs."""
    try:
        own = object.__getattribute__(obj, '__dict__')
    except AttributeError:
        own = {}
    if name in own:
        return own[name]
    for base in (*obj.__mro__, *type(obj).__mro__) if isinstance(obj, type) else type(obj).__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    raise AttributeError(name)


class _ProtocolMeta(_ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        for base in bases if bases != (Generic,) and Protocol in bases else ():
            if base not in (object, Generic) and not getattr(base, '_is_protocol', False) and \
                    base.__name__ not in _ALLOWED.get(base.__module__, ()):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')  #: 2062 raise TypeError(⏎    f"Protocols can only inherit from other protocols, "⏎    f"got {base!r}"⏎)
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')  #: 2112 raise TypeError("Instance and class checks can only be used with"⏎                " @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        for name in cls.__protocol_attrs__:
            try:
                value = _static_attribute(instance, name)
            except AttributeError:
                return False
            if value is None and name not in cls.__non_callable_proto_members__:
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if not getattr(cls, '_is_protocol', False):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError('issubclass() arg 1 must be a class')
        # Where a class asks its subclasses, these are not to say that they cannot be asked.
        asked = _asks_subclasses()
        if not asked and not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if '__subclasshook__' in cls.__dict__:
            return super().__subclasscheck__(other)
        data = not asked and sorted(cls.__non_callable_proto_members__)
        if data:
            raise TypeError('Protocols with non-method members don\'t support issubclass(). '
                            f'Non-method members: {str(data)[1:-1]}.')
        if super().__subclasscheck__(other):
            return True
        return all(_provides(other, name) for name in cls.__protocol_attrs__)


def _provides(cls, name):
    """Whether a class has a protocol's member; of another protocol, being annotated is enough."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        if getattr(cls, '_is_protocol', False) and name in base.__dict__.get('__annotations__', ()):
            return True
    return False


# What is no protocol and may stand among a protocol's bases.
_ALLOWED = {'collections.abc': ('Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'AsyncIterator', 'Hashable',
                                'Sized', 'Container', 'Collection', 'Reversible', 'Buffer'),
            'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager')}


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of protocol classes."""
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)  #: 2195
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol:
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)
            if cls.__init__ is Protocol.__init__ or cls.__init__ is object.__init__:
                cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """Let a protocol be used with isinstance()."""
    if not issubclass(cls, Generic) or not getattr(cls, '_is_protocol', False):  #: 2343
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')  #: 2344 raise TypeError('@runtime_checkable can be only applied to protocol classes,'⏎                ' got %r' % cls)
    cls._is_runtime_protocol, cls.__non_callable_proto_members__ = True, set()
    for name in cls.__protocol_attrs__:
        try:
            is_method = callable(getattr(cls, name, None))
        except Exception as error:
            raise TypeError(f'Failed to determine whether protocol member {name!r} is a method member') from error  #: 2356 raise TypeError(⏎    f"Failed to determine whether protocol member {attr!r} "⏎    "is a method member"⏎) from e
        if not is_method:
            cls.__non_callable_proto_members__.add(name)
    return cls


AnyStr = TypeVar('AnyStr', bytes, str)
T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')
Text = str


def cast(typ, val):
    """The value, unchanged."""
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    shown = repr(arg)
    shown = shown[:100] + '...' if len(shown) > 100 else shown
    raise AssertionError(f'Expected code to be unreachable, but got: {shown}')  #: 2622 raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=_sys.stderr)
    return obj


def no_type_check(arg):
    if isinstance(arg, type):
        for found in vars(arg).values():
            found = getattr(found, '__func__', found)
            if isinstance(found, (_types.FunctionType, type)) and found.__module__ == arg.__module__ and \
                    found.__qualname__ == f'{arg.__qualname__}.{found.__name__}':
                no_type_check(found)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    import functools
    import warnings
    warnings.warn("'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15",
                  DeprecationWarning, stacklevel=2)

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped_decorator


# By modules, names and first lines.
_overload_registry = _collections.defaultdict(_functools.partial(_collections.defaultdict, dict))


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def overload(func):
    """Marks one signature of several."""
    named = getattr(func, '__func__', func)
    try:
        _overload_registry[named.__module__][named.__qualname__][named.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    func = getattr(func, '__func__', func)
    if func.__module__ not in _overload_registry:
        return []
    return list(_overload_registry[func.__module__].get(func.__qualname__, {}).values())


def clear_overloads():
    _overload_registry.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    def decorate(cls):
        cls.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls
    return decorate


def _idfunc(*args, **kwargs):
    if kwargs:
        raise TypeError('_typing._idfunc() takes no keyword arguments')
    if len(args) != 1:
        raise TypeError(f'_typing._idfunc() takes exactly one argument ({len(args)} given)')
    return args[0]


# Native, and so no method of whom it is called on.
_typing = {'__name__': '_typing'}
_typing['idfunc'] = _types.FunctionType(_idfunc.__code__, _typing, '_idfunc')
_frames.native(_typing)
_idfunc = _typing['idfunc']


class NewType(_Unioned):
    """A name for a type that a checker keeps apart."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = _caller()

    __call__ = _typing['idfunc']

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __mro_entries__(self, bases):
        superclass = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                text = f'`{cls.__name__} = NewType({cls.__name__!r}, {superclass})`'
                raise TypeError(f'Cannot subclass an instance of NewType. Perhaps you were looking for: {text}')  #: 3427 raise TypeError(⏎⏎⏎)

        return (Dummy,)


def get_origin(tp):
    """The unsubscripted form of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, GenericAlias, _SpecialGenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if isinstance(tp, _types.UnionType):
        return _types.UnionType
    return Generic if tp is Generic else None


def _stands_for_several(arg):
    return arg is ... or isinstance(arg, ParamSpec) or isinstance(arg, _GenericAlias) and arg.__origin__ is Concatenate


def get_args(tp):
    """The arguments of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        # Who has an alias of Callable has read collections.abc.
        abc = _sys.modules.get('collections.abc')
        if abc is not None and tp.__origin__ is abc.Callable and not (len(args) == 2 and _stands_for_several(args[0])):
            args = (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, _types.UnionType) else ()


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):  #: 3784
        raise TypeError(f'{tp!r} is not a Protocol')  #: 3785
    return frozenset(tp.__protocol_attrs__)


_extension(TypeVar, TypeVarTuple, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, NoDefaultType)
del NoDefaultType
__all__ = [_name for _name in list(globals()) if not _name.startswith('_') and _name not in ('EXCLUDED_ATTRIBUTES', 'GenericAlias', 'KT', 'T', 'VT')]
__all__ += [*(name for name in _ON_DEMAND if name[0] != '_'), *_ABSTRACT, 'ChainMap', 'ContextManager', 'AsyncContextManager', 'Match', 'Pattern']
_frames.unseen(_Unioned, _Defaulted, _ParamSpecPart)
