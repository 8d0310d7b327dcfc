"""Support for type hints. Nothing of it is checked when the program runs."""
import collections as _collections
import sys as _sys
import types as _types
from types import GenericAlias
from _frames import on_demand as _on_demand

from _typing_arguments import (ForwardRef, _Final, _NotIterable, _caller, _collect, _collect_type_parameters,
                               _deduplicate, _is_dunder, _is_param_expr, _stands_for_several, _type_check,
                               _type_convert, _type_repr)
from _typing_aliases import (_BaseGenericAlias, _CallableGenericAlias, _CallableType, _DeprecatedGenericAlias,
                             _GenericAlias, _SpecialGenericAlias, _TupleType)
from _typing_forms import (Annotated, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn,
                           NotRequired, Optional, ReadOnly, Required, Self, TypeAlias, TypeGuard, TypeIs, Union, Unpack,
                           _AnnotatedAlias, _ConcatenateGenericAlias, _LiteralGenericAlias, _SpecialForm,
                           _TypedCacheSpecialForm, _UnionGenericAlias, _UnpackGenericAlias)
from _typing_variables import NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple
from _typing_protocols import (EXCLUDED_ATTRIBUTES, Generic, Protocol, _ProtocolMeta, _SPECIAL_NAMES, _TYPING_INTERNALS,
                               _generic_class_getitem, _get_protocol_attrs, _no_init_or_replace_init,
                               get_protocol_members, is_protocol, runtime_checkable)

TYPE_CHECKING = False


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


def _starred(alias):
    """What unpacking an alias of a tuple gives."""
    starred, = alias
    return starred


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


def __getattr__(name):
    if name in _ABSTRACT:
        return _abstract_alias(name)
    if name == 'ChainMap':
        return _SpecialGenericAlias(name, _collections.ChainMap, 2)
    # Those of modules that are seldom wanted.
    if name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        alias = _contextlib_alias(name, getattr(contextlib, f'Abstract{name}'))
    elif name in ('Pattern', 'Match'):
        import re
        alias = _SpecialGenericAlias(name, getattr(re, name), 1)
    elif name == '_collect_parameters':
        import warnings
        warnings.warn(f'The private {name} function is deprecated and will be removed in a future version of Python. Any '
                      'use of private functions is discouraged and may break in the future.', DeprecationWarning, 2)
        return _collect
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")  #: 3812 raise AttributeError(f"module {__name__!r} has no attribute {attr!r}")
    globals()[name] = alias
    return alias


# What is read when a program first asks for it.
_on_demand(globals(), {
    '_typing_classes': 'SupportsInt SupportsFloat SupportsIndex SupportsBytes SupportsComplex SupportsAbs SupportsRound IO TextIO '
                       'BinaryIO',
    '_typing_records': 'NamedTuple TypedDict is_typeddict _NamedTuple _NamedTupleMeta _TypedDict _TypedDictMeta',
    '_typing_hints': 'get_type_hints _eval_type',
    '_typing_substitution': '_alias_getitem _check_generic_specialization _chosen _default_of _determine_new_args '
                            '_endless _filled _is_one_list _is_parameters _is_several _specialized _substitute '
                            '_substituted _unpacked _wrong_for_class',
    '_typing_syntax': 'TypeAliasType _LazyTypeVar _aliased _make_generic _make_paramspec _make_type_alias '
                      '_make_typevar _make_typevartuple',
    '_typing_statements': '_overload_dummy _overload_registry assert_never assert_type clear_overloads '
                          'dataclass_transform final get_overloads no_type_check no_type_check_decorator overload '
                          'override reveal_type',
    '_typing_new_types': 'NewType _idfunc _typing',
}, '__getattr__', ' '.join((*_ABSTRACT, 'ChainMap')))


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


AnyStr = TypeVar('AnyStr', bytes, str)
T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')
Text = str


def cast(typ, val):
    """The value, unchanged."""
    return val


def get_origin(tp):
    """The unsubscripted form of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, GenericAlias, _SpecialGenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if isinstance(tp, _types.UnionType):
        return _types.UnionType
    return Generic if tp is Generic else None


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


__all__ = '''
    Annotated Any Callable ClassVar Concatenate Final ForwardRef Generic Literal Optional ParamSpec Protocol Tuple
    Type TypeVar TypeVarTuple Union AbstractSet ByteString Container ContextManager Hashable ItemsView Iterable
    Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Sequence Sized ValuesView
    Awaitable AsyncIterator AsyncIterable Coroutine Collection AsyncGenerator AsyncContextManager Reversible
    SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound ChainMap Counter
    Deque Dict DefaultDict List OrderedDict Set FrozenSet NamedTuple TypedDict Generator BinaryIO IO Match Pattern
    TextIO AnyStr assert_type assert_never cast clear_overloads dataclass_transform final get_args get_origin
    get_overloads get_protocol_members get_type_hints is_protocol is_typeddict LiteralString Never NewType
    no_type_check no_type_check_decorator NoDefault NoReturn NotRequired overload override ParamSpecArgs
    ParamSpecKwargs ReadOnly Required reveal_type runtime_checkable Self Text TYPE_CHECKING TypeAlias TypeGuard TypeIs
    TypeAliasType Unpack
'''.split()
