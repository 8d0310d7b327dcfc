"""What has bytes."""
from abc import ABCMeta, abstractmethod

from collections._abc_iteration import _has
from collections._abc_containers import Sequence

__name__ = 'collections.abc'  # where what is here is said to be  #: in <frozen _collections_abc>


class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__buffer__') if cls is Buffer else NotImplemented

    @abstractmethod
    def __buffer__(self, flags, /):
        raise NotImplementedError  #: 452


class _DeprecateByteStringMeta(ABCMeta):
    def __new__(cls, name, bases, namespace, **kwargs):
        if name != 'ByteString':
            _deprecated_bytes()
        return super().__new__(cls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        _deprecated_bytes()
        return super().__instancecheck__(instance)


def _deprecated_bytes():
    from warnings import warn
    warn("'collections.abc.ByteString' is deprecated and slated for removal in Python 3.14", DeprecationWarning, 3)


class ByteString(Sequence, metaclass=_DeprecateByteStringMeta):
    __slots__ = ()


for _of_bytes in bytes, bytearray:
    ByteString.register(_of_bytes)
    Buffer.register(_of_bytes)
Buffer.register(memoryview)
del _of_bytes
