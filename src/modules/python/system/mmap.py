"""Memory that is a file's, or that processes share."""
import _files
import _frames
import os as _os
from _memory import share as _share

ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = range(4)
ALLOCATIONGRANULARITY = PAGESIZE = 4096
MAP_SHARED, MAP_PRIVATE, MAP_ANON, MAP_ANONYMOUS, MAP_32BIT, MAP_DENYWRITE, MAP_EXECUTABLE = 1, 2, 32, 32, 64, 2048, 4096
MAP_NORESERVE, MAP_POPULATE, MAP_STACK = 16384, 32768, 131072
PROT_READ, PROT_WRITE, PROT_EXEC = 1, 2, 4
MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED, MADV_DONTNEED = range(5)
MADV_FREE, MADV_REMOVE, MADV_DONTFORK, MADV_DOFORK, MADV_MERGEABLE, MADV_UNMERGEABLE, MADV_HUGEPAGE = range(8, 15)
MADV_NOHUGEPAGE, MADV_DONTDUMP, MADV_DODUMP, MADV_HWPOISON = 15, 16, 17, 100
error = OSError
_names = ['ACCESS_DEFAULT', 'ACCESS_READ', 'ACCESS_WRITE', 'ACCESS_COPY']
_unset = object()


def _invalid(number=22):
    return OSError(number, _os.strerror(number))


