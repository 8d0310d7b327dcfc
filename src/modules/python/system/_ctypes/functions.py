"""C's functions: what the program gives C to call, and what there is of C's own."""
import _frames
import struct as _struct
from _ctypes.data import ArgumentError, CArgObject, CType_Type, _CData, addressof
from _ctypes.regions import Region, at as _at
from _ctypes.simple import region_of

_get = _struct.Struct('<Q').unpack_from
_put = _struct.Struct('<Q').pack_into
FUNCFLAG_CDECL, FUNCFLAG_PYTHONAPI, FUNCFLAG_USE_ERRNO, FUNCFLAG_USE_LASTERROR = 1, 4, 8, 16


def _argument_types(types, words='_argtypes_ must be a sequence of types'):
    if not isinstance(types, (tuple, list)):
        raise TypeError(words)
    for at, kind in enumerate(types, 1):
        if not hasattr(kind, 'from_param'):
            raise TypeError(f'item {at} in _argtypes_ has no from_param method')
    return tuple(types)


class PyCFuncPtrType(CType_Type):
    __module__ = '_ctypes'
    _c_points = True

    def __new__(meta, name, bases, namespace, **named):
        cls = super().__new__(meta, name, bases, namespace, **named)
        if bases == (_CData,):
            return cls
        if not isinstance(getattr(cls, '_flags_', None), int):
            raise TypeError('class must define _flags_ which must be an integer')
        if '_argtypes_' in namespace:
            _argument_types(namespace['_argtypes_'])
        kind = namespace.get('_restype_')
        if kind is not None and not isinstance(kind, CType_Type) and not callable(kind):
            raise TypeError('_restype_ must be a type, a callable, or None')
        cls._c_size = cls._c_align = 8
        return cls

    def store_other(cls, region, offset, value):
        if value is None:
            _put(region.data, offset, 0)
            return None
        return super().store_other(region, offset, value)


class CFuncPtr(_CData, metaclass=PyCFuncPtrType):
    __module__ = '_ctypes'
    _own_types = _own_result = _check = None

    def __new__(cls, /, *args, **named):
        self = super().__new__(cls)
        if args:
            self._point_at(args[0])
        return self

    def __init__(self, /, *args, **named):
        pass

    def _point_at(self, target):
        if isinstance(target, tuple):
            name, library = target
            found = library._find(name)
        elif isinstance(target, int):
            _put(self._region.data, self._offset, target)
            return
        elif callable(target):
            found = _Callback(type(self), target)
        else:
            raise TypeError('argument must be callable or integer function address')
        code = Region(bytearray(16), found)
        code.function = found
        _put(self._region.data, self._offset, code.address())
        self._keep('0', code)

    def _function(self):
        address = _get(self._region.data, self._offset)[0]
        if not address:
            _frames.not_supported('a call of a NULL pointer', 'bool(function)')
        found = _at(address, self._kept)[0].function
        if found is None:
            _frames.not_supported('machine code', 'a function of Python')
        return found

    @property
    def argtypes(self):
        """The types of its arguments."""
        return self._own_types if self._own_types is not None else getattr(type(self), '_argtypes_', None)

    @argtypes.setter
    def argtypes(self, types):
        self._own_types = None if types is None else _argument_types(types)

    @property
    def restype(self):
        """The type of its result."""
        return self._own_result[0] if self._own_result is not None else getattr(type(self), '_restype_', None)

    @restype.setter
    def restype(self, kind):
        if kind is not None and not isinstance(kind, CType_Type) and not callable(kind):
            raise TypeError('restype must be a type, a callable, or None')
        self._own_result = kind,

    @property
    def errcheck(self):
        """What looks at its results."""
        return self._check

    @errcheck.setter
    def errcheck(self, function):
        if function is not None and not callable(function):
            raise TypeError('the errcheck attribute must be callable')
        self._check = function

    def __call__(self, /, *args):
        types = self.argtypes
        if types is not None and len(args) < len(types):
            plural = '' if len(types) == 1 else 's'
            raise TypeError(f'this function takes at least {len(types)} argument{plural} ({len(args)} given)')
        given = []
        for at, value in enumerate(args):
            try:
                given.append(types[at].from_param(value) if types is not None and at < len(types) else _default(at, value))
            except Exception as error:
                raise ArgumentError(f'argument {at + 1}: {type(error).__name__}: {error}') from None
        result = self._function()(given)
        kind = self.restype
        if kind is None:
            result = None
        elif not isinstance(kind, CType_Type):
            result = kind(_signed(result))
        else:
            result = _result(kind, result)
        return result if self._check is None else self._check(result, self, args)

    def __bool__(self):
        return _get(self._region.data, self._offset)[0] != 0

    def __repr__(self):
        return f'<{type(self).__name__} object at {id(self):#x}>'


