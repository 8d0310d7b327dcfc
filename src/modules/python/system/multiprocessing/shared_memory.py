"""multiprocessing's blocks of memory with a name, and the lists in them."""
import atexit as _atexit
import secrets as _secrets
import struct as _struct

import _processes
from _memory import share as _share
from mmap import mmap as _mmap

__all__ = ['SharedMemory', 'ShareableList']

# All blocks of the run, by name.
_blocks = _processes.common('shared memory', {})
# Those that are to be unlinked before a process that nobody has made by multiprocessing ends: it and the names, as keys.
_tracked = _processes.common('tracked shared memory', {})
# That process of each that multiprocessing has made.
_roots = _processes.common('roots of processes', {})


def _root():
    from multiprocessing import parent_process
    pid, parent = _processes.getpid(), parent_process()
    if parent is not None:
        return _roots.setdefault(pid, _roots.get(parent.pid, parent.pid))
    return pid


def _tell_leaked():
    """What CPython's tracker of resources says when the first process has ended."""
    import sys
    from multiprocessing import parent_process
    own = [entry for entry in _tracked if entry[0] == _processes.getpid()]
    if not own or parent_process() is not None:
        return
    where = '<stdlib>/multiprocessing/resource_tracker.py:%d: UserWarning: resource_tracker:'
    names = {'/' + name for _, name in own}
    sys.__stderr__.write(f'{where % 276} There appear to be {len(names)} leaked shared_memory objects to clean up at shutdown: {names}\n'
                         '  warnings.warn(\n')
    for entry in own:
        del _tracked[entry]
        if _blocks.pop(name := entry[1], None) is None:
            sys.__stderr__.write(f"{where % 292} '/{name}': [Errno 2] No such file or directory: '/{name}'\n"
                                 "  warnings.warn('resource_tracker: %r: %s' % (name, e))\n")


_atexit.register(_tell_leaked)


class SharedMemory:
    """A block of bytes that all processes see under its name."""
    _data = _mmap = _buf = None

    def __init__(self, name=None, create=False, size=0, *, track=True):
        if not size >= 0:  #: 77 if not «size >= 0»:
            raise ValueError("'size' must be a positive integer")  #: 78
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")  #: 82
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")  #: 84
        if name is not None and '\0' in name:
            raise ValueError('embedded null character')
        if create and name in _blocks:
            raise FileExistsError(17, 'File exists', '/' + name)  #: 106 self._fd = «_posixshmem.shm_open(⏎    name,⏎    self._flags,⏎    mode=self._mode⏎)»
        while name is None or create and name in _blocks:
            name = 'psm_' + _secrets.token_hex(4)
        if create:
            _blocks[name] = _processes.Shared(_share(bytearray(size)))
        elif name not in _blocks:
            raise FileNotFoundError(2, 'No such file or directory', '/' + name)  #: 106 self._fd = «_posixshmem.shm_open(⏎    name,⏎    self._flags,⏎    mode=self._mode⏎)»
        self._name, self._data, self._track = name, _blocks[name], track
        if track:
            _tracked[_root(), name] = True
        self._size = len(self._data.get())
        self._mmap = _mmap._over(self._data.get())
        self._buf = memoryview(self._mmap)

    name = property(lambda self: self._name)
    size = property(lambda self: self._size)

    @property
    def buf(self):
        """A view of the bytes."""
        return self._buf

    def __reduce__(self):
        return self.__class__, (self._name, False, self._size)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._name!r}, size={self._size})'

    def __del__(self):
        try:
            self.close()  #: 189
        except OSError:
            pass

    def close(self):
        if self._buf is not None:
            self._buf.release()  #: 229
            self._buf = None
        if self._mmap is not None:
            self._mmap.close()  #: 232
            self._mmap = self._data = None

    def unlink(self):
        if _blocks.pop(self._name, None) is None:
            raise FileNotFoundError(2, 'No such file or directory', '/' + self._name)
        if self._track:
            _tracked.pop((_root(), self._name), None)


# How an item is kept: struct's format by its type, and what makes it of the bytes again.
_FORMATS = {int: 'q', float: 'd', bool: 'xxxxxxx?', type(None): 'xxxxxx?x'}
_BACK = [lambda value: value, lambda value: value.rstrip(b'\0').decode(), lambda value: value.rstrip(b'\0'),
         lambda value: None]


