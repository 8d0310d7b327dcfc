"""Special forms: Union, Literal, Annotated and others."""
import types as _types
from _operator import getitem as _getitem

from _typing_arguments import (_MAY_HOLD_QUALIFIERS, _NotIterable, _argument, _inner, _no_type, _remember, _remembered,
                               _type_repr)
from _typing_aliases import _GenericAlias, _Named

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


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