def _signed(value):
    return (int(value) & 0xffff_ffff ^ 1 << 31) - (1 << 31) if isinstance(value, (int, float)) else value


def _result(kind, value):
    """What a function gives as a value of its type."""
    place = kind.__new__(kind)
    if isinstance(value, _CData):
        place._keep('result', kind.store(place._region, 0, value))
    elif kind._c_code is None or kind._c_code in 'zZ':
        _put(place._region.data, 0, value or 0)
    elif kind._c_code == 'O':
        return value
    else:
        kind._c_put(place._region, 0, value)
    return kind.load(place._region, 0, place)


def _default(at, value):
    """What is passed for a value where no types are told."""
    if value is None or isinstance(value, (_CData, CArgObject)):
        return value
    if isinstance(value, int):
        return CArgObject('i', _signed(value), value)
    if isinstance(value, (bytes, str)):
        text = region_of(value)
        return CArgObject('z' if isinstance(value, bytes) else 'Z', text.address(), text)
    if hasattr(value, '_as_parameter_'):
        return _default(at, value._as_parameter_)
    raise TypeError(f"Don't know how to convert parameter {at + 1}")


def raw(param):
    """A parameter as C's functions see it: a number, an address, or Python's object."""
    if param is None:
        return 0
    if isinstance(param, CArgObject):
        return param._obj if param._kind == 'O' else param._value[0] if param._kind == 'c' else param._value
    if isinstance(param, int):
        return param
    kind = type(param)
    if hasattr(kind, '_length_'):
        return addressof(param)
    if kind._c_code is None:
        return _get(param._region.data, param._offset)[0] if kind._c_size == 8 and kind._c_points else param
    if kind._c_code == 'O':
        return param.value if any(param._bytes()) else 0
    if kind._c_code in 'zZP':
        return _get(param._region.data, param._offset)[0]
    value = kind._c_get(param._region, param._offset)
    return value[0] if kind._c_code == 'c' else value


class _Callback:
    """A function of Python's that C can call."""

    def __init__(self, cls, function):
        self._types, self._result, self._function = cls._argtypes_, cls._restype_, function

    def __call__(self, params):
        args = [_argument(kind, param) for kind, param in zip(self._types, params)]
        return self.called(args)

    def called_raw(self, *values):
        """Is called by C with numbers and addresses."""
        return self.called([_argument(kind, CArgObject('P', value, None)) for kind, value in zip(self._types, values)])

    def called(self, args):
        try:
            result = self._function(*args)
        except Exception as error:
            error.__traceback__ = error.__traceback__.tb_next
            _frames.ignored(error, f'Exception ignored on calling ctypes callback function {self._function!r}:')
            return 0
        kind = self._result
        if kind is None:
            return 0
        if kind._c_code == 'O':
            return result
        place = kind.__new__(kind)
        try:
            place._keep('result', kind.store(place._region, 0, result))
        except Exception as error:
            error.__traceback__ = _traceback_here()
            _frames.ignored(error, f'Exception ignored on converting result of ctypes callback function {self._function!r}:')
            return 0
        return place


def _traceback_here():
    """Where the program stands."""
    return _frames.traceback(_frames.getframe(0))


def _argument(kind, param):
    """A parameter as the function of Python's gets it."""
    if isinstance(param, kind):
        return kind.load(param._region, param._offset, param) if getattr(kind, '_c_direct', False) else param
    if kind._c_code == 'O':
        return raw(param)
    place = kind.__new__(kind)
    if kind._c_code is None or kind._c_code in 'zZP':
        _put(place._region.data, 0, raw(param))
        kept = param._obj if isinstance(param, CArgObject) else param
        if isinstance(kept, (_CData, Region)):
            place._kept = {'0': kept}
    else:
        value = param._value if isinstance(param, CArgObject) else param
        kind._c_put(place._region, 0, value)
    return kind.load(place._region, 0, place) if getattr(kind, '_c_direct', False) else place


_frames.open_extension(PyCFuncPtrType, CFuncPtr)
_frames.native(globals(), 'region_of', 'raw')
