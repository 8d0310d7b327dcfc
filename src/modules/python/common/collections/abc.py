"""Abstract base classes for containers."""
from abc import ABCMeta, abstractmethod

from collections._abc_iteration import Generator, GenericAlias, Hashable, Iterable, Iterator, Sized

__all__ = ['Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable',
           'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set',
           'MutableSet', 'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView',
           'Sequence', 'MutableSequence', 'ByteString', 'Buffer']

# What is read when a program first asks for it.
_ON_DEMAND = {name: f'collections._abc_{part}' for part, names in {
    'awaiting': 'Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator',
    'bytes': 'Buffer ByteString _DeprecateByteStringMeta',
    'callables': 'Callable _CallableGenericAlias',
    'containers': 'Reversible Container Collection Set MutableSet Mapping MappingView KeysView ItemsView ValuesView '
                  'MutableMapping Sequence MutableSequence',
}.items() for name in names.split()}


def __dir__():
    return sorted({*globals(), *_ON_DEMAND})


def __getattr__(name):
    if name not in _ON_DEMAND:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    return globals().setdefault(name, getattr(__import__(_ON_DEMAND[name], fromlist=['*']), name))
