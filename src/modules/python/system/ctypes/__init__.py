"""Data of C's types, in memory as C lays it out."""
import os as _os
import _frames
from _ctypes.arrays import Array
from _ctypes.data import ArgumentError, _CData, addressof, alignment, byref, get_errno, resize, set_errno, sizeof
from _ctypes.functions import (CFuncPtr as _CFuncPtr, FUNCFLAG_CDECL as _FUNCFLAG_CDECL, FUNCFLAG_PYTHONAPI as _FUNCFLAG_PYTHONAPI,
                               FUNCFLAG_USE_ERRNO as _FUNCFLAG_USE_ERRNO, FUNCFLAG_USE_LASTERROR as _FUNCFLAG_USE_LASTERROR)
from _ctypes.layouts import Structure, Union
from _ctypes.memory import _cast, _string_at, _wstring_at, dlopen as _dlopen, memmove, memset
from _ctypes.pointers import POINTER, _Pointer, _pointer_type_cache, pointer
from _ctypes.simple import _SimpleCData

__version__ = '1.1.0'
RTLD_LOCAL, RTLD_GLOBAL, SIZEOF_TIME_T = 0, 256, 8
DEFAULT_MODE = RTLD_LOCAL


class py_object(_SimpleCData):
    """Any object."""
    _type_ = 'O'

    def __repr__(self):
        try:
            shown = super().__repr__()
        except ValueError:
            shown = f'{type(self).__name__}(<NULL>)'
        return shown


class c_char_p(_SimpleCData):
    _type_ = 'z'

    def __repr__(self):
        return f'{type(self).__name__}({c_void_p.from_buffer(self).value})'


class c_wchar_p(_SimpleCData):
    _type_ = 'Z'
    __repr__ = c_char_p.__repr__


for _name, _code in {'short': 'h', 'ushort': 'H', 'long': 'l', 'ulong': 'L', 'int': 'i', 'uint': 'I', 'float': 'f', 'double': 'd',
                     'longdouble': 'g', 'ubyte': 'B', 'byte': 'b', 'char': 'c', 'void_p': 'P', 'bool': '?', 'wchar': 'u'}.items():
    _name = 'c_' + _name
    globals()[_name] = type(_SimpleCData)(_name, (_SimpleCData,), {'_type_': _code, '__module__': 'ctypes'})
del _name, _code

c_longlong = c_ssize_t = c_int64 = c_time_t = c_long
c_ulonglong = c_size_t = c_uint64 = c_ulong
c_int8, c_int16, c_int32 = c_byte, c_short, c_int
c_uint8, c_uint16, c_uint32 = c_ubyte, c_ushort, c_uint
c_voidp = c_void_p
_pointer_type_cache[None] = c_void_p


def create_string_buffer(init, size=None):
    """An array of characters that can be changed."""
    if isinstance(init, bytes):
        made = (c_char * (len(init) + 1 if size is None else size))()
        made.value = init  #: 60 «buf.value» = init
        return made
    if isinstance(init, int):
        return (c_char * init)()  #: 64 buftype = «c_char * init»
    raise TypeError(init)  #: 67


c_buffer = create_string_buffer


def create_unicode_buffer(init, size=None):
    """An array of wide characters that can be changed."""
    if isinstance(init, str):
        made = (c_wchar * (len(init) + 1 if size is None else size))()
        made.value = init  #: 295 «buf.value» = init
        return made
    if isinstance(init, int):
        return (c_wchar * init)()  #: 299 buftype = «c_wchar * init»
    raise TypeError(init)  #: 302


def SetPointerType(pointer, cls):
    """Says what an incomplete pointer type points at."""
    import warnings
    warnings._deprecated('ctypes.SetPointerType', remove=(3, 15))
    incomplete = id(pointer) in _pointer_type_cache
    if _pointer_type_cache.get(cls) or not incomplete:
        raise RuntimeError('This type already exists in the cache' if _pointer_type_cache.get(cls) else "What's this???")
    pointer.set_type(cls)
    _pointer_type_cache[cls] = _pointer_type_cache.pop(id(pointer))


def ARRAY(typ, len):
    return typ * len


_c_functype_cache, _OPTIONS = {}, {'use_errno': _FUNCFLAG_USE_ERRNO, 'use_last_error': _FUNCFLAG_USE_LASTERROR}


