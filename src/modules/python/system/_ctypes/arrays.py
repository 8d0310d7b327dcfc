"""C's arrays."""
import _frames
from _ctypes.data import CType_Type, _CData, caller
from _ctypes.simple import _explicit
from _ctypes.regions import wide_text

# By item type and length.
_types = {}


def array_type(kind, length):
    if (kind, length) not in _types:
        if length < 0:
            raise ValueError(f'Array length must be >= 0, not {length}')
        if kind._c_size is None:
            raise TypeError('abstract class')
        if kind._c_size * length >= 1 << 63:
            raise OverflowError('array too large')
        namespace = {'_length_': length, '_type_': kind, '__module__': caller()}
        _types[kind, length] = PyCArrayType(f'{kind.__name__}_Array_{length}', (Array,), namespace)
    return _types[kind, length]


class PyCArrayType(CType_Type):
    __module__ = '_ctypes'

    def __new__(meta, name, bases, namespace, **named):
        cls = super().__new__(meta, name, bases, namespace, **named)
        if bases == (_CData,):
            return cls
        if not hasattr(cls, '_length_'):
            raise AttributeError("class must define a '_length_' attribute")
        length = cls._length_
        if not isinstance(length, int):
            raise TypeError("The '_length_' attribute must be an integer")
        if length < 0:
            raise ValueError("The '_length_' attribute must not be negative")
        if not hasattr(cls, '_type_'):
            raise AttributeError("class must define a '_type_' attribute")
        kind = cls._type_
        if not isinstance(kind, CType_Type) or kind._c_size is None:
            raise TypeError('_type_ must have storage info')
        cls._c_size, cls._c_align, cls._c_points = kind._c_size * length, kind._c_align, kind._c_points
        if kind._c_code == 'c' and kind._c_direct:
            cls.value, cls.raw = property(_get_text, _set_text), property(_get_raw, _set_raw)
        elif kind._c_code == 'u' and kind._c_direct:
            cls.value = property(_get_wide, _set_wide)
        if '__ctype_be__' not in namespace and hasattr(kind, '__ctype_be__') and kind.__ctype_be__ is kind:
            cls.__ctype_be__ = cls.__ctype_le__ = cls
        return cls

    def text_code(cls):
        """'c' or 'u' of a type whose data are texts where they are members of a structure."""
        kind = cls._type_
        return kind._c_code if kind._c_code in ('c', 'u') and kind._c_direct else None

    def from_param(cls, value, /):
        if cls.text_code() == 'c' and isinstance(value, bytes) or cls.text_code() == 'u' and isinstance(value, str):
            if len(value) > cls._length_:
                raise ValueError('Invalid length')
            made = cls()
            made.value = value
            return made
        return super().from_param(value)


def _get_raw(self):
    """The bytes."""
    return self._bytes()


def _set_raw(self, value):
    data = bytes(memoryview(value))
    if len(data) > self._c_size_now():
        raise ValueError('byte string too long')
    self._region.data[self._offset:self._offset + len(data)] = data


def _get_text(self):
    """The bytes up to a zero."""
    return self._bytes().partition(b'\0')[0]


def _set_text(self, value):
    if not isinstance(value, bytes):
        raise TypeError(f'bytes expected instead of {_frames.type_name(value)} instance')
    size = self._c_size_now()
    if len(value) > size:
        raise ValueError('byte string too long')
    data = value + b'\0' if len(value) < size else value
    self._region.data[self._offset:self._offset + len(data)] = data


def _get_wide(self):
    """The characters up to a zero."""
    return wide_text(self._bytes())


def _set_wide(self, value):
    if not isinstance(value, str):
        raise TypeError(f'unicode string expected instead of {_frames.type_name(value)} instance')
    size = self._c_size_now()
    data = value.encode('utf-32-le', 'surrogatepass')
    if len(data) > size:
        raise ValueError('string too long')
    data += bytes(4) if len(data) < size else b''
    self._region.data[self._offset:self._offset + len(data)] = data


def joined(kind, items):
    """What a slice is: a text of what are characters, else a list."""
    if kind._c_code == 'c' and kind._c_direct:
        return b''.join(items)
    if kind._c_code == 'u' and kind._c_direct:
        return ''.join(items)
    return items


class Array(_CData, metaclass=PyCArrayType):
    __module__ = '_ctypes'
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, /, *values, **named):
        for at, value in enumerate(values):
            self[at] = value

    def __len__(self):
        return type(self)._length_

    def _place(self, at):
        length = type(self)._length_
        if at < 0:
            at += length
        if not 0 <= at < length:
            raise IndexError('invalid index')
        return self._offset + at * type(self)._type_._c_size

    def _get(self, at):
        return type(self)._type_.load(self._region, self._place(at), self)

    def _set(self, at, value):
        place = self._place(at)
        kept = type(self)._type_.store(self._region, place, value)
        if kept is not None:
            self._keep(f'{(place - self._offset) // type(self)._type_._c_size:x}', kept)

    def __getitem__(self, at, /):
        if isinstance(at, slice):
            return joined(type(self)._type_, [self._get(one) for one in range(*at.indices(len(self)))])
        if not hasattr(type(at), '__index__'):
            raise TypeError('indices must be integers')
        return self._get(at.__index__())

    def __setitem__(self, at, value, /):
        if isinstance(at, slice):
            places = range(*at.indices(len(self)))
            if len(value) != len(places):
                raise ValueError('Can only assign sequence of same size')
            for place, one in zip(places, value):
                self._set(place, one)
            return
        if not hasattr(type(at), '__index__'):
            raise TypeError('indices must be integer')
        self._set(at.__index__(), value)

    def __delitem__(self, at, /):
        raise TypeError('Array does not support item deletion')

    def __buffer__(self, flags, /):
        view = super().__buffer__(flags)
        shape, kind = [], type(self)
        while isinstance(kind, PyCArrayType):
            shape.append(kind._length_)
            kind = kind._type_
        code = kind._c_code
        if len(shape) > 1 and code is not None and code in 'cbBhHiIlLqQfd?' and 0 not in shape:
            from _memory import explicit
            return explicit(view.cast(code, shape))
        return _explicit(view, kind) if code else view


_frames.open_extension(PyCArrayType, Array)
_frames.native(globals(), 'array_type', 'joined', 'caller', 'wide_text')
