"""`os.dup` and `os.dup2`: other numbers for what is open, and standard streams that are led elsewhere."""
import _descriptors
import _processes
import sys
from _frames import c_int
from operator import index


class _Kept:
    """A standard stream under another number, as it was led when it got it."""

    def __init__(self, number):
        self.number, self.options = number, {}
        self.stream = sys.__stdin__ if number == 0 else _exchange(number, number)

    def read(self, count):
        return self._for_now(0, count)

    def write(self, data):
        return self._for_now(1, data)

    def _for_now(self, write, what):
        import os
        here, number = _Kept(self.number), _descriptors.new(self)
        try:
            dup2(number, self.number)
            return os.write(self.number, what) if write else os.read(self.number, what)
        finally:
            _lead(here, self.number)
            here.close()
            _descriptors.release(number)

    def close(self):
        for number in [number for number, thing in _descriptors.table.items() if thing is self]:
            _descriptors.release(number)
        if self.number:
            self.stream.close()


def _exchange(number, given):
    """Leads an output elsewhere; gives where it went."""
    former = _processes.redirect(number, given)
    if given == number:
        # The copy has taken its place.
        return former
    former.close()


def _lead(thing, number):
    """What is read or written under the number of a standard stream is this from now on."""
    if number == 0:
        import _child
        if isinstance(thing, _Kept):
            sys.stdin = sys.__stdin__ = thing.stream
        else:
            _child.take_input(thing.duplicate() if isinstance(thing, _processes.PipeEnd) else thing)
    else:
        _exchange(number, thing.stream if isinstance(thing, _Kept) else thing)


def close_standard(fd):
    """Nothing is behind the number of a standard stream until something that is opened gets it."""
    if fd in _descriptors.closed:
        raise OSError(9, 'Bad file descriptor')
    import _files
    _descriptors.release(fd)
    nothing = _files.open('/dev/null', _files.O_RDWR)
    dup2(nothing, fd)
    _files.close(nothing)
    _descriptors.closed.append(fd)


def take_over(thing, number):
    """A file gets the number of a standard stream that is closed, and stands for it."""
    _descriptors.closed.remove(number)
    _descriptors.table[number] = thing
    _lead(thing, number)
    return number


def dup(fd, /):  #: -
    """The lowest number that is free, for what is open under this one."""
    fd = c_int(fd)
    if fd in _descriptors.closed:
        raise OSError(9, 'Bad file descriptor')
    if _descriptors.closed:
        return dup2(fd, min(_descriptors.closed))
    if 0 <= fd <= 2:
        return _descriptors.new(_Kept(fd))
    import os
    number = _descriptors.double(fd)
    os.set_inheritable(number, False)
    return number


def dup2(fd, fd2, inheritable=True):
    """The other number for what is open under this one; what was open there is closed."""
    fd, fd2 = c_int(fd), c_int(fd2)
    if fd2 < 0 or fd < 0 or fd in _descriptors.closed:
        raise OSError(9, 'Bad file descriptor')
    if fd > 2:
        _descriptors.find(fd)
    if fd == fd2:
        return fd2
    if fd2 <= 2:
        if fd2 in _descriptors.closed:
            _descriptors.closed.remove(fd2)
        _descriptors.release(fd2)
        if fd in _descriptors.table and fd <= 2:
            thing = _descriptors.find(fd)
        elif fd <= 2:
            thing = fd if fd and fd2 else _Kept(fd)
        else:
            thing = _descriptors.find(fd)
            if not isinstance(thing, _Kept):
                import subprocess
                thing = subprocess._file_place(fd, 'stdin' if fd2 == 0 else 'stdout')
        _lead(thing, fd2)
        return fd2
    import os
    if fd2 in _descriptors.table:
        os.close(fd2)
    if fd <= 2:
        _descriptors.table[fd2] = _Kept(fd)
    else:
        _descriptors.double(fd, fd2)
    os.set_inheritable(fd2, inheritable)
    return fd2


from _frames import native as _native
_native(globals())
