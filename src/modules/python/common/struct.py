"""Bytes laid out as C lays them out."""
import _struct
from _struct import Struct, calcsize, error, pack, pack_into, unpack, unpack_from

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class unpack_iterator:
    __module__ = '_struct'

    def __init__(self, format, buffer):
        self._parts = iter(_struct.parts(format, buffer))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._parts)

    def __length_hint__(self):
        return self._parts.__length_hint__()


def iter_unpack(format, buffer, /):
    return unpack_iterator(format, buffer)


Struct.iter_unpack = lambda self, buffer, /: unpack_iterator(self, buffer)

from _frames import extension as _extension
_extension(Struct, unpack_iterator)


from _frames import native as _native
_native(globals())
