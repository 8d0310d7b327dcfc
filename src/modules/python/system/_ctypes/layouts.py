"""C's structures and unions."""
import _frames
from _ctypes.arrays import PyCArrayType
from _ctypes.data import CType_Type, _CData
from _ctypes.regions import wide_text


class CField:
    """Where a member stands. `size` of one of some bits has how many in its upper half, and which is the first."""
    __module__ = '_ctypes'
    __slots__ = 'offset', 'size', '_type', '_index', '_bits', '_text'

    def __init__(self, kind, offset, size, index, bits):
        self.offset, self.size, self._type, self._index, self._bits = offset, size, kind, index, bits
        self._text = kind.text_code() if isinstance(kind, PyCArrayType) else None

    def __repr__(self):
        name = self._type.__name__
        if self._bits:
            return f'<Field type={name}, ofs={self.offset}:{self.size & 0xffff}, bits={self.size >> 16}>'
        return f'<Field type={name}, ofs={self.offset}, size={self.size}>'

    def __get__(self, obj, cls=None, /):
        if obj is None:
            return self
        if not isinstance(obj, _CData):
            raise TypeError('not a ctype instance')
        kind, place = self._type, obj._offset + self.offset
        if self._bits:
            return self._get_bits(obj, place)
        if self._text is None:
            return kind.load(obj._region, place, obj)
        data = bytes(obj._region.data[place:place + kind._c_size])
        return data.partition(b'\0')[0] if self._text == 'c' else wide_text(data)

    def __set__(self, obj, value, /):
        if not isinstance(obj, _CData):
            raise TypeError('not a ctype instance')
        kind, place = self._type, obj._offset + self.offset
        if self._bits:
            self._set_bits(obj, place, value)
        elif self._text is not None and not isinstance(value, _CData):
            self._set_text(obj, place, value)
        else:
            kept = kind.store(obj._region, place, value)
            if kept is not None:
                obj._keep(f'{self._index:x}', kept)

    def __delete__(self, obj, /):
        raise TypeError("can't delete attribute")

    def _set_text(self, obj, place, value):
        length, size = self._type._length_, self._type._c_size
        wanted, kind = (bytes, 'bytes') if self._text == 'c' else (str, 'unicode string')
        if not isinstance(value, wanted):
            raise TypeError(f'expected bytes, {_frames.type_name(value)} found' if self._text == 'c' else
                            f'unicode string expected instead of {_frames.type_name(value)} instance')
        if len(value) > length:
            raise ValueError(f'{"bytes" if self._text == "c" else "string"} too long ({len(value)}, maximum length {length})')
        data = value if self._text == 'c' else value.encode('utf-32-le', 'surrogatepass')
        if len(value) < length:
            data += bytes(size // length)
        obj._region.data[place:place + len(data)] = data

    def _whole(self, obj, place):
        order = 'big' if getattr(self._type, '_swappedbytes_', 0) is None else 'little'
        return int.from_bytes(obj._region.data[place:place + self._type._c_size], order), order

    def _get_bits(self, obj, place):
        count, first = self.size >> 16, self.size & 0xffff
        found = self._whole(obj, place)[0] >> first & (1 << count) - 1
        if self._type._c_code == '?':
            return bool(found)
        if self._type._c_code.islower() and found >> count - 1:
            found -= 1 << count
        return found

    def _set_bits(self, obj, place, value):
        count, first, size = self.size >> 16, self.size & 0xffff, self._type._c_size
        whole, order = self._whole(obj, place)
        if self._type._c_code == '?':
            value = bool(value)
        elif not hasattr(type(value), '__index__'):
            raise TypeError(f"'{_frames.type_name(value)}' object cannot be interpreted as an integer")
        mask = (1 << count) - 1 << first
        whole = (whole & ~mask | value.__index__() << first & mask) & (1 << 8 * size) - 1
        obj._region.data[place:place + size] = whole.to_bytes(size, order)


class _Layout:
    """Places members one after the other (Modules/_ctypes/cfield.c `PyCField_FromDesc`)."""

    def __init__(self, size, align, pack, swapped):
        self.size, self.offset, self.align, self.pack, self.swapped = size, size, align, pack, swapped
        # Of the bits that the next member may share: how many there are, and how many are taken.
        self.room = self.taken = 0

    def place(self, kind, bits):
        """Offset and size of the next member."""
        whole = 8 * kind._c_size
        if bits and self.room and whole <= self.room and self.taken + bits <= self.room:
            offset = self.offset - kind._c_size
        elif bits and self.room and whole >= self.room and self.taken + bits <= whole:
            more = kind._c_size - self.room // 8
            self.offset += more
            self.size += more
            self.room, offset = whole, self.offset - kind._c_size
        else:
            self.room, self.taken = (whole, 0) if bits else (0, 0)
            align = min(self.pack, kind._c_align) if self.pack else kind._c_align
            gap = -self.offset % align if align else 0
            offset = self.offset + gap
            self.size += gap + kind._c_size
            self.offset = offset + kind._c_size
            self.align = max(self.align, align)
        if not bits:
            return offset, kind._c_size
        first = self.room - self.taken - bits if self.swapped else self.taken
        self.taken += bits
        return offset, bits << 16 | first


def _lay_out(cls, fields):
    """Gives a class its members."""
    is_union = isinstance(cls, UnionType)
    try:
        fields = list(fields)
    except TypeError:
        raise TypeError("'_fields_' must be a sequence of pairs") from None
    if cls.__dict__.get('_c_final', False):
        raise AttributeError('_fields_ is final')
    base = cls.__bases__[0]
    pack = getattr(cls, '_pack_', None)
    if pack is not None and (not isinstance(pack, int) or pack < 0):
        raise ValueError('_pack_ must be a non-negative integer')
    least = getattr(cls, '_align_', 1)
    if not isinstance(least, int) or least < 0 or least & (least - 1):
        raise ValueError('_align_ must be a non-negative integer' if least < 0 else '_align_ must be a power of two')
    layout = _Layout(base._c_size or 0, max(base._c_align or 1, 1), pack, hasattr(cls, '_swappedbytes_'))
    names, points, greatest = [], bool(base._c_points), base._c_size or 0
    if isinstance(base, CType_Type) and base is not _CData and base._c_size:
        base._c_final = True
    made = []
    for at, field in enumerate(fields):
        name, kind, bits = _field(at, field)
        if is_union:
            align = min(pack, kind._c_align) if pack else kind._c_align
            layout.align, greatest = max(layout.align, align), max(greatest, kind._c_size)
            first = 8 * kind._c_size - (bits or 0) if layout.swapped else 0
            offset, size = 0, bits << 16 | first if bits else kind._c_size
        else:
            offset, size = layout.place(kind, bits)
        points |= kind._c_points
        made.append((name, CField(kind, offset, size, len(base._c_names) + at, bits)))
        names.append(name)
    cls._c_align = align = max(layout.align, least)
    cls._c_size = -(-(greatest if is_union else layout.size) // align) * align
    cls._c_points, cls._c_names = points, base._c_names + names
    for name, field in made:
        type.__setattr__(cls, name, field)
    type.__setattr__(cls, '_fields_', fields)
    cls._c_final = True
    _anonymous(cls)


def _field(at, field):
    if not isinstance(field, tuple) or not 2 <= len(field) <= 3 or not isinstance(field[0], str):
        raise TypeError("'_fields_' must be a sequence of (name, C type) pairs")
    name, kind, bits = (*field, None)[:3]
    if not isinstance(kind, CType_Type) or kind._c_size is None:
        raise TypeError(f'second item in _fields_ tuple (index {at}) must be a C type')
    if '_c_final' in type(kind)._flags:
        kind._c_final = True
    if bits is None:
        return name, kind, None
    if not isinstance(bits, int):
        raise TypeError("'_fields_' must be a sequence of (name, C type) pairs")
    if kind._c_code is None or kind._c_code not in 'bBhHiIlLqQ?c' or kind._c_code == 'c':
        raise TypeError(f'bit fields not allowed for type {kind.__name__}')
    if not 0 < bits <= 8 * kind._c_size:
        raise ValueError('number of bits invalid for bit field')
    return name, kind, bits


def _anonymous(cls):
    """Members of a member without a name of its own are this one's."""
    for name in cls.__dict__.get('_anonymous_', ()):
        field = cls.__dict__.get(name)
        if not isinstance(field, CField):
            raise AttributeError(name)
        for inner in getattr(field._type, '_c_names', ()):
            part = getattr(field._type, inner)
            if isinstance(part, CField):
                whole = CField(part._type, field.offset + part.offset, part.size, field._index, part._bits)
                type.__setattr__(cls, inner, whole)


class _LaidOut(CType_Type):
    """What structures and unions have in common as classes."""
    _c_names = []

    def __new__(meta, name, bases, namespace, **named):
        cls = super().__new__(meta, name, bases, namespace, **named)
        if bases == (_CData,):
            return cls
        cls._c_final = False
        if '_fields_' in namespace:
            type.__delattr__(cls, '_fields_')
            cls._fields_ = namespace['_fields_']
        elif cls._c_size is None and not namespace.get('_abstract_', False):
            cls._c_size, cls._c_align = 0, 1
        return cls

    def __setattr__(cls, name, value):
        if name == '_fields_':
            _lay_out(cls, value)
        else:
            super().__setattr__(name, value)


class PyCStructType(_LaidOut):
    __module__ = '_ctypes'


class UnionType(_LaidOut):
    __module__ = '_ctypes'


CType_Type._flags = ()
_LaidOut._flags = ('_c_final',)


def _new(cls, /, *args, **named):
    made = _CData.__new__(cls)
    if not cls._c_final:
        cls._c_final = True
    return made


def _init(self, /, *args, **named):
    names = type(self)._c_names
    if len(args) > len(names):
        raise TypeError('too many initializers')
    for name, value in zip(names, args):
        if name in named:
            raise TypeError(f'duplicate values for field {name!r}')
        setattr(self, name, value)
    for name, value in named.items():
        setattr(self, name, value)


class Structure(_CData, metaclass=PyCStructType):
    __module__ = '_ctypes'
    __new__, __init__ = _new, _init


class Union(_CData, metaclass=UnionType):
    __module__ = '_ctypes'
    __new__, __init__ = _new, _init


_frames.open_extension(PyCStructType, UnionType, Structure, Union)
_frames.extension(CField)
_frames.native(globals(), 'wide_text')
