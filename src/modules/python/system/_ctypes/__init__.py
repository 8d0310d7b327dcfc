"""What of ctypes is C in CPython."""
from _ctypes.arrays import Array, PyCArrayType
from _ctypes.data import (ArgumentError, CArgObject, CType_Type, _CData, addressof, alignment, byref, get_errno, resize, set_errno,
                          sizeof, _unpickle)
from _ctypes.functions import (CFuncPtr, FUNCFLAG_CDECL, FUNCFLAG_PYTHONAPI, FUNCFLAG_USE_ERRNO, FUNCFLAG_USE_LASTERROR,
                               PyCFuncPtrType)
from _ctypes.layouts import CField, PyCStructType, Structure, Union, UnionType
from _ctypes.pointers import POINTER, PyCPointerType, _Pointer, _pointer_type_cache, pointer
from _ctypes.simple import PyCSimpleType, _SimpleCData
