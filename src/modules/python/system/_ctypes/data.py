"""What all data of C's have in common: a place in memory, and a type that knows size and alignment."""
import _frames
import sys as _sys
from _ctypes.regions import Region, at as _at



class ArgumentError(Exception):
    __module__ = 'ctypes'


def caller():
    """The name of the module whose code makes a type."""
    return _frames.getframe(0).f_globals.get('__name__', '__main__')


class CType_Type(type):
    """`_c_size` is None of a type of which there can be no data; `_c_points`: it has addresses in it."""
    __module__ = '_ctypes'
    _c_size, _c_align, _c_points, _c_code = None, None, False, None

    def __mul__(cls, length):
        from _ctypes.arrays import array_type
        try:
            length = length.__index__()
        except AttributeError:
            raise TypeError(f"can't multiply sequence by non-int of type {type(length).__name__!r}") from None
        return array_type(cls, length)

    def __rmul__(cls, length):
        return cls * length

    def place(cls, region, offset=0, base=None, kept=None):
        """Data that are there already."""
        self = object.__new__(cls)
        self._region, self._offset, self._b_base_, self._kept = region, offset, base, kept
        return self

    def load(cls, region, offset, base):
        """What is got of a part of that type."""
        return cls.place(region, offset, base)

    def store(cls, region, offset, value, owner=None):
        """Puts a value there; gives what must be kept along with it."""
        if isinstance(value, cls):
            size = cls._c_size
            region.data[offset:offset + size] = bytes(value._region.data[value._offset:value._offset + size])
            return {} if value._kept is None else value._kept
        return cls.store_other(region, offset, value)

    def store_other(cls, region, offset, value):
        name = cls.__name__
        if isinstance(value, _CData):
            raise TypeError(f'incompatible types, {type(value).__name__} instance instead of {name} instance')
        if type(value) is tuple:
            try:
                made = cls(*value)
            except Exception as error:
                raise RuntimeError(f'({name}) {type(error).__name__}: {error}') from None
            return cls.store(region, offset, made)
        raise TypeError(f'expected {name} instance, got {_frames.type_name(value)}')

    def from_buffer(cls, source, offset=0, /):
        size = _known_size(cls)
        if isinstance(source, _CData):
            _fits(source._c_size_now(), size, offset)
            return cls.place(source._region, source._offset + offset, None, {'ffffffff': source})
        view = memoryview(source)
        if view.readonly:
            raise TypeError('underlying buffer is not writable')
        if not view.c_contiguous:
            raise TypeError('underlying buffer is not C contiguous')
        _fits(view.nbytes, size, offset)
        return cls.place(Region(view.cast('B'), source), offset, None, {'ffffffff': view})

    def from_buffer_copy(cls, source, offset=0, /):
        size = _known_size(cls)
        if isinstance(source, str) or not isinstance(source, (bytes, bytearray, memoryview)) and not hasattr(type(source), '__buffer__'):
            raise TypeError(f"a bytes-like object is required, not '{_frames.type_name(source)}'")
        data = bytes(source)
        _fits(len(data), size, offset)
        made = cls.__new__(cls)
        made._region.data[:] = data[offset:offset + size]
        return made

    def from_address(cls, address, /):
        if not isinstance(address, int):
            raise TypeError('integer expected')
        _known_size(cls)
        region, offset = _at(address)
        return cls.place(region, offset, None, {'region': region})

    def from_param(cls, value, /):
        if isinstance(value, cls):
            return value
        if isinstance(value, CArgObject) and isinstance(value._obj, cls) and value._kind != 'P':
            return value
        if hasattr(value, '_as_parameter_'):
            return cls.from_param(value._as_parameter_)
        raise TypeError(f'expected {cls.__name__} instance instead of {_frames.type_name(value)}')

    def in_dll(cls, library, name, /):
        _frames.not_supported(f'{cls.__name__}.in_dll', 'data of the program')


def _known_size(cls):
    if cls._c_size is None:
        raise TypeError('abstract class')
    return cls._c_size


def _fits(has, needs, offset):
    if offset < 0:
        raise ValueError('offset cannot be negative')
    if has - offset < needs:
        raise ValueError(f'Buffer size too small ({has} instead of at least {needs + offset} bytes)')


def _shown(kept):
    """What is kept, as a program sees it."""
    return kept.owner if isinstance(kept, Region) else {key: _shown(one) for key, one in kept.items()} if type(kept) is dict else kept


