"""C's pointers."""
import _frames
import struct as _struct
from _ctypes.arrays import Array, joined
from _ctypes.data import CArgObject, CType_Type, _CData, addressof, caller
from _ctypes.regions import Region, at as _at
from _ctypes.simple import _SimpleCData, _text_param

_get = _struct.Struct('<Q').unpack_from
_put = _struct.Struct('<Q').pack_into
_pointer_type_cache = {}


def POINTER(cls, /):
    if cls in _pointer_type_cache:
        return _pointer_type_cache[cls]
    if isinstance(cls, str):
        made = PyCPointerType('LP_' + cls, (_Pointer,), {'__module__': caller()})
        _pointer_type_cache[id(made)] = made
        return made
    if not isinstance(cls, type):
        raise TypeError('must be a ctypes type')
    made = PyCPointerType('LP_' + cls.__name__, (_Pointer,), {'_type_': cls, '__module__': caller()})
    _pointer_type_cache[cls] = made
    return made


def pointer(obj, /):
    kind = type(obj)
    if kind not in _pointer_type_cache and not isinstance(kind, CType_Type):
        raise TypeError('_type_ must have storage info')
    return POINTER(kind)(obj)


class PyCPointerType(CType_Type):
    __module__ = '_ctypes'
    _c_points = True

    def __new__(meta, name, bases, namespace, **named):
        cls = super().__new__(meta, name, bases, namespace, **named)
        if bases != (_CData,):
            cls._c_size = cls._c_align = 8
        if '_type_' in namespace:
            cls.set_type(namespace['_type_'])
        return cls

    def set_type(cls, kind, /):
        if not isinstance(kind, CType_Type):
            raise TypeError('_type_ must have storage info')
        cls._type_ = kind

    def store_other(cls, region, offset, value):
        if value is None:
            _put(region.data, offset, 0)
            return None
        if isinstance(value, Array) and type(value)._type_ is cls._type_:
            _put(region.data, offset, addressof(value))
            return value
        name = cls.__name__
        if isinstance(value, _CData):
            raise TypeError(f'incompatible types, {type(value).__name__} instance instead of {name} instance')
        raise TypeError(f'expected {name} instance, got {_frames.type_name(value)}')

    def from_param(cls, value, /):
        kind = cls._type_
        if value is None:
            return None
        if kind._c_code in ('c', 'u') and isinstance(kind._c_code, str) and kind.__bases__ == (_SimpleCData,):
            found = _text_param(cls, 'z' if kind._c_code == 'c' else 'Z', value)
            if found is not None:
                return found
        if isinstance(value, kind):
            return CArgObject('P', addressof(value), value)
        if isinstance(value, Array) and isinstance(type(value)._type_, type) and issubclass(type(value)._type_, kind):
            return value
        if isinstance(value, CArgObject) and value._kind == 'P':
            if isinstance(value._obj, kind):
                return value
            raise TypeError(f'expected {cls.__name__} instance instead of pointer to {type(value._obj).__name__}')
        return super().from_param(value)


class _Pointer(_CData, metaclass=PyCPointerType):
    __module__ = '_ctypes'

    def __new__(cls, /, *args, **named):
        if not hasattr(cls, '_type_'):
            raise TypeError('Cannot create instance: has no _type_')
        return super().__new__(cls)

    def __init__(self, /, *value):
        if value:
            self.contents = value[0]

    def _address(self):
        return _get(self._region.data, self._offset)[0]

    def _item(self, at):
        """The place of an item."""
        address = self._address()
        if not address:
            raise ValueError('NULL pointer access')
        return _at(address + at * type(self)._type_._c_size, self._kept)

    @property
    def contents(self):
        """What it points at."""
        region, offset = self._item(0)
        return type(self)._type_.place(region, offset, self, {'1': region})

    @contents.setter
    def contents(self, value):
        kind = type(self)._type_
        if not isinstance(value, _CData):
            raise TypeError(f'expected {kind.__name__} instead of {_frames.type_name(value)}')
        _put(self._region.data, self._offset, addressof(value))
        self._keep('1', value)

    def __getitem__(self, at, /):
        kind = type(self)._type_
        if isinstance(at, slice):
            return joined(kind, [self[place] for place in _range(at)])
        if not hasattr(type(at), '__index__'):
            raise TypeError('Pointer indices must be integer')
        region, offset = self._item(at.__index__())
        return kind.load(region, offset, self)

    def __setitem__(self, at, value, /):
        if isinstance(at, slice) or not hasattr(type(at), '__index__'):
            raise TypeError('Pointer indices must be integer')
        region, offset = self._item(at.__index__())
        kept = type(self)._type_.store(region, offset, value)
        if kept is not None:
            self._keep(f'{at:x}', kept)

    def __delitem__(self, at, /):
        raise TypeError('Pointer does not support item deletion')

    def __bool__(self):
        return self._address() != 0


def _range(part):
    """The places that a slice of what has no end means."""
    step = 1 if part.step is None else part.step.__index__()
    if step == 0:
        raise ValueError('slice step cannot be zero')
    if part.start is None and step < 0:
        raise ValueError('slice start is required for step < 0')
    if part.stop is None:
        raise ValueError('slice stop is required')
    return range(part.start or 0, part.stop, step)


_frames.open_extension(PyCPointerType, _Pointer)
_frames.native(globals(), 'joined', 'caller')
