"""Arrays of numbers of one kind."""
from _frames import argument_type as _argument_type, bytes_of as _bytes_of, ssize as _ssize, type_name as _type_name
import operator as _operator
import struct as _struct
import sys as _sys

typecodes = 'bBuwhHiIlLqQfd'
_SIZES = {'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_NAMES = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short',
          'i': 'signed integer'}
# As what CPython reads a number first.
_WIDER = {'b': ('signed short integer', 15), 'H': ('signed integer', 31)}


def _overflow(code, value):
    """What is said of a number that has no room."""
    if code in 'qQ':
        return "can't convert negative int to unsigned" if code == 'Q' and value < 0 else 'int too big to convert'
    if code in 'IL':
        return "can't convert negative value to unsigned int" if value < 0 else \
            'Python int too large to convert to C unsigned long' if value >> 64 else 'unsigned int is greater than maximum'
    if not -1 << 63 <= value < 1 << 63:
        return 'Python int too large to convert to C long'
    wider, bits = _WIDER.get(code, ('', 63))
    kind = _NAMES[code] if -1 << bits <= value < 1 << bits else wider
    return f"{kind} is {'greater than maximum' if value > 0 else 'less than minimum'}"



def _roomy(size, needed):
    """Places that CPython's array of that size has once it needs more."""
    return (needed >> 4) + (3 if size < 8 else 7) + needed


def _repeats(count):
    """How often an array is to be repeated."""
    number = _operator.index(count)
    if not -1 << 63 <= number < 1 << 63:
        raise OverflowError(f"cannot fit '{_type_name(count)}' into an index-sized integer")
    return number


