"""Generic and Protocol, and the classes below them."""
from abc import ABCMeta as _ABCMeta, _asks_subclasses

from _typing_arguments import _collect, _convert, _inner, _remember, _remembered
from _typing_aliases import _GenericAlias
from _typing_variables import ParamSpec, TypeVar, TypeVarTuple

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


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


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):  #: 3784
        raise TypeError(f'{tp!r} is not a Protocol')  #: 3785
    return frozenset(tp.__protocol_attrs__)
