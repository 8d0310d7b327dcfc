"""What a process is given as its standard files."""
import os
import _descriptors
import _processes
from _operator import index as _index

__name__ = 'subprocess'  # where what is here is said to be  #: in subprocess.py

PIPE, STDOUT, DEVNULL = -1, -2, -3


def _file_place(given, name):  #: -
    """What a stream given as a file or a file's number means."""
    number = given if isinstance(given, int) else given.fileno()
    if number in (0, 1, 2) and not (number == 0 and name != 'stdin'):
        return None if number == {'stdin': 0, 'stdout': 1, 'stderr': 2}[name] else number
    import _files
    if hasattr(given, 'flush'):
        given.flush()
    if isinstance(getattr(given, '_end', None), _processes.PipeEnd):
        return given._end
    try:
        place = _files._descriptor(number)
    except OSError as fault:
        # It is the child that is told.
        return fault
    if isinstance(getattr(place, '_end', None), _processes.PipeEnd):
        return place._end
    return _wire(place, name == 'stdin') if hasattr(place, 'is_within') else place


def _handed(numbers):
    """The pipes that a child is to have under the numbers that they have here."""
    handed = []
    for number in numbers:
        if number > 2:
            place = _descriptors.find(number)
            end = _wire(place, not place.writes) if hasattr(place, 'writes') else getattr(place, '_end', None)
            if not isinstance(end, _processes.PipeEnd):
                import _frames
                _frames.not_supported('pass_fds of what is no pipe', 'stdin, stdout and stderr')
            handed.append((number, end))
    return handed


def _wire(end, reads):
    """The pipe that a child gets of an end of this process: of `os.pipe()`, or of a socket."""
    import _wires
    if end._wire is None and end.is_within():
        _wires.part(end)
    return end if end._wire is None else end._wire[0 if reads else 1]


def _unfit(args, env, cwd=None, kept=(), *numbers):
    """What is wrong with what a program is started with."""
    for number in numbers:
        try:
            if not -1 << 31 <= _index(number) < 1 << 31:
                return OverflowError('Python int too large to convert to C int')
        except TypeError as fault:
            return fault.with_traceback(None)
    if any(number < 0 for number in kept):
        return ValueError('bad value(s) in fds_to_keep')
    texts = list(args)
    if cwd is not None:
        texts.append(cwd)
    for name, value in () if env is None else env.items():
        texts += name, value
    for text in texts:
        if not isinstance(text, (str, bytes, os.PathLike)):
            return TypeError(f'expected str, bytes or os.PathLike object, not {type(text).__name__}')
        if '\0' in os.fsdecode(text):
            return ValueError('embedded null byte')
    if any('=' in os.fsdecode(name) for name in env or ()):
        return ValueError('illegal environment variable name')


def _unfit_owners(gid, gids, uid):
    """What is wrong with whom a program is to belong to."""
    if any(each >> 32 for each in gids or ()):
        return ValueError('invalid group id')
    for number, name in (gid, 'gid'), (uid, 'uid'):
        if number is not None and number >> 32:
            return OverflowError(f'{name} is {"greater than maximum" if number >> 63 else "less than minimum"}')


def _owners_are_ours(gid, gids, uid):  #: -
    """May a process of this user belong to these? -1, as C has it, changes nothing."""
    return gids is None and gid in (None, os.getgid(), 0xFFFFFFFF) and uid in (None, os.getuid(), 0xFFFFFFFF)


def _takes_standard(stdin, stdout, stderr):  #: -
    """Is one of the streams given this process's own input, output or errors?"""
    for given in stdin, stdout, stderr:
        if given is None or given in (PIPE, DEVNULL):
            continue
        if given == STDOUT:
            if stdout is None:
                return True
        elif (given if isinstance(given, int) else given.fileno()) in (0, 1, 2):
            return True
    return False


class _Ends:
    """The ends of pipes with which a process begins, by the numbers that they take here; those that stay by their names."""

    def __init__(self):
        self.numbers, self.mine = {}, {}

    def pipe(self):
        ends = _processes.pipe()
        for end in ends:
            self.numbers[end] = _descriptors.new(None)
        return ends

    def null(self):
        if None not in self.numbers:
            self.numbers[None] = _descriptors.new(None)
        return False

    def release(self, but=()):
        for end, number in self.numbers.items():
            if end not in but:
                _descriptors.release(number)
                if end is not None:
                    end.close()
