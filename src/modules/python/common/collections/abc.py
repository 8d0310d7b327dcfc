"""Abstract base classes for containers."""
from abc import ABCMeta, abstractmethod
from _frames import on_demand as _on_demand

from collections._abc_iteration import Generator, GenericAlias, Hashable, Iterable, Iterator, Sized

__all__ = ['Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable',
           'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set',
           'MutableSet', 'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView',
           'Sequence', 'MutableSequence', 'ByteString', 'Buffer']

# What is read when a program first asks for it.
_on_demand(globals(), {
    'collections._abc_awaiting': 'Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator',
    'collections._abc_bytes': 'Buffer ByteString _DeprecateByteStringMeta',
    'collections._abc_callables': 'Callable _CallableGenericAlias',
    'collections._abc_containers': 'Reversible Container Collection Set MutableSet Mapping MappingView KeysView ItemsView ValuesView '
                  'MutableMapping Sequence MutableSequence',
})
