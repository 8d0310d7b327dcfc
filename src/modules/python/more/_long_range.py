"""Ranges whose ends do not fit 64 bits: what the engine's own do, with ints of any size."""
from operator import index as _index

_MOST = (1 << 63) - 1


class LongRange:
    __slots__ = ('_start', '_stop', '_step', '_count')

    def __init__(self, start, stop, step):
        self._start, self._stop, self._step = start, stop, step
        self._count = max(0, (stop - start + step - (1 if step > 0 else -1)) // step)

    # It counts as one of the engine's.
    __class__ = property(lambda self: range)
    start = property(lambda self: self._start)
    stop = property(lambda self: self._stop)
    step = property(lambda self: self._step)

    def __repr__(self):
        step = '' if self._step == 1 else f', {self._step}'
        return f'range({self._start}, {self._stop}{step})'

    def __reduce__(self):
        return range, (self._start, self._stop, self._step)

    def __bool__(self):
        return self._count > 0

    def __len__(self):
        if self._count > _MOST:
            raise OverflowError('Python int too large to convert to C ssize_t')
        return self._count

    def _key(self):
        return (self._count, self._start if self._count else None, self._step if self._count > 1 else None)

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        if type(other) is LongRange:
            return self._key() == other._key()
        if not isinstance(other, range):
            return NotImplemented
        return self._key() == LongRange(other.start, other.stop, other.step)._key()

    def __getitem__(self, key):
        if isinstance(key, slice):
            start, stop, step = _bounds(key, self._count)
            return range(self._start + start * self._step, self._start + stop * self._step, self._step * step)
        if not hasattr(type(key), '__index__'):
            raise TypeError(f'range indices must be integers or slices, not {type(key).__name__}')
        at = _index(key)
        at += self._count if at < 0 else 0
        if not 0 <= at < self._count:
            raise IndexError('range object index out of range')
        return self._start + at * self._step

    def _place(self, value):
        """Where an int stands; None: nowhere."""
        at, rest = divmod(value - self._start, self._step)
        return at if not rest and 0 <= at < self._count else None

    def __contains__(self, value):
        if type(value) in (int, bool):
            return self._place(value) is not None
        return any(value is item or value == item for item in self)

    def index(self, value, /):
        if type(value) in (int, bool):
            at = self._place(value)
            if at is None:
                raise ValueError(f'{value!r} is not in range')
            return at
        for at, item in enumerate(self):
            if item is value or item == value:
                return at
        raise ValueError('sequence.index(x): x not in sequence')

    def count(self, value, /):
        if type(value) in (int, bool):
            return int(self._place(value) is not None)
        return sum(1 for item in self if item is value or item == value)

    def __iter__(self):
        return _iterator(self._start, self._step, self._count)

    def __reversed__(self):
        return _iterator(self._start + (self._count - 1) * self._step, -self._step, self._count)


def _iterator(start, step, count):
    made = object.__new__(LongIterator)
    made._next, made._step, made._left = start, step, count
    return made


class LongIterator:
    __slots__ = ('_next', '_step', '_left')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'longrange_iterator' instances")

    def __iter__(self):
        return self

    def __next__(self):
        if self._left <= 0:
            raise StopIteration
        found = self._next
        self._next += self._step
        self._left -= 1
        return found

    def __length_hint__(self):
        return self._left

    def __reduce__(self):
        return iter, (range(self._next, self._next + self._left * self._step, self._step),)


def _bounds(key, count):
    """`slice.indices`, of any length."""
    step = 1 if key.step is None else _index(key.step)
    if not step:
        raise ValueError('slice step cannot be zero')
    low, high = (0, count) if step > 0 else (-1, count - 1)

    def end(given, otherwise):
        if given is None:
            return otherwise
        given = _index(given)
        return min(max(given + count if given < 0 else given, low), high)
    return end(key.start, low if step > 0 else high), end(key.stop, high if step > 0 else low), step


def indices(start, stop, step, count):
    return _bounds(slice(start, stop, step), count)


def make(start, stop, step):
    if not step:
        raise ValueError('range() arg 3 must not be zero')
    return LongRange(start, stop, step)


LongRange.__name__ = LongRange.__qualname__ = 'range'
LongIterator.__name__ = LongIterator.__qualname__ = 'longrange_iterator'
LongRange.__module__ = LongIterator.__module__ = 'builtins'

from _frames import extension as _extension, final as _final
_extension(LongIterator)
_final(LongIterator)