def CFUNCTYPE(restype, *argtypes, **kw):
    """The type of C's functions with these arguments and this result."""
    wanted = [flag for name, flag in _OPTIONS.items() if kw.pop(name, False)]
    if kw:
        raise ValueError(f'unexpected keyword argument(s) {kw.keys()}')  #: 95 raise ValueError("unexpected keyword argument(s) %s" % kw.keys())
    flags = sum(wanted, _FUNCFLAG_CDECL)
    if (restype, argtypes, flags) not in _c_functype_cache:
        class CFunctionType(_CFuncPtr):
            _argtypes_, _restype_, _flags_ = argtypes, restype, flags
        _c_functype_cache[restype, argtypes, flags] = CFunctionType
    return _c_functype_cache[restype, argtypes, flags]


def PYFUNCTYPE(restype, *argtypes):
    """The same, for functions of Python's own interface."""
    class CFunctionType(_CFuncPtr):
        _argtypes_, _restype_, _flags_ = argtypes, restype, _FUNCFLAG_CDECL | _FUNCFLAG_PYTHONAPI
    return CFunctionType


class CDLL:
    """A library of C's."""
    _func_flags_, _func_restype_ = _FUNCFLAG_CDECL, c_int
    _name, _handle, _FuncPtr = '<uninitialized>', 0, None

    def __init__(self, name, mode=DEFAULT_MODE, handle=None, use_errno=False, use_last_error=False, winmode=None):
        if name:
            name = _os.fspath(name)

        class _FuncPtr(_CFuncPtr):
            _flags_, _restype_ = self._func_flags_, self._func_restype_
        self._name, self._FuncPtr, self._handle = name, _FuncPtr, handle
        if handle is None:
            self._handle = _dlopen(self._name, mode)  #: 390

    def _find(self, name):
        from _ctypes import libc as _libc
        from _ctypes.functions import raw
        for known in (_libc.PYTHON,) if self._func_flags_ & _FUNCFLAG_PYTHONAPI else (_libc.FUNCTIONS, _libc.MATHS):
            if name in known:
                return lambda params, function=known[name]: function(*map(raw, params))
        of = 'pythonapi' if self._func_flags_ & _FUNCFLAG_PYTHONAPI else 'CDLL(…)'
        _frames.not_supported(f'ctypes.{of}.{name}', 'a function of Python')

    def __repr__(self):
        return f"<{type(self).__name__} '{self._name}', handle {self._handle:x} at {id(self):#x}>"

    def __getattr__(self, name):
        if name[:2] == name[-2:] == '__':
            raise AttributeError(name)
        self.__dict__[name] = found = self[name]  #: 403 func = «self.__getitem__(name)»
        return found

    def __getitem__(self, name_or_ordinal):
        found = self._FuncPtr((name_or_ordinal, self))  #: 408 func = «self._FuncPtr((name_or_ordinal, self))»
        if not isinstance(name_or_ordinal, int):
            found.__name__ = name_or_ordinal
        return found


class PyDLL(CDLL):
    """Python's own functions."""
    _func_flags_ = _FUNCFLAG_CDECL | _FUNCFLAG_PYTHONAPI

    def __getattr__(self, name):
        if not name.startswith(('Py', '_Py')):
            raise AttributeError(f'python3: undefined symbol: {name}')
        return super().__getattr__(name)


class LibraryLoader:
    __class_getitem__ = classmethod(type(list[int]))

    def LoadLibrary(self, name):
        return self._dlltype(name)  #: 471

    def __getitem__(self, name):
        return getattr(self, name)  #: 468

    def __getattr__(self, name):
        """The library of this name, which is kept."""
        if name[0] == '_':
            raise AttributeError(name)
        try:
            self.__dict__[name] = found = self._dlltype(name)  #: 461 dll = «self._dlltype(name)»
            return found
        except OSError:
            raise AttributeError(name)  #: 463

    def __init__(self, dlltype):
        self._dlltype = dlltype


cdll, pydll, pythonapi = LibraryLoader(CDLL), LibraryLoader(PyDLL), PyDLL(None)


def cast(obj, typ):
    """The same address as another pointer."""
    return _cast(obj, obj, typ)  #: 531


def string_at(ptr, size=-1):
    """The bytes there: as many, or up to a zero."""
    return _string_at(ptr, size)  #: 538


def wstring_at(ptr, size=-1):
    """The characters there: as many, or up to a zero."""
    return _wstring_at(ptr, size)  #: 550


from ctypes._endian import BigEndianStructure, BigEndianUnion, LittleEndianStructure, LittleEndianUnion