class mmap:  #: -
    """Bytes: of a file, which changes with them, or of memory alone."""
    __module__ = 'mmap'
    # `_node`: the file whose data they are; else `_memory` has them. `_exports`: how many views of them there are.
    __slots__ = '_node', '_memory', '_offset', '_length', '_access', '_at', '_exports', '_closed', '_file', '__weakref__'

    def __new__(cls, fileno=_unset, length=_unset, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE, access=ACCESS_DEFAULT, offset=0,
                *, trackfd=True, **more):
        for at, (name, given) in enumerate((('fileno', fileno), ('length', length)), 1):
            if given is _unset:
                raise TypeError(f'function missing required argument {name!r} (pos {at})')
        if more:
            raise TypeError(f"this function got an unexpected keyword argument '{next(iter(more))}'")
        fileno, length, offset = _frames.parsed_int(fileno), _frames.ssize(length), _frames.c_long(offset)
        if length < 0:
            raise OverflowError('memory mapped length must be positive')
        if offset < 0:
            raise OverflowError('memory mapped offset must be positive')
        if access != ACCESS_DEFAULT and (flags != MAP_SHARED or prot != PROT_READ | PROT_WRITE):
            raise ValueError("mmap can't specify both access and flags, prot.")
        if not ACCESS_DEFAULT <= access <= ACCESS_COPY:
            raise ValueError('mmap invalid access parameter.')
        if access == ACCESS_DEFAULT and not prot & PROT_WRITE:
            access = ACCESS_READ
        self = object.__new__(cls)
        self._node = self._memory = self._file = None
        self._offset, self._length, self._access, self._at, self._exports, self._closed = offset, length, access, 0, 0, False
        own = access == ACCESS_COPY or flags & MAP_PRIVATE != 0
        if fileno == -1:
            if not length or offset % PAGESIZE:
                raise _invalid()
            self._memory = bytearray(length) if own else _share(bytearray(length))
            self._offset = 0
        else:
            self._open(fileno, own)
        return self

    @classmethod
    def _over(cls, memory):
        """All of a bytearray that processes share."""
        self = object.__new__(cls)
        self._node, self._memory, self._file, self._offset, self._length = None, memory, None, 0, len(memory)
        self._access, self._at, self._exports, self._closed = ACCESS_DEFAULT, 0, 0, False
        return self

    def _open(self, fileno, own):
        """Maps a file."""
        place = _files._descriptor(fileno)
        node = getattr(place, 'node', None)
        if node is None or node.data is None or not node.is_file():
            raise _invalid(19)
        size, offset = len(node.data), self._offset
        if not self._length:
            if not size:
                raise ValueError('cannot mmap an empty file')
            if offset >= size:
                raise ValueError('mmap offset is greater than file size')
            self._length = size - offset
        elif offset > size or size - offset < self._length:
            raise ValueError('mmap length is greater than file size')
        if offset % PAGESIZE:
            raise _invalid()
        if not place.reads or not place.writes and self._access != ACCESS_READ and not own:
            raise PermissionError(13, _os.strerror(13))
        self._file = node
        if own:
            self._memory = node.data[offset:offset + self._length]
        else:
            self._node = node
            _share(node.data)

    def _data(self):
        """The bytes and where in them this begins."""
        if self._closed:
            raise ValueError('mmap closed or invalid')
        if self._node is not None:
            return self._node.data, self._offset
        return self._memory, 0

    def _part(self, start, stop):
        data, offset = self._data()
        return bytes(data[offset + start:offset + stop])

    def _write(self, start, part):
        if self._access == ACCESS_READ:
            raise TypeError("mmap can't modify a readonly memory map.")
        data, offset = self._data()
        data[offset + start:offset + start + len(part)] = part

    def _writable(self):
        self._data()
        if self._access == ACCESS_READ:
            raise TypeError("mmap can't modify a readonly memory map.")

    @property
    def closed(self):
        return self._closed

    def close(self):
        if self._exports > 0:
            raise BufferError('cannot close exported pointers exist')
        self._closed, self._node, self._memory = True, None, None

    def __enter__(self):
        self._data()
        return self

    def __exit__(self, exc_type, exc_value, traceback, /):
        self.close()

    def __len__(self):
        self._data()
        return self._length

    def __repr__(self):
        kind = type(self)
        name = 'mmap.mmap' if kind is mmap else kind.__name__
        if self._closed:
            return f'<{name} closed=True>'
        offset = self._offset if self._file is not None else 0
        return f'<{name} closed=False, access={_names[self._access]}, length={self._length}, pos={self._at}, offset={offset}>'

    def __buffer__(self, flags, /):
        data, offset = self._data()
        if flags & 1 and self._access == ACCESS_READ:
            raise BufferError('Object is not writable.')
        self._exports += 1
        view = memoryview(data)[offset:offset + self._length]
        return view.toreadonly() if self._access == ACCESS_READ else view

    def __release_buffer__(self, buffer, /):
        # It may be cleared already, where a process ends.
        self._exports = max(getattr(self, '_exports', 0) - 1, 0)

    def _place(self, at):
        at = at + self._length if at < 0 else at
        if not 0 <= at < self._length:
            raise IndexError('mmap index out of range')
        return at

    def __getitem__(self, at, /):
        data, offset = self._data()
        if type(at) is slice:
            start, stop, step = at.indices(self._length)
            if step == 1:
                return bytes(data[offset + start:offset + max(start, stop)])
            return bytes(data[offset:offset + self._length][at])
        if not hasattr(type(at), '__index__'):
            raise TypeError('mmap indices must be integers')
        return data[offset + self._place(at.__index__())]

    def __setitem__(self, at, value, /):
        self._writable()
        data, offset = self._data()
        if type(at) is slice:
            part, places = _frames.bytes_of(value), range(*at.indices(self._length))
            if len(part) != len(places):
                raise IndexError('mmap slice assignment is wrong size')
            for place, byte in zip(places, part) if places.step != 1 else ():
                data[offset + place] = byte
            if places.step == 1 and part:
                data[offset + places.start:offset + places.stop] = part
            return
        if not hasattr(type(at), '__index__'):
            raise TypeError('mmap indices must be integer')
        place = offset + self._place(at.__index__())
        if not hasattr(type(value), '__index__'):
            raise TypeError('mmap item value must be an int')
        if not 0 <= value.__index__() < 256:
            raise ValueError('mmap item value must be in range(0, 256)')
        data[place] = value.__index__()

    def __delitem__(self, at, /):
        raise TypeError("mmap doesn't support item deletion")

    def __iter__(self):
        at = 0
        while at < len(self):
            yield self._part(at, at + 1)
            at += 1

    def __reversed__(self):
        return iter([self._part(at, at + 1) for at in reversed(range(len(self)))])

    def __contains__(self, item, /):
        return any(one == item for one in self)

    def tell(self):
        self._data()
        return self._at

    def seekable(self):
        return True

    def seek(self, pos, whence=0, /):
        self._data()
        pos = _index(pos)
        if whence not in (0, 1, 2):
            raise ValueError('unknown seek type')
        place = pos + (0, self._at, self._length)[whence]
        if not 0 <= place <= self._length:
            raise ValueError('seek out of range')
        self._at = place
        return place

    def _next(self, stop):
        start, self._at = self._at, stop
        return self._part(start, stop)

    def read(self, n=None, /):
        self._data()
        if n is not None and not hasattr(type(n), '__index__'):
            raise TypeError(f"argument should be integer or None, not '{_frames.type_name(n)}'")
        left = max(self._length - self._at, 0)
        return self._next(self._at + (left if n is None or n < 0 else min(left, n)))

    def read_byte(self):
        self._data()
        if self._at >= self._length:
            raise ValueError('read byte out of range')
        return self._next(self._at + 1)[0]

    def readline(self):
        data, offset = self._data()
        found = data.find(b'\n', offset + self._at, offset + self._length)
        return self._next(self._length if found < 0 else found + 1 - offset)

    def write(self, bytes, /):
        self._data()
        part = _frames.bytes_of(bytes)
        self._writable()
        if self._at > self._length or self._length - self._at < len(part):
            raise ValueError('data out of range')
        self._write(self._at, part)
        self._at += len(part)
        return len(part)

    def write_byte(self, byte, /):
        self._writable()
        if self._at >= self._length:
            raise ValueError('write byte out of range')
        self._write(self._at, bytes([byte & 255]))
        self._at += 1

    def _found(self, name, args):
        data, offset = self._data()
        if not 1 <= len(args) <= 3:
            raise TypeError(f'{name}() takes at {"least 1 argument" if not args else "most 3 arguments"} ({len(args)} given)')
        part = _frames.bytes_of(args[0])
        start, stop = (*(_index(one) for one in args[1:]), *(self._at, self._length)[len(args) - 1:])
        start, stop = (max(0, min(one + self._length if one < 0 else one, self._length)) for one in (start, stop))
        found = getattr(data, name)(part, offset + start, offset + stop) if start <= stop else -1
        return found - offset if found >= 0 else -1

    def find(self, *args):
        return self._found('find', args)

    def rfind(self, *args):
        return self._found('rfind', args)

    def move(self, dest, src, count, /):
        dest, src, count = map(_frames.ssize, (dest, src, count))
        self._writable()
        if min(dest, src, count) < 0 or self._length - dest < count or self._length - src < count:
            raise ValueError('source, destination, or count out of range')
        self._write(dest, self._part(src, src + count))

    def flush(self, offset=0, size=-1, /):
        offset, size = _frames.ssize(offset), _frames.ssize(size)
        self._data()
        size = self._length - offset if size == -1 else size
        if offset < 0 or size < 0 or self._length - offset < size:
            raise ValueError('flush values out of range')
        if self._access not in (ACCESS_READ, ACCESS_COPY) and offset % PAGESIZE:
            raise _invalid()

    def size(self):
        self._data()
        if self._file is None:
            raise OSError(9, _os.strerror(9))
        return len(self._file.data)

    def madvise(self, option, start=0, length=None, /):
        start = _frames.ssize(start)
        length = length if length is None else _frames.ssize(length)
        self._data()
        length = self._length if length is None else length
        if not 0 <= start < self._length:
            raise ValueError('madvise start out of bounds')
        if length < 0:
            raise ValueError('madvise length invalid')
        if start + length >= 1 << 63:
            raise OverflowError('madvise length too large')
        if start % PAGESIZE:
            raise _invalid()

    def resize(self, newsize, /):
        newsize = _frames.ssize(newsize)
        data, offset = self._data()
        if self._exports > 0:
            raise BufferError("mmap can't resize with extant buffers exported.")
        if newsize < 0:
            raise ValueError('new size out of range')
        if self._access not in (ACCESS_DEFAULT, ACCESS_WRITE):
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if not newsize:
            raise _invalid()
        if self._file is not None and self._node is not None:
            _resized(data, offset + newsize)
        elif self._memory is not None:
            _resized(self._memory, newsize)
        self._length = newsize

    def __reduce_ex__(self, protocol, /):
        name = 'mmap.mmap' if type(self) is mmap else type(self).__name__
        raise TypeError(f'cannot pickle {name!r} object')


def _resized(data, size):  #: -
    if size < len(data):
        del data[size:]
    else:
        data.extend(bytes(size - len(data)))


def _index(value):  #: -
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{_frames.type_name(value)}' object cannot be interpreted as an integer") from None


_frames.open_extension(mmap)