class _CData(metaclass=CType_Type):
    __module__ = '_ctypes'
    __slots__ = '_region', '_offset', '_b_base_', '_kept', '_resized'

    def __new__(cls, /, *args, **named):
        self = object.__new__(cls)
        self._region = Region(bytearray(_known_size(cls)))
        self._offset, self._b_base_, self._kept = 0, None, None
        return self

    _b_needsfree_ = property(lambda self: int(self._b_base_ is None and self._region.owner is None))
    _objects = property(lambda self: _shown(self._kept) if type(self)._c_code is None else _shown(self._kept and self._kept.get('0')))

    def _keep(self, key, kept):
        """Something lives as long as the data in which its address is."""
        if kept is None:
            return
        if self._b_base_ is not None and isinstance(self._b_base_, _CData) and self._b_base_._region is self._region:
            return self._b_base_._keep(f'{key}:{self._offset - self._b_base_._offset:x}', kept)
        if self._kept is None:
            self._kept = {}
        if isinstance(self._kept, dict):
            self._kept[key] = kept

    def _c_size_now(self):
        return len(self._region.data) if getattr(self, '_resized', False) else type(self)._c_size

    def _bytes(self):
        return bytes(self._region.data[self._offset:self._offset + self._c_size_now()])

    def __buffer__(self, flags, /):
        view = memoryview(self._region.data)
        size = self._c_size_now()
        return view if self._offset == 0 and size == len(view) else view[self._offset:self._offset + size]

    def __release_buffer__(self, buffer, /):
        pass

    def __hash__(self):
        raise TypeError('unhashable type')

    def __reduce__(self):
        if type(self)._c_points:
            raise ValueError('ctypes objects containing pointers cannot be pickled')
        return _unpickle, (type(self), (getattr(self, '__dict__', {}), self._bytes()))

    def __setstate__(self, state):
        attributes, data = state
        self.__dict__.update(attributes)
        self._region.data[self._offset:self._offset + len(data)] = data

    def __ctypes_from_outparam__(self):
        return self


def _unpickle(cls, state):
    made = cls.__new__(cls)
    made.__setstate__(state)
    return made


class CArgObject:
    """What is given to a function of C's for an argument."""
    __module__ = '_ctypes'
    __slots__ = '_kind', '_value', '_obj', '__weakref__'

    def __init__(self, kind, value, obj):
        self._kind, self._value, self._obj = kind, value, obj

    def __repr__(self):
        kind, value = self._kind, self._value
        if kind in 'bBhHiIlLqQ':
            return f'<cparam {kind!r} ({value})>'
        if kind in 'fd':
            return f'<cparam {kind!r} ({value!r})>'
        if kind == 'c':
            shown = chr(value[0]) if 32 <= value[0] < 127 and value not in b"'\\" else f'\\x{value[0]:02x}'
            return f"<cparam 'c' ('{shown}')>"
        if kind in 'zZP':
            return f'<cparam {kind!r} ({value:#x})>'
        return f'<cparam {kind!r} at {id(self):#x}>'


def byref(obj, offset=0, /):
    if not isinstance(obj, _CData):
        raise TypeError(f"byref() argument must be a ctypes instance, not '{_frames.type_name(obj)}'")
    return CArgObject('P', obj._region.address(obj._offset + offset), obj)


def addressof(obj, /):
    if not isinstance(obj, _CData):
        raise TypeError('invalid type')
    return obj._region.address(obj._offset)


def sizeof(obj_or_type, /):
    if isinstance(obj_or_type, CType_Type) and obj_or_type._c_size is not None:
        return obj_or_type._c_size
    if isinstance(obj_or_type, _CData):
        return obj_or_type._c_size_now()
    raise TypeError('this type has no size')


def alignment(obj_or_type, /):
    kind = obj_or_type if isinstance(obj_or_type, CType_Type) else type(obj_or_type)
    if isinstance(kind, CType_Type) and kind._c_align is not None:
        return kind._c_align
    raise TypeError('no alignment info')


def resize(obj, size, /):
    if not isinstance(obj, _CData):
        raise TypeError('excepted ctypes instance')
    least = type(obj)._c_size
    if size < least:
        raise ValueError(f'minimum size is {least}')
    if obj._b_base_ is not None or obj._region.owner is not None:
        raise ValueError('Memory cannot be resized because this object doesn\'t own it')
    data = obj._region.data
    obj._region = Region(data[:size] + bytes(max(size - len(data), 0)))
    obj._resized = True


_errno = 0


def get_errno():
    return _errno


def set_errno(value, /):
    global _errno
    if not isinstance(value, int):
        raise TypeError(f"'{_frames.type_name(value)}' object cannot be interpreted as an integer")
    before, _errno = _errno, (value & 0xffff_ffff ^ 1 << 31) - (1 << 31)
    return before


_frames.extension(CArgObject)
_frames.open_extension(CType_Type, _CData)
_frames.native(globals(), 'caller', 'array_type')
