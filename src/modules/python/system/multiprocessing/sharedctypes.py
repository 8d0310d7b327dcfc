"""multiprocessing's shared values: data of ctypes' types in memory that all processes have."""
import ctypes
import weakref
import _processes
from _ctypes.regions import Region as _Region
from _memory import share as _share
from multiprocessing import _process
from multiprocessing._sync import RLock as _RLock
from multiprocessing.reduction import ForkingPickler as _ForkingPickler

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']
_process.joins_at_exit()
typecode_to_type = {'c': ctypes.c_char, 'u': ctypes.c_wchar, 'b': ctypes.c_byte, 'B': ctypes.c_ubyte, 'h': ctypes.c_short,
                    'H': ctypes.c_ushort, 'i': ctypes.c_int, 'I': ctypes.c_uint, 'l': ctypes.c_long, 'L': ctypes.c_ulong,
                    'q': ctypes.c_longlong, 'Q': ctypes.c_ulonglong, 'f': ctypes.c_float, 'd': ctypes.c_double}


class _Memory:
    """Bytes that all processes have."""

    def __init__(self, size):
        self.shared = _processes.Shared(_share(bytearray(size)))

    def __reduce__(self):
        if _process.spawning is None:
            raise TypeError("cannot pickle 'mmap.mmap' object")
        return _kept_memory, (_processes.keep(self.shared),)


def _kept_memory(number):
    made = _Memory.__new__(_Memory)
    made.shared = _processes.kept(number)
    return made


def _new_value(type_):
    size = ctypes.sizeof(type_)  #: 40
    return rebuild_ctype(type_, _Memory(size), None)


def RawValue(typecode_or_type, *args):
    """One value in shared memory."""
    made = _new_value(typecode_to_type.get(typecode_or_type, typecode_or_type))  #: 49 obj = «_new_value(type_)»
    made.__init__(*args)  #: 51 «obj.__init__(*args)»
    return made


def RawArray(typecode_or_type, size_or_initializer):
    """Values in shared memory."""
    kind = typecode_to_type.get(typecode_or_type, typecode_or_type)
    if isinstance(size_or_initializer, int):
        kind = kind * size_or_initializer  #: 60 type_ = «type_ * size_or_initializer»
        return _new_value(kind)  #: 61 obj = «_new_value(type_)»
    kind = kind * len(size_or_initializer)  #: 65 type_ = type_ * «len(size_or_initializer)»
    made = _new_value(kind)  #: 66 result = «_new_value(type_)»
    made.__init__(*size_or_initializer)  #: 67 «result.__init__(*size_or_initializer)»
    return made


def _with_lock(obj, lock, ctx):  #: -
    if lock is False:
        return obj
    if lock in (True, None):
        lock = _RLock(ctx=ctx)
    if not hasattr(lock, 'acquire'):
        raise AttributeError(f'{lock!r} has no method \'acquire\'')
    return synchronized(obj, lock, ctx=ctx)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """One value in shared memory, with a lock."""
    made = RawValue(typecode_or_type, *args)  #: 74 obj = «RawValue(typecode_or_type, *args)»
    return _with_lock(made, lock, ctx)  #: 81 raise AttributeError("%r has no method 'acquire'" % lock)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Values in shared memory, with a lock."""
    made = RawArray(typecode_or_type, size_or_initializer)  #: 88 obj = «RawArray(typecode_or_type, size_or_initializer)»
    return _with_lock(made, lock, ctx)  #: 95 raise AttributeError("%r has no method 'acquire'" % lock)


def copy(obj):
    """A copy in shared memory of its own."""
    made = _new_value(type(obj))
    ctypes.pointer(made)[0] = obj
    return made


def synchronized(obj, lock=None, ctx=None):
    """The object with a lock about it."""
    assert not isinstance(obj, SynchronizedBase), 'object already synchronized'  #: 104
    if isinstance(obj, ctypes._SimpleCData):
        return Synchronized(obj, lock, ctx)
    if isinstance(obj, ctypes.Array):
        return (SynchronizedString if obj._type_ is ctypes.c_char else SynchronizedArray)(obj, lock, ctx)
    kind = type(obj)
    if kind not in class_cache:
        members = {name: make_property(name) for name, *_ in kind._fields_}
        class_cache[kind] = type('Synchronized' + kind.__name__, (SynchronizedBase,), members)
    return class_cache[kind](obj, lock, ctx)


def reduce_ctype(obj):
    _process.assert_spawning(obj)  #: 129 assert_spawning(obj)
    if isinstance(obj, ctypes.Array):
        return rebuild_ctype, (obj._type_, obj._wrapper, obj._length_)
    return rebuild_ctype, (type(obj), obj._wrapper, None)


def rebuild_ctype(type_, wrapper, length):
    if length is not None:
        type_ = type_ * length
    _ForkingPickler.register(type_, reduce_ctype)
    made = type_.place(_Region(wrapper.shared.get(), wrapper))
    made._wrapper = wrapper
    return made


# As CPython's, which tracebacks show.
_TEMPLATE = """
def get{0}(self):
    with self._lock:

        return self._obj.{0}



def set{0}(self, value):
    with self._lock:
        self._obj.{0} = value
"""
prop_cache, class_cache = {}, weakref.WeakKeyDictionary()


def make_property(name):
    if name not in prop_cache:
        made = {}
        exec(_TEMPLATE.format(name), made)
        prop_cache[name] = property(made['get' + name], made['set' + name])
    return prop_cache[name]


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj, self._lock = obj, lock or _RLock(ctx=ctx)
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        _process.assert_spawning(self)  #: 199 assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f'<{type(self).__name__} wrapper for {self._obj}>'


class Synchronized(SynchronizedBase):
    value = make_property('value')


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self:
            return self._obj[i]  #: 223 return «self._obj[i]»

    def __setitem__(self, i, value):
        with self:
            self._obj[i] = value  #: 227 «self._obj[i]» = value

    def __getslice__(self, start, stop):
        with self:
            return self._obj[start:stop]

    def __setslice__(self, start, stop, values):
        with self:
            self._obj[start:stop] = values


class SynchronizedString(SynchronizedArray):
    value, raw = make_property('value'), make_property('raw')
