"""C's simple types: one value each, kept as C keeps it."""
import _frames
import struct as _struct
from _ctypes.data import CArgObject, CType_Type, _CData
from _ctypes.regions import Region, text_at, wide_text, wide_text_at

_SIZES = {'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8, 'v': 2,
          'g': 16, 'u': 4, 'z': 8, 'Z': 8, 'P': 8, 'O': 8, 'X': 8}
# struct's letters for numbers without a sign, of standard sizes.
_CODE_OF_SIZE = {1: 'B', 2: 'H', 4: 'I', 8: 'Q'}
_CODES = 'cbBhHiIlLdfuzZqQPXOv?g'


def _index(value):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{_frames.type_name(value)}' object cannot be interpreted as an integer") from None


def _put_int(size, order):
    put, mask = _struct.Struct(order + _CODE_OF_SIZE[size]).pack_into, (1 << 8 * size) - 1

    def store(region, offset, value):
        put(region.data, offset, (value if type(value) is int else _index(value)) & mask)
    return store


def _put_float(code, order):
    put = _struct.Struct(order + code).pack_into

    def store(region, offset, value):
        if not isinstance(value, (int, float)) and not hasattr(type(value), '__float__') and not hasattr(type(value), '__index__'):
            raise TypeError(f'must be real number, not {_frames.type_name(value)}')
        value = float(value)
        try:
            put(region.data, offset, value)
        except OverflowError:
            put(region.data, offset, float('inf') if value > 0 else float('-inf'))
    return store


def _put_bool(region, offset, value):
    region.data[offset] = bool(value)


def _put_char(region, offset, value):
    if isinstance(value, (bytes, bytearray)) and len(value) == 1:
        region.data[offset] = value[0]
    elif isinstance(value, int) and 0 <= value < 256:
        region.data[offset] = value
    else:
        raise TypeError('one character bytes, bytearray or integer expected')


def _put_wide(region, offset, value):
    if not isinstance(value, str):
        raise TypeError(f'unicode string expected instead of {_frames.type_name(value)} instance')
    if len(value) != 1:
        raise TypeError('one character unicode string expected')
    region.data[offset:offset + 4] = value.encode('utf-32-le', 'surrogatepass')


_put_address = _struct.Struct('<Q').pack_into
_get_address = _struct.Struct('<Q').unpack_from


def _put_text_of(kind, words):
    """Puts the address of a text that is kept for as long as its place is."""
    def put(region, offset, value):
        if value is None or isinstance(value, int):
            return _put_address(region.data, offset, (value or 0) & (1 << 64) - 1)
        if not isinstance(value, kind):
            raise TypeError(f'{words} or integer address expected instead of {_frames.type_name(value)} instance')
        text = region_of(value)
        _put_address(region.data, offset, text.address())
        return text
    return put


_put_text, _put_wide_text = _put_text_of(bytes, 'bytes'), _put_text_of(str, 'unicode string')


def _put_pointer(region, offset, value):
    if value is not None and not isinstance(value, int):
        raise TypeError('cannot be converted to pointer')
    _put_address(region.data, offset, (value or 0) & (1 << 64) - 1)


# What the addresses of Python's objects lead to, as far as C's memory has any.
_objects = {}


def _put_object(region, offset, value):
    _objects[id(value)] = value
    _put_address(region.data, offset, id(value))
    return value, None


def region_of(text):
    """A text as C has it, with a zero behind it."""
    data = text.encode('utf-32-le', 'surrogatepass') + bytes(4) if isinstance(text, str) else text + b'\0'
    return Region(bytearray(data), text)


def _get_object(region, offset, kept=None):
    address = _get_address(region.data, offset)[0]
    if not address:
        raise ValueError('PyObject is NULL')
    return _objects[address]


def _get_pointer(region, offset, kept=None):
    return _get_address(region.data, offset)[0] or None


def _get_text(region, offset, kept=None):
    address = _get_address(region.data, offset)[0]
    return text_at(address, kept) if address else None


def _get_wide_text(region, offset, kept=None):
    address = _get_address(region.data, offset)[0]
    return wide_text_at(address, -1, kept) if address else None


def _get_packed(code, order):
    get = _struct.Struct(order + code).unpack_from

    def load(region, offset, kept=None):
        return get(region.data, offset)[0]
    return load


_GET = {'z': _get_text, 'Z': _get_wide_text, 'P': _get_pointer, 'O': _get_object,
        'c': lambda region, offset, kept=None: bytes(region.data[offset:offset + 1]),
        'u': lambda region, offset, kept=None: wide_text(bytes(region.data[offset:offset + 4]), False),
        '?': lambda region, offset, kept=None: region.data[offset] != 0}
_PUT = {'z': _put_text, 'Z': _put_wide_text, 'P': _put_pointer, 'O': _put_object, 'c': _put_char, 'u': _put_wide,
        '?': _put_bool}
_made = {}


def _access(code, order):
    """How a value of that code is read and written."""
    if (code, order) not in _made:
        if code in _GET:
            get, put = _GET[code], _PUT[code]
        elif code in 'fdg':
            # C's long double is kept as a double: no more digits are ever asked for.
            get, put = _get_packed(code.replace('g', 'd'), order), _put_float(code.replace('g', 'd'), order)
        else:
            letter = _CODE_OF_SIZE[_SIZES[code]]
            get, put = _get_packed(letter if code.isupper() else letter.lower(), order), _put_int(_SIZES[code], order)
        _made[code, order] = get, put
    return _made[code, order]


