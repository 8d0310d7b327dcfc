"""What dates and times consist of, and the differences between them."""
import _dates
from _frames import c_int as _c_int, extension as _extension, parsed_int as _parsed_int, type_name as _type_name
from _operator import index as _index

__name__ = 'datetime'  # where what is here is said to be

MINYEAR, MAXYEAR = 1, 9999
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_days(year, month):
    return 29 if month == 2 and _leap(year) else _DAYS[month]


_ordinal, _of_ordinal = _dates.ordinal, _dates.of_ordinal


class timedelta:
    """The difference between two moments."""
    __slots__ = ('_us',)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0.0
        for name, value, unit in (('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000),
                                  ('seconds', seconds, 1000000), ('minutes', minutes, 60000000),
                                  ('hours', hours, 3600000000), ('days', days, 86400000000),
                                  ('weeks', weeks, 604800000000)):
            if isinstance(value, float):
                # Parts of microseconds are summed up, and the sum is rounded.
                whole = int(value)
                part = (value - whole) * unit
                total += whole * unit + int(part)
                rest += part - int(part)
            elif isinstance(value, int):
                total += value * unit
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: {_type_name(value)}')
        if rest:
            odd = total % 2
            total += round(rest + odd) - odd
        days = total // 86400000000
        if not -0x80000000 <= days <= 0x7FFFFFFF:
            raise OverflowError('Python int too large to convert to C int')
        return cls._make(total)

    @classmethod
    def _make(cls, us):
        self = object.__new__(cls)
        self._us = us
        days = us // 86400000000
        if abs(days) > 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= 999999999' if abs(days) < 1 << 31 else
                                'Python int too large to convert to C int')
        return self

    def _keep(self, value=None):
        raise AttributeError('readonly attribute')

    days = property(lambda self: self._us // 86400000000, _keep, _keep)
    seconds = property(lambda self: self._us % 86400000000 // 1000000, _keep, _keep)
    microseconds = property(lambda self: self._us % 1000000, _keep, _keep)

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        parts = [f'{n}={getattr(self, n)}' for n in ('days', 'seconds', 'microseconds') if getattr(self, n)]
        return f'{_class_name(self)}({", ".join(parts) or "0"})'

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        text = f'{minutes // 60}:{minutes % 60:02}:{seconds:02}'
        if self.days:
            text = f'{self.days} day{"s" if abs(self.days) != 1 else ""}, {text}'
        return text + (f'.{self.microseconds:06}' if self.microseconds else '')

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._make(self._us + other._us)

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._make(self._us - other._us)

    def __neg__(self):
        return timedelta._make(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._make(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._make(self._us * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._make(_divide(self._us * n, d))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return timedelta._make(self._us // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, (int, float)):
            n, d = other.as_integer_ratio()
            return timedelta._make(_divide(self._us * d, n))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._make(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return (self // other, self % other) if isinstance(other, timedelta) else NotImplemented

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)


def _class_name(self):
    name = type(self).__name__
    return f'datetime.{name}' if type(self).__module__ == 'datetime' else name


def _reflected(cls, *names):
    """The methods that the operators have for a right-hand side."""
    def of(name):
        method = getattr(cls, f'__{name}__')

        def reflected(self, other):
            return method(other, self) if isinstance(other, cls) else NotImplemented
        reflected.__name__ = f'__r{name}__'
        reflected.__qualname__ = f'{cls.__name__}.__r{name}__'
        return reflected
    for name in names:
        setattr(cls, f'__r{name}__', of(name))


def _divide(a, b):
    """a / b to the nearest int, half to even."""
    q, r = divmod(a, b)
    twice = 2 * r
    if b < 0:
        twice, b = -twice, -b
    return q + (twice > b or twice == b and q % 2 == 1)


timedelta.__new__.__qualname__ = '__new__'
_reflected(timedelta, 'sub', 'truediv', 'floordiv', 'mod', 'divmod')
timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._make(86400000000 * 1000000000 - 1)
timedelta.resolution = timedelta(microseconds=1)
_MISSING = object()


def _demand(*parts):
    for at, part in enumerate(parts):
        if part is _MISSING:
            raise TypeError(f"function missing required argument '{('year', 'month', 'day')[at]}' (pos {at + 1})")
        _index(part)


def _is_state(given, length, at, most):
    """Whether it is what pickles hold of a date or a time: bytes, in old ones a str."""
    if not isinstance(given, (bytes, str)) or len(given) != length:
        return False
    return (at == 0 or ord(given[at:at + 1]) & 127) and ord(given[at:at + 1]) & 127 <= most


def _of_state(state, clock=4):
    """The numbers; the clock's begin at that byte."""
    state = state.encode('latin1') if isinstance(state, str) else state
    day = (state[0] * 256 + state[1], state[2] & 127, state[3]) if clock else ()
    if len(state) == clock:
        return day
    hour, minute, second, *us = state[clock:]
    return *day, hour & 127, minute, second, int.from_bytes(us)


def _stamp(given, to_int=round):
    """A timestamp in microseconds."""
    if isinstance(given, float):
        if given != given:
            raise ValueError('Invalid value NaN (not a number)')
        given = max(-1e20, min(given, 1e20))
        whole = int(given)
        us = whole * 1000000 + to_int((given - whole) * 1000000)
    else:
        whole = _index(given)
        us = whole * 1000000
    if not -1 << 63 <= whole < 1 << 63:
        raise OverflowError('timestamp out of range for platform time_t')
    year = _of_ordinal(_EPOCH_DAY + us // 86400000000)[0]
    if not -0x80000000 <= year - 1900 <= 0x7FFFFFFF:
        raise OSError(75, 'Value too large for defined data type')
    return us if 1 <= year <= 9999 else _check_range('year', year, 1, 9999)


def _clock_state(self):
    return self._minute, self._second, *self._microsecond.to_bytes(3)


def _check_range(name, value, low, high):
    value = _index(value)
    if not low <= value <= high:
        _parsed_int(value)
        if name in ('year',):
            raise ValueError(f'year {value} is out of range')
        if name == 'day':
            raise ValueError('day is out of range for month')
        raise ValueError(f'{name} must be in {low}..{high}')
    return value


_PARTS = 'year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold'


def _readonly(cls, *names):
    """Attributes kept below the same names with an underline."""
    for name in names:
        setattr(cls, name, _dates.part(name, cls.__name__, _PARTS.index(name)))


def _given(value, now):
    """What `replace` makes of a part; NotImplemented is one that is not given."""
    return now if value is NotImplemented else _c_int(value)


def _replaced_day(self, year, month, day):
    return _given(year, self._year), _given(month, self._month), _given(day, self._day)


def _replaced(self, hour, minute, second, microsecond, zone):
    return (_given(hour, self._hour), _given(minute, self._minute), _given(second, self._second),
            _given(microsecond, self._microsecond), self._tzinfo if zone is NotImplemented else zone)


_EPOCH_DAY = _ordinal(1970, 1, 1)
_EPOCH = _EPOCH_DAY * 86400000000
_extension(timedelta)