def _format_of(value):  #: -
    if isinstance(value, (str, bytes)):
        # Characters, whatever they take.
        return f'{8 * (len(value) // 8 + 1)}s'
    return _FORMATS[type(value)]


def _way_back(value):
    return 1 if isinstance(value, str) else 2 if isinstance(value, bytes) else 3 if value is None else 0


class ShareableList:
    """A list of a fixed length in a block: how many items there are, where each begins, the items, how each is kept."""
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, sequence=None, *, name=None):
        if sequence is None and name is not None:
            self.shm = SharedMemory(name)
            self._count = _struct.unpack_from('q', self.shm.buf, 0)[0]
            self._places = list(_struct.unpack_from(f'{self._count + 1}q', self.shm.buf, 8))
            return
        items = list(() if sequence is None else sequence)  #: 317 for item in «sequence»
        formats = [_format_of(item) for item in items]  #: 312 «self._types_mapping[type(item)]»
        places = [0]
        for format in formats:
            places.append(places[-1] + _struct.calcsize('=' + format))
        self._count, self._places = len(items), places
        self.shm = SharedMemory(name, create=True, size=8 * (2 + self._count) + places[-1] + 9 * self._count)
        _struct.pack_into(f'{2 + self._count}q', self.shm.buf, 0, self._count, *places)
        for at, item in enumerate(items):
            self._put(at, formats[at], item)

    def _data_at(self, position):
        return 8 * (2 + self._count) + self._places[position]

    def _kept_at(self, position):
        return 8 * (2 + self._count) + self._places[-1] + 9 * position

    def _put(self, position, format, value):
        data = value.encode() if isinstance(value, str) else value
        _struct.pack_into('=' + format, self.shm.buf, self._data_at(position), bool(value) if value is None else data)
        _struct.pack_into('8sb', self.shm.buf, self._kept_at(position), format.encode(), _way_back(value))

    def _kept(self, position):
        format, back = _struct.unpack_from('8sb', self.shm.buf, self._kept_at(position))
        return format.rstrip(b'\0').decode(), back

    def _get_packing_format(self, position):
        if not 0 <= position < self._count:
            raise IndexError('Requested position out of range.')  #: 385 raise IndexError("Requested position out of range.")
        return self._kept(position)

    def __getitem__(self, position):
        position = position if position >= 0 else position + self._count
        try:
            self._places[position]  #: 437 offset = self._offset_data_start + «self._allocated_offsets[position]»
            format, back = self._get_packing_format(position)  #: 439 «self._get_packing_format(position)»,
        except IndexError:
            raise IndexError('index out of range')  #: 444 raise IndexError("index out of range")
        return _BACK[back](_struct.unpack_from('=' + format, self.shm.buf, self._data_at(position))[0])

    def __setitem__(self, position, value):
        position = position if position >= 0 else position + self._count
        try:
            place = self._places[position]  #: 454 item_offset = «self._allocated_offsets[position]»
            self._get_packing_format(position)  #: 456 current_format = «self._get_packing_format(position)»
        except IndexError:
            raise IndexError('assignment index out of range')  #: 458 raise IndexError("assignment index out of range")
        format = _format_of(value)  #: 461 new_format = «self._types_mapping[type(value)]»
        room = self._places[position + 1] - place
        if isinstance(value, (str, bytes)):
            if len(value.encode() if isinstance(value, str) else value) > room:
                raise ValueError('bytes/str item exceeds available storage')  #: 469 raise ValueError("bytes/str item exceeds available storage")
            format = f'{room}s'
        self._put(position, format, value)

    def __reduce__(self):
        return _list_named, (self.__class__, self.shm.name)

    def __len__(self):
        return self._count

    def __repr__(self):
        return f'{self.__class__.__name__}({list(self)}, name={self.shm.name!r})'

    @property
    def format(self):
        return ''.join(self._kept(at)[0] for at in range(self._count))

    def count(self, value):
        return sum(value == item for item in self)

    def index(self, value):
        for at, item in enumerate(self):
            if value == item:
                return at
        raise ValueError(f'{value!r} not in this container')  #: 542 raise ValueError(f"{value!r} not in this container")


def _list_named(cls, name):
    return cls(name=name)


for _class in (SharedMemory, ShareableList):
    _class.__module__ = 'multiprocessing.shared_memory'