class PyCSimpleType(CType_Type):
    __module__ = '_ctypes'

    def __new__(meta, name, bases, namespace, **named):
        cls = super().__new__(meta, name, bases, namespace, **named)
        if bases == (_CData,):
            return cls
        code = getattr(cls, '_type_', None)
        if code is None:
            raise AttributeError("class must define a '_type_' attribute")
        if not isinstance(code, str):
            raise TypeError("class must define a '_type_' string attribute")
        if len(code) != 1:
            raise ValueError("class must define a '_type_' attribute which must be a string of length 1")
        if code not in _SIZES:
            raise AttributeError("class must define a '_type_' attribute which must be\n"
                                 f"a single character string containing one of '{_CODES}'.")
        direct = bases == (_SimpleCData,)
        order = '>' if namespace.get('_swappedbytes_', 0) is None else '<'
        if direct:
            cls._c_get, cls._c_put = _access(code, order)
        cls._c_size = cls._c_align = _SIZES[code]
        cls._c_points, cls._c_code, cls._c_direct = code in 'zZPO', code, direct
        if direct and order == '<':
            if code in 'bBc':
                cls.__ctype_be__ = cls.__ctype_le__ = cls
            elif code in 'hHiIlLqQfd':
                cls.__ctype_be__ = other = meta(name + '_be', bases, dict(namespace, _swappedbytes_=None))
                cls.__ctype_le__ = other.__ctype_le__ = cls
                other.__ctype_be__, other.__qualname__ = other, cls.__qualname__
        return cls

    def load(cls, region, offset, base):
        if cls._c_direct:
            return cls._c_get(region, offset, base and base._kept)
        return cls.place(region, offset, base)

    def store(cls, region, offset, value, owner=None):
        if isinstance(value, cls):
            size = cls._c_size
            region.data[offset:offset + size] = bytes(value._region.data[value._offset:value._offset + size])
            return value._kept
        if cls._c_points and isinstance(value, _CData) and cls._c_code == 'P':
            return cls.store_other(region, offset, value)
        return cls._c_put(region, offset, value)

    def from_param(cls, value, /):
        if isinstance(value, cls):
            return value
        code = cls._c_code
        if code in 'zZP':
            found = _text_param(cls, code, value)
            if found is not None or value is None:
                return found
        elif code == 'O':
            return CArgObject('O', value, value)
        else:
            place = Region(bytearray(16))
            try:
                cls._c_put(place, 0, value)
            except Exception:
                if not hasattr(value, '_as_parameter_'):
                    raise
            else:
                return CArgObject(code, cls._c_get(place, 0), value)
        if isinstance(value, CArgObject) and value._kind == code:
            return value
        if hasattr(value, '_as_parameter_'):
            return cls.from_param(value._as_parameter_)
        name = {'z': 'c_char_p', 'Z': 'c_wchar_p', 'P': 'c_void_p'}.get(code, cls.__name__)
        raise TypeError(f"'{_frames.type_name(value)}' object cannot be interpreted as ctypes.{name}")


def _text_param(cls, code, value):
    """An address for what a parameter of a text or of any address is given."""
    if value is None:
        return None
    if code in 'zP' and isinstance(value, bytes) or code in 'ZP' and isinstance(value, str):
        text = region_of(value)
        return CArgObject('z' if isinstance(value, bytes) else 'Z', text.address(), text)
    if code == 'P' and isinstance(value, int):
        return CArgObject('P', value & (1 << 64) - 1, None)
    if isinstance(value, CArgObject) and value._kind in 'PzZ':
        return value
    if isinstance(value, _CData):
        kind = type(value)
        item = getattr(kind, '_type_', None)
        wanted = {'z': 'c', 'Z': 'u'}.get(code)
        is_array, is_pointer = hasattr(kind, '_length_'), isinstance(item, CType_Type) and not hasattr(kind, '_length_')
        if (is_array or is_pointer) and (code == 'P' or getattr(item, '_c_code', None) == wanted):
            return value
        if code == 'P' and (kind._c_code in ('z', 'Z', 'P') or hasattr(kind, '_restype_')):
            return value
    return None


class _SimpleCData(_CData, metaclass=PyCSimpleType):
    __module__ = '_ctypes'

    def __init__(self, /, *value, **named):
        if len(value) > 1:
            raise TypeError(f'__init__ expected at most 1 argument, got {len(value)}')
        if value:
            self.value = value[0]

    @property
    def value(self):
        """The value."""
        return type(self)._c_get(self._region, self._offset, self._kept)

    @value.setter
    def value(self, value):
        kept = type(self)._c_put(self._region, self._offset, value)
        if kept is not None:
            self._keep('0', kept)

    @value.deleter
    def value(self):
        raise TypeError("can't delete attribute")

    def __bool__(self):
        return any(self._bytes())

    def __repr__(self):
        if not type(self)._c_direct:
            return f'<{type(self).__name__} object at {id(self):#x}>'
        return f'{type(self).__name__}({self.value!r})'

    def __buffer__(self, flags, /):
        view = super().__buffer__(flags)
        return _explicit(view, type(self))


def _explicit(view, kind):
    """A view of numbers as ctypes gives it."""
    code = kind._c_code
    if code is None or code not in 'cbBhHiIlLqQfd?' or getattr(kind, '_swappedbytes_', 0) is None:
        return view
    from _memory import explicit
    return explicit(view if code == 'B' else view.cast(code))


_frames.open_extension(PyCSimpleType, _SimpleCData)
_frames.native(globals(), 'region_of', 'text_at', 'wide_text_at', 'wide_text')
