"""Memory at an address: copies, texts, other types for it."""
import _frames
from _ctypes.data import ArgumentError, CType_Type
from _ctypes.functions import CFuncPtr, raw
from _ctypes.pointers import _Pointer
from _ctypes.regions import at as _at, text_at as _text_at, wide_text_at as _wide_text_at
from _ctypes.simple import PyCSimpleType, _SimpleCData

_Any = PyCSimpleType('c_void_p', (_SimpleCData,), {'_type_': 'P', '__module__': 'ctypes'})
LIBRARIES = {'libc.so.6', 'libm.so.6', 'libpthread.so.0', 'libdl.so.2', 'librt.so.1'}


def _address(value, at=1):
    """The address that a pointer, an array or a text is for C, and what keeps it."""
    try:
        param = _Any.from_param(value)
    except TypeError as error:
        raise ArgumentError(f'argument {at}: TypeError: {error}') from None
    return raw(param), param


def _copied(address, count, holder):
    region, offset = _at(address, getattr(holder, '_kept', None))
    return bytes(region.data[offset:offset + count])


def _write(address, data, holder):
    region, offset = _at(address, getattr(holder, '_kept', None))
    region.data[offset:offset + len(data)] = data
    return address


def memmove(dst, src, count):
    """Copies bytes."""
    (to, first), (source, second) = _address(dst), _address(src, 2)
    return _write(to, _copied(source, count, second), first)


def memset(dst, c, count):
    """Fills with a byte."""
    to, holder = _address(dst)
    return _write(to, bytes([c & 255]) * count, holder)


def _cast(obj, source, typ):
    address, param = _address(obj)
    is_pointer = isinstance(typ, CType_Type) and (issubclass(typ, (_Pointer, CFuncPtr)) or typ._c_code in ('z', 'Z', 'P', 'O'))
    if not is_pointer:
        raise TypeError('cast() argument 2 must be a pointer type')
    made = typ.__new__(typ)
    made._region.data[:8] = address.to_bytes(8, 'little')
    kept = param._obj if hasattr(param, '_obj') else param
    if kept is not None:
        made._kept = {'0': kept, '1': getattr(kept, '_kept', None)}
    return made


def _string_at(ptr, size):
    address, holder = _address(ptr)
    return _text_at(address, getattr(holder, '_kept', None)) if size < 0 else _copied(address, size, holder)


def _wstring_at(ptr, size):
    address, holder = _address(ptr)
    return _wide_text_at(address, size, getattr(holder, '_kept', None))


def dlopen(name, mode):
    """A handle of a library; there are few."""
    if name and name.rpartition('/')[2] not in LIBRARIES:
        raise OSError(f'{name}: cannot open shared object file: No such file or directory')
    return 0x7f00_0400_0000 + 16 * hash(name or '')


_frames.native(globals(), 'raw')
