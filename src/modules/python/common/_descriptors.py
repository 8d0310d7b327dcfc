"""The numbers of open files, sockets and pipes."""
import _selector


class _Table(dict):
    """What stands behind each number; below `full` none is free."""
    full = 3

    def __delitem__(self, number):
        super().__delitem__(number)
        self.full = min(self.full, max(number, 3))

    def pop(self, number, *default):
        self.full = min(self.full, max(number, 3))
        return super().pop(number, *default)


table = _Table()
# Loops have three each: their selector and what wakes it.
_of_loops = {}
# The standard streams that the program has closed: files may get their numbers.
closed = []


def _number_loops():
    loops = _selector.loops()
    for gone in [loop for loop in _of_loops if loop not in loops]:
        for number in _of_loops.pop(gone):
            table.pop(number, None)
    for loop in loops:
        if loop not in _of_loops:
            _of_loops[loop] = []
            for _ in range(3):
                _of_loops[loop].append(_lowest())


class _Waker:
    """The end of a loop's pair of sockets that its selector watches."""

    def __init__(self, number):
        self._number = number
        self._source = _selector.Source(number)

    def fileno(self):
        return self._number


def waker(loop):
    """What stands in the selector of the loop with this number."""
    _number_loops()
    return table.setdefault(_of_loops[loop][1], _Waker(_of_loops[loop][1]))


def new(thing):
    """Gives it the lowest number that is free."""
    if closed and hasattr(thing, 'node'):
        from _duplicates import take_over
        return take_over(thing, min(closed))
    _number_loops()
    number = _lowest()
    table[number] = thing
    return number


def _lowest():
    taken = {number for numbers in _of_loops.values() for number in numbers}
    number = table.full
    while number in table or number in taken:
        number += 1
    table.full = number
    return number


# What has several numbers (`os.dup`).
_twins = []


def double(number, at=None):
    """Another number for what is open under this one; the lowest that is free, or that one."""
    thing = find(number)
    if at is None:
        _number_loops()
        at = _lowest()
    table[at] = thing
    _twins.append(thing)
    return at


def find_twins():
    """In a process that was forked off."""
    things = list(table.values())
    _twins[:] = [thing for at, thing in enumerate(things) if any(thing is other for other in things[:at])]


def forsake(number):
    """Takes a number from what has others as well; False where it is its last."""
    thing = table.get(number)
    at = next((at for at, twin in enumerate(_twins) if twin is thing), None)
    if at is None:
        return False
    del _twins[at]
    release(number)
    if getattr(thing, '_fd', None) == number:
        thing._fd = next(other for other, found in table.items() if found is thing)
        thing._source.renumber(thing._fd)
    return True


# Who is told of what loses a number.
closing = None


def release(number):
    thing = table.pop(number, None)
    if closing:
        closing(thing)


def find(number):
    """What is open under that number."""
    if number not in table:
        raise OSError(9, 'Bad file descriptor')
    return table[number]


def number_of(thing):
    """The number that is given or that an object's `fileno` gives."""
    if isinstance(thing, int):
        number = thing
    else:
        try:
            number = int(thing.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {thing!r}') from None
    if number < 0:
        raise ValueError(f'Invalid file descriptor: {number}')
    return number


def source_of(thing):
    """What a loop or a thread can wait for."""
    number = number_of(thing)
    if number == 0:
        return _input_source()
    found = getattr(find(number), '_source', None)
    if found is None:
        raise PermissionError(1, 'Operation not permitted')
    return found


_input = None


def _input_source():
    """Standard input always has something to give: a line, or its end."""
    global _input
    if _input is None:
        _input = _selector.Source(0)
        _input.update(True, False)
    return _input