class array:
    """A list of numbers, each kept as the machine has it."""
    # `_places`: those that CPython's array had when it last took what came as a whole; from there on it grew item by item.
    __slots__ = 'typecode', 'itemsize', '_list', '_shared', '_places', '__weakref__'
    __hash__ = None
    __class_getitem__ = classmethod(type(list[int]))

    def __sizeof__(self):
        places, count = self._places, len(self._items)
        while places < count:
            places = _roomy(places, places + 1)
        return 64 + places * self.itemsize

    @property
    def _items(self):
        """The numbers as a list: what is changed in it counts where nobody else sees the memory."""
        return self._list if self._shared is None else memoryview(self._shared).cast(self.typecode).tolist()

    def _resizable(self, count=None):
        """The numbers as a list that may grow and shrink; as many as before need no room, even where others see the memory."""
        if self._shared is None:
            return self._list
        numbers = self._items
        if count != len(numbers):
            try:
                self._shared.append(0)
            except BufferError:
                raise BufferError('cannot resize an array that is exporting buffers') from None
            self._list, self._shared = numbers, None
        return numbers

    def _place(self, index, unknown):
        """The place that an index means."""
        kind = type(index)
        if not hasattr(kind, '__index__'):
            raise TypeError('array indices must be integers')
        index, count = _operator.index(index), len(self)
        if not -count <= index < count:
            fits = -1 << 63 <= index < 1 << 63
            raise IndexError(unknown if fits else f"cannot fit '{kind.__name__}' into an index-sized integer")
        return index

    def _put(self, places, items):
        """Other items where those of some places are: as many, none at all, or any number instead of neighbours."""
        if items and len(items) == len(places):
            numbers = self._items
        else:
            numbers = self._resizable()
            if items and places.step != 1:
                raise ValueError(f'attempt to assign array of size {len(items)} to extended slice of size {len(places)}')
        if places.step < 0:
            places, items = places[::-1], items[::-1]
        where = slice(places.start, places.stop, places.step)
        if items:
            numbers[where] = items
        else:
            del numbers[where]
        self._changed(numbers)

    def _changed(self, numbers):
        """As many numbers as before, others."""
        if self._shared is None:
            self._list = numbers
        else:
            self._shared[:] = _struct.pack(f'{len(numbers)}{self.typecode}', *numbers)

    def __new__(cls, /, *args, **named):
        if named and cls is array:
            raise TypeError('array.array() takes no keyword arguments')
        if not 1 <= len(args) <= 2:
            bound = 'at most 2 arguments' if args else 'at least 1 argument'
            raise TypeError(f'array() takes {bound} ({len(args)} given)')
        typecode, initializer = args if len(args) == 2 else (*args, ())
        self = object.__new__(cls)
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + _argument_type(typecode))
        if isinstance(initializer, str) and typecode not in 'uw':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        if typecode not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        if isinstance(initializer, array) and initializer.typecode in 'uw' and typecode not in 'uw':
            raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{typecode}'")
        if typecode == 'u':
            import warnings
            warnings.warn("The 'u' type code is deprecated and will be removed in Python 3.16", DeprecationWarning)
        self._begin(typecode, [])
        if isinstance(initializer, str):
            self._list = list(initializer)
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self._list = self._all_kept(initializer)
            if isinstance(initializer, (list, tuple, array)):
                self._places = len(self._list)
        return self

    def _begin(self, typecode, items):
        self.typecode, self.itemsize = typecode, _SIZES[typecode]
        self._list, self._shared, self._places = items, None, 0

    def _kept(self, value):
        code = self.typecode
        if code in 'uw':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('array item must be unicode character')
            return value
        if code in 'fd':
            kind = type(value)
            if isinstance(value, str) or not hasattr(kind, '__float__') and not hasattr(kind, '__index__'):
                raise TypeError(f'must be real number, not {_type_name(value)}')
            value = float(value)
            return value if code == 'd' else _struct.unpack('f', _struct.pack('f', value))[0]
        value, bits = _operator.index(value), self.itemsize * 8
        low, high = (0, 2 ** bits - 1) if code.isupper() else (-2 ** (bits - 1), 2 ** (bits - 1) - 1)
        if not low <= value <= high:
            raise OverflowError(_overflow(code, value))
        return value

    def _kept_at_once(self, values):
        """The numbers of `values`, if those are of a kind that struct takes as well."""
        if not isinstance(values, (list, tuple, range)) or self.typecode in 'uw':
            return None
        layout = f'{len(values)}{self.typecode}'
        try:
            return _struct.unpack(layout, _struct.pack(layout, *values))
        except (TypeError, OverflowError, _struct.error):
            return None

    def _all_kept(self, values):
        numbers = self._kept_at_once(values)
        return [self._kept(value) for value in values] if numbers is None else list(numbers)

    def append(self, value, /):
        value = self._kept(value)
        self._resizable().append(value)

    def extend(self, values, /):
        if isinstance(values, array):
            if values.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            numbers = list(values._items)
        else:
            numbers = self._kept_at_once(values)
        if numbers is not None:
            self._resizable(len(self) + len(numbers)).extend(numbers)
            return
        for value in values:
            self.append(value)

    def fromlist(self, values, /):
        if not isinstance(values, list):
            raise TypeError('arg must be list')
        numbers = self._all_kept(values)
        self._resizable(len(self) + len(numbers)).extend(numbers)

    def insert(self, index, value, /):
        value = self._kept(value)
        self._resizable().insert(index, value)

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        index = _ssize(index)
        if not -len(self) <= index < len(self):
            raise IndexError('pop index out of range')
        return self._resizable().pop(index)

    def remove(self, value, /):
        if value not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._resizable().remove(value)

    def index(self, value, start=0, stop=_sys.maxsize, /):
        try:
            return self._items.index(value, start, stop)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, value, /):
        return self._items.count(value)

    def reverse(self):
        self._changed(self._items[::-1])

    def clear(self):
        self._resizable(0).clear()

    def tolist(self):
        return list(self._items)

    def tounicode(self):
        if self.typecode not in 'uw':
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return ''.join(self._items)

    def fromunicode(self, text, /):
        if not isinstance(text, str):
            raise TypeError('fromunicode() argument must be str, not ' + _argument_type(text))
        if self.typecode not in 'uw':
            raise ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
        self.extend(text)

    def tobytes(self):
        if self._shared is not None:
            return bytes(self._shared)
        if self.typecode in 'uw':
            return ''.join(self._items).encode('utf-32-le')
        return _struct.pack(f'{len(self._items)}{self.typecode}', *self._items)

    def frombytes(self, data, /):
        data, size = _bytes_of(data), len(self._items)
        if len(data) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        self._places = max(self._places, _roomy(size, size + len(data) // self.itemsize))
        count = len(data) // self.itemsize
        items = data.decode('utf-32-le') if self.typecode in 'uw' else _struct.unpack(f'{count}{self.typecode}', data)
        self._resizable(size + count).extend(items)

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        n = _ssize(n)
        if n < 0:
            raise ValueError('negative count')
        data = f.read(n * self.itemsize)
        self.frombytes(data[:len(data) // self.itemsize * self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError('read() didn\'t return enough bytes')

    def byteswap(self):
        size, data = self.itemsize, self.tobytes()
        data = b''.join(data[at:at + size][::-1] for at in range(0, len(data), size))
        self._changed(list(_struct.unpack(f'{len(self)}{self.typecode}', data)))

    def buffer_info(self):
        return id(self._list if self._shared is None else self._shared), len(self)

    def _same(self, items):
        made = object.__new__(array)
        made._begin(self.typecode, items)
        return made

    def __len__(self):
        return len(self._list) if self._shared is None else len(self._shared) // self.itemsize

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._same(self._items[index])
        return self._items[self._place(index, 'array index out of range')]

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(len(self)))
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{_type_name(value)}") to array slice')
            if value.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            self._put(places, value._items)
            return
        index = self._place(index, 'array assignment index out of range')
        value = self._kept(value)
        if self._shared is None:
            self._list[index] = value
        else:
            with memoryview(self._shared).cast(self.typecode) as view:
                view[index] = value

    def __delitem__(self, index):
        if isinstance(index, slice):
            self._put(range(*index.indices(len(self))), [])
        else:
            index = self._place(index, 'array assignment index out of range')
            del self._resizable()[index]

    # As in CPython's class these are a sequence's: they refuse what is none of theirs, and `+` and `*` ask the right
    # operand first.
    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{_type_name(other)}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._same(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend array with array (not "{_type_name(other)}")')
        self.extend(other)
        return self

    def __mul__(self, count):
        return self._same(self._items * _repeats(count))

    def __rmul__(self, count):
        return self._same(self._items * _repeats(count))

    def __imul__(self, count):
        count = _repeats(count)
        numbers = self._resizable(len(self) * max(count, 0))
        numbers *= count
        return self

    def __copy__(self):
        return self._same(list(self._items))

    def __deepcopy__(self, memo):
        return self._same(list(self._items))

    def __buffer__(self, flags, /):
        if self.typecode in 'uw':
            return memoryview(self.tobytes())
        if self._shared is None:
            self._shared = bytearray(self.tobytes())
        return memoryview(self._shared).cast(self.typecode)

    def __reduce_ex__(self, protocol):
        state = getattr(self, '__dict__', None)
        if protocol < 3:
            return type(self), (self.typecode, list(self._items)), state
        return _array_reconstructor, (type(self), self.typecode, _FORMATS[self.typecode], self.tobytes()), state

    def _compare(self, other, how):
        if not isinstance(other, array):
            return NotImplemented
        ours, theirs = self._items, other._items
        # An item is never the same object as another one.
        if self.typecode in 'fd' and any(item != item for item in ours):
            for pair in zip(ours, theirs):
                if pair[0] != pair[1]:
                    return how(*pair)
        return how(ours, theirs)

    def __eq__(self, other):
        return self._compare(other, _operator.eq)

    def __lt__(self, other):
        return self._compare(other, _operator.lt)

    def __le__(self, other):
        return self._compare(other, _operator.le)

    def __gt__(self, other):
        return self._compare(other, _operator.gt)

    def __ge__(self, other):
        return self._compare(other, _operator.ge)

    def __repr__(self):
        if not self._items:
            return f"{type(self).__name__}('{self.typecode}')"
        shown = repr(''.join(self._items)) if self.typecode in 'uw' else repr(self._items)
        return f"{type(self).__name__}('{self.typecode}', {shown})"


ArrayType = array
# How machines keep numbers (Modules/arraymodule.c `machine_format_code`): this one has the lowest byte first.
_FORMATS = dict(zip('bBhHiIlLqQfduw', (1, 0, 4, 2, 8, 6, 12, 10, 12, 10, 14, 16, 20, 20)))


def _array_reconstructor(arraytype, typecode, mformat_code, items, /):
    """The array whose bytes a pickle has kept."""
    if _FORMATS.get(typecode) != mformat_code:
        raise ValueError('third argument must be a valid machine format code.')
    made = arraytype.__new__(arraytype, typecode)
    made.frombytes(items)
    return made


from _frames import computed_once as _once, concatenates as _concatenates, extension as _extension, shortcuts as _shortcuts
_extension(array)
_concatenates(array)
_once(array, 'typecode', 'itemsize')
_shortcuts(8, array)

from collections.abc import MutableSequence as _MutableSequence
_MutableSequence.register(array)
