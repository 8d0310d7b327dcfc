"""Arguments of types: how they are looked at, kept and shown."""
import _frames
import sys as _sys
import types as _types
from types import GenericAlias

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


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


def inner(function, *args):
    """Where CPython remembers what types it has made."""
    return function(*args)  #: 432 return «func(*args, **kwds)»


_inner = inner
del inner


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


def _stands_for_several(arg):
    return arg is ... or isinstance(arg, ParamSpec) or isinstance(arg, _GenericAlias) and arg.__origin__ is Concatenate


_frames.unseen(_Unioned)
