"""Dates and times; now() is the run's virtual clock. What a program puts in place of a class in `datetime`
is nothing to the others."""
import _dates
from _frames import argument_type as _argument_type, c_int as _c_int, parsed_int as _parsed_int, shortcuts as _shortcuts, type_name as _type_name
import time as _time
import _local_zone as _here
from operator import index as _index

__name__ = 'datetime'
__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC']
MINYEAR, MAXYEAR = 1, 9999
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKDAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')


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


class tzinfo:
    """Base of time zones."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        _own(self, dt)
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        summer = dt.dst()
        if summer is None:
            raise ValueError('fromutc: non-None dst() result required')
        # The zone's standard time says whether it is summer.
        dt += offset - summer
        summer = dt.dst()
        if summer is None:
            raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + summer

    def __reduce__(self):
        arguments = getattr(self, '__getinitargs__', tuple)
        return type(self), arguments(), self.__getstate__()


def _own(zone, moment):
    if not isinstance(moment, datetime):
        raise TypeError('fromutc: argument must be a datetime')
    if moment._tzinfo is not zone:
        raise ValueError('fromutc: dt.tzinfo is not self')


def _said(zone, name, moment):
    """What a zone's `utcoffset` or `dst` gives."""
    found = getattr(zone, name)(moment)
    if found is not None:
        if not isinstance(found, timedelta):
            raise TypeError(f'tzinfo.{name}() must return None or timedelta, not {_type_name(found)!r}')
        if not -86400000000 < found._us < 86400000000:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).')
    return found


def _said_name(zone, moment):
    name = zone.tzname(moment)
    if name is not None and not isinstance(name, str):
        raise TypeError(f'tzinfo.tzname() must return None or a string, not {_type_name(name)!r}')
    return name


def _offset_text(offset, colon=':'):
    sign, us = ('-', -offset._us) if offset._us < 0 else ('+', offset._us)
    seconds, us = divmod(us, 1000000)
    text = f'{sign}{seconds // 3600:02}{colon}{seconds // 60 % 60:02}'
    if seconds % 60 or us:
        text += f'{colon}{seconds % 60:02}' + (f'.{us:06}' if us else '')
    return text


class timezone(tzinfo):
    """A fixed offset from UTC."""
    __slots__ = '_offset', '_name'
    utc = None

    def __new__(cls, offset, name=NotImplemented):
        if timezone.utc is not None and name is NotImplemented and isinstance(offset, timedelta) and not offset:
            return timezone.utc
        self = object.__new__(cls)
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {_argument_type(offset)}')
        if name is NotImplemented:
            name = None
        elif not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {_argument_type(name)}')
        if not -86400000000 < offset._us < 86400000000:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}.')
        self._offset, self._name = offset, name
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __getstate__(self):
        return None

    def fromutc(self, dt):
        _own(self, dt)
        return dt + self._offset

    def utcoffset(self, dt):
        self._check('utcoffset', dt)
        return self._offset

    def dst(self, dt):
        self._check('dst', dt)
        return None

    @staticmethod
    def _check(method, dt):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f'{method}(dt) argument must be a datetime instance or None, not {_type_name(dt)}')

    def tzname(self, dt):
        self._check('tzname', dt)
        return self._name if self._name is not None else \
            'UTC' if not self._offset else 'UTC' + _offset_text(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'datetime.timezone({self._offset!r}{name})'

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


UTC = timezone.utc = timezone(timedelta(0))


def _format(moment, spec, parts):
    """strftime: what time.strftime has not is put in first."""
    if not isinstance(spec, str):
        raise TypeError(f'strftime() argument 1 must be str, not {_argument_type(spec)}')
    if '%f' not in spec and '%z' not in spec and '%Z' not in spec and '%:' not in spec:
        return _time.strftime(spec, parts)
    text, at = '', 0
    while at < len(spec):
        two = spec[at:at + 2]
        if two == '%f':
            text += f'{getattr(moment, "microsecond", 0):06}'
        elif two in ('%z', '%Z') or spec[at:at + 3] == '%:z':
            offset = moment.utcoffset() if two != '%Z' and hasattr(moment, 'utcoffset') else None
            if two == '%Z':
                text += (moment.tzname() or '').replace('%', '%%') if hasattr(moment, 'tzname') else ''
            else:
                text += '' if offset is None else _offset_text(offset, '' if two == '%z' else ':')
            at += two == '%:'
        elif two == '%%':
            text += '%%'
        else:
            text += spec[at]
            at -= 1
        at += 2
    return _time.strftime(text, parts)


def _local(us):
    """The local time of a moment, and whether it comes the second time: clocks were put back within a day."""
    seconds = (us - _EPOCH) // 1000000
    offset, before = _here.offset(seconds), _here.offset(seconds - 86400)
    back = offset - before
    return us + offset * 1000000, back < 0 and _here.offset(seconds + back) == before


def _moment(local, fold):
    """In seconds since 1970 (`datetime._mktime`)."""
    seconds = (local._us() - _EPOCH) // 1000000
    _check_moment(seconds + (86400 if fold else -86400))
    if _here.is_utc():
        return seconds
    ahead = _here.offset(seconds)
    first = seconds - ahead
    found = _here.offset(first)
    if first + found == seconds:
        # A day before, or after, another offset may hold, by which the same time comes as well.
        found = _here.offset(first + (86400 if fold else -86400))
        if found == ahead:
            return first
    second = seconds - found
    if second + _here.offset(second) == seconds:
        return second
    if first + _here.offset(first) == seconds:
        return first
    return min(first, second) if fold else max(first, second)


def _check_moment(seconds):
    """Whether there is a day before a local time, or after it, is looked at as well."""
    if not -62135596800 <= seconds < 253402300800:
        raise ValueError(f'year {0 if seconds < 0 else 10000} is out of range')


def _own_zone(local):
    """A time without a zone is in that which was here, or with fold=1 comes, where clocks are put forward."""
    moment, other = _moment(local, local._fold), _moment(local, not local._fold)
    return _zone_here(other if other != moment and (other > moment) == local._fold else moment)


def _zone_here(moment):
    here = _time.localtime(moment)
    return timezone(timedelta(seconds=here.tm_gmtoff), here.tm_zone)


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


def _state_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError('bad tzinfo state arg')
    return zone


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


def _iso_calendar_date(kinds=[]):
    """The class of what isocalendar() gives, made when it is first asked for."""
    if not kinds:
        from collections import namedtuple

        class IsoCalendarDate(namedtuple('IsoCalendarDate', 'year week weekday')):
            __qualname__, __slots__ = 'IsoCalendarDate', ()

            def __reduce__(self):
                return tuple, (tuple(self),)

            def __repr__(self):
                return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'
        kinds.append(IsoCalendarDate)
    return kinds[0]


class date:
    """A day."""
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING):
        if month is _MISSING and _is_state(year, 4, 2, 12):
            return cls.__new__(cls, *_of_state(year))
        self = object.__new__(cls)
        _demand(year, month, day)
        self._set_date(year, month, day)
        return self

    def _set_date(self, year, month, day):
        self._year = _check_range('year', year, 1, 9999)
        self._month = _check_range('month', month, 1, 12)
        self._day = _check_range('day', day, 1, _month_days(self._year, self._month))

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t):
        us = _EPOCH + _stamp(t, lambda us: int(us // 1))
        return cls(*_of_ordinal((us if _here.is_utc() else _local(us)[0]) // 86400000000))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of a week of an ISO year."""
        year, week, day = _index(year), _index(week), _index(day)
        if not all(-0x80000000 <= part <= 0x7FFFFFFF for part in (year, week, day)):
            raise ValueError('ISO calendar component out of range')
        if not 1 <= year <= 9999:
            raise ValueError(f'Year is out of range: {year}')
        first = date(year, 1, 4)
        start = first.toordinal() - first.weekday()
        after = date(year + 1, 1, 4) if year < 9999 else first
        weeks = (after.toordinal() - after.weekday() - start) // 7 or 52
        if not 1 <= week <= weeks:
            raise ValueError(f'Invalid week: {week}')
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid day: {day} (range is [1, 7])')
        return cls.fromordinal(start + (week - 1) * 7 + day - 1)

    @classmethod
    def fromordinal(cls, n):
        n = _index(n)
        if not 1 <= n <= 3652059:
            _parsed_int(n)
            raise ValueError('ordinal must be >= 1' if n < 1 else f'year {_of_ordinal(n)[0]} is out of range')
        return cls(*_of_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        return cls(*_of_iso(text, _parse_date, text))

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        thursday = self.toordinal() - self.weekday() + 3
        year = _of_ordinal(thursday)[0]
        return _iso_calendar_date()(year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, self.isoweekday())

    def timetuple(self):
        yday = self.toordinal() - _ordinal(self._year, 1, 1) + 1
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), yday, -1))

    def isoformat(self):
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        return f'{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2} 00:00:00 {self._year:04}'

    def strftime(self, format):
        return _format(self, format, self.timetuple())

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        return f'{_class_name(self)}({self._year}, {self._month}, {self._day})'

    def replace(self, year=NotImplemented, month=NotImplemented, day=NotImplemented):
        return type(self)(*_replaced_day(self, year, month, day))

    __replace__ = replace

    def _key(self, other=None):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key(other) == other._key(self) if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key(other) < other._key(self) if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key(other) <= other._key(self) if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key(other) > other._key(self) if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key(other) >= other._key(self) if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._state())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other.days
        if not 1 <= n <= 3652059:
            raise OverflowError('date value out of range')
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        return timedelta(self.toordinal() - other.toordinal()) if self._comparable(other) else NotImplemented

    def _state(self):
        return bytes((*divmod(self._year, 256), self._month, self._day))

    def __reduce__(self):
        return type(self), (date._state(self),)


_reflected(date, 'sub')


def _of_iso(text, parse, part):
    """What a part of a text says. Errors with words are those of numbers out of their range."""
    try:
        return parse(part)
    except (ValueError, IndexError) as exc:
        if str(exc) and not str(exc).startswith('invalid literal'):
            raise
        raise ValueError(f'Invalid isoformat string: {text!r}') from None


def _date_end(text):
    """Where the date ends that a moment begins with."""
    dashed = text[4:5] == '-'
    if len(text) == 7 or text[4 + dashed:5 + dashed] != 'W':
        return 7 if len(text) == 7 else 10 if dashed else 8
    if dashed:
        return 10 if text[8:9] == '-' and text[9:10].isdigit() and not text[10:11].isdigit() else 8
    # Digits of times come in pairs: by how many there are it shows whether the first is the day's.
    end = 7
    while '0' <= text[end:end + 1] <= '9':
        end += 1
    return end if end < 9 else 7 + end % 2


def _parse_week(year, rest, dash):
    """A day by its week: `W09`, or with its day after a dash, if there is one before the week as well."""
    week, between, day = rest[1:3], rest[3:3 + len(dash)], rest[3 + len(dash):]
    if len(week) != 2 or not (year + week + (day or '1')).isdigit() or len(day) > 1 or between != (dash if day else ''):
        raise ValueError
    try:
        that = date.fromisocalendar(int(year), int(week), int(day or 1))
    except ValueError:
        raise ValueError from None
    return that._year, that._month, that._day


def _parse_date(text):
    if text[4:5] == 'W':
        return _parse_week(text[:4], text[4:], '')
    if text[4:6] == '-W':
        return _parse_week(text[:4], text[5:], '-')
    if len(text) == 10 and text[4] == text[7] == '-':
        parts = text[:4], text[5:7], text[8:]
    elif len(text) == 8:
        parts = text[:4], text[4:6], text[6:]
    else:
        raise ValueError
    if not all(p.isdigit() and p.isascii() for p in parts):
        raise ValueError
    return tuple(map(int, parts))


def _parse_time(text):
    zone = None
    for at, c in enumerate(text):
        if c in '+-Z':
            rest, text = text[at + 1:], text[:at]
            if c == 'Z':
                if rest:
                    raise ValueError
                zone = UTC
            else:
                h, m, s, us = _parse_clock(rest)
                total = ((h * 60 + m) * 60 + s) * 1000000 + us
                zone = timezone(timedelta(microseconds=-total if c == '-' else total)) if total else UTC
            break
    return (*_parse_clock(text), zone)


def _parse_clock(text):
    text, dot, fraction = text.replace(',', '.').partition('.')
    parts = text.split(':') if ':' in text else [text[i:i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or not all(len(p) == 2 and p.isdigit() and p.isascii() for p in parts):
        raise ValueError
    if dot and not (fraction.isdigit() and fraction.isascii()):
        raise ValueError
    h, m, s = [*map(int, parts), 0, 0][:3]
    return h, m, s, int(fraction[:6].ljust(6, '0')) if dot else 0


class time:
    """A time of day."""
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if _is_state(hour, 6, 0, 23):
            parts, fold = _of_state(hour, 0), hour[0] >> 7 if isinstance(hour, bytes) else 0
            return cls.__new__(cls, *parts, _state_zone(minute or None), fold=fold)
        self = object.__new__(cls)
        _set_time(self, hour, minute, second, microsecond, tzinfo, fold)
        return self

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        return cls(*_of_iso(text, _parse_time, text.removeprefix('T')))

    def __reduce_ex__(self, protocol):
        state = bytes((self._hour | (128 if self._fold and protocol > 3 else 0), *_clock_state(self)))
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)

    def utcoffset(self):
        return None if self._tzinfo is None else _said(self._tzinfo, 'utcoffset', None)

    def dst(self):
        return None if self._tzinfo is None else _said(self._tzinfo, 'dst', None)

    def tzname(self):
        return None if self._tzinfo is None else _said_name(self._tzinfo, None)

    def isoformat(self, timespec='auto'):
        offset = self.utcoffset()
        return _clock(self, timespec) + ('' if offset is None else _offset_text(offset))

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        parts = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return _format(self, format, _time.struct_time(parts))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        return f'{_class_name(self)}({_clock_repr(self)}{_zone_repr(self)})'

    def replace(self, hour=NotImplemented, minute=NotImplemented, second=NotImplemented, microsecond=NotImplemented,
                tzinfo=NotImplemented, *, fold=NotImplemented):
        return type(self)(*_replaced(self, hour, minute, second, microsecond, tzinfo),
                          fold=_given(fold, self._fold))

    __replace__ = replace

    def _key(self):
        offset = self.utcoffset()
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return us if offset is None else us - offset._us

    def _other(self, other):
        if not isinstance(other, time):
            return None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return other._key()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        key = self._other(other)
        return NotImplemented if key is None else self._key() < key

    def __le__(self, other):
        key = self._other(other)
        return NotImplemented if key is None else self._key() <= key

    def __gt__(self, other):
        key = self._other(other)
        return NotImplemented if key is None else self._key() > key

    def __ge__(self, other):
        key = self._other(other)
        return NotImplemented if key is None else self._key() >= key

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        if offset is None:
            return hash(bytes((self._hour, *_clock_state(self))))
        return hash(timedelta(0, self._second, self._microsecond, 0, self._minute, self._hour) - offset)


def _zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(zone)}'")
    return zone


def _set_time(self, hour, minute, second, microsecond, zone, fold):
    self._hour = _check_range('hour', hour, 0, 23)
    self._minute = _check_range('minute', minute, 0, 59)
    self._second = _check_range('second', second, 0, 59)
    self._microsecond = _check_range('microsecond', microsecond, 0, 999999)
    _zone(zone)
    _parsed_int(fold := _index(fold))
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    self._tzinfo, self._fold = zone, fold


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


def _clock(self, timespec):
    if not isinstance(timespec, str):
        at = 2 if isinstance(self, datetime) else 1
        raise TypeError(f'isoformat() argument {at} must be str, not {_argument_type(timespec)}')
    if timespec == 'auto':
        timespec = 'microseconds' if self._microsecond else 'seconds'
    if timespec == 'seconds':
        return f'{self._hour:02}:{self._minute:02}:{self._second:02}'
    if timespec == 'microseconds':
        return f'{self._hour:02}:{self._minute:02}:{self._second:02}.{self._microsecond:06}'
    if timespec == 'milliseconds':
        return f'{self._hour:02}:{self._minute:02}:{self._second:02}.{self._microsecond // 1000:03}'
    if timespec == 'minutes':
        return f'{self._hour:02}:{self._minute:02}'
    if timespec == 'hours':
        return f'{self._hour:02}'
    raise ValueError('Unknown timespec value')


def _clock_repr(self):
    parts = [self._hour, self._minute]
    if self._second or self._microsecond:
        parts.append(self._second)
    if self._microsecond:
        parts.append(self._microsecond)
    return ', '.join(map(str, parts))


def _zone_repr(self):
    zone, fold = '' if self._tzinfo is None else f', tzinfo={self._tzinfo!r}', ', fold=1' if self._fold else ''
    return fold + zone if isinstance(self, datetime) else zone + fold


_readonly(time, 'hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold')


class datetime(date):
    """A day and a time of day."""
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if day is _MISSING and _is_state(year, 10, 2, 12):
            parts, fold = _of_state(year), year[2] >> 7 if isinstance(year, bytes) else 0
            return cls.__new__(cls, *parts, None if month is _MISSING else _state_zone(month), fold=fold)
        self = object.__new__(cls)
        _demand(year, month, day)
        self._set_date(year, month, day)
        _set_time(self, hour, minute, second, microsecond, tzinfo, fold)
        return self

    @classmethod
    def _of_us(cls, us, zone=None):
        days, us = divmod(us, 86400000000)
        if not 1 <= days <= 3652059:
            raise OverflowError('date value out of range')
        seconds, us = divmod(us, 1000000)
        return cls(*_of_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, us, zone)

    def _us(self):
        return ((_ordinal(self._year, self._month, self._day) * 86400 + (self._hour * 60 + self._minute) * 60 + self._second)
                * 1000000 + self._microsecond)

    @classmethod
    def now(cls, tz=None):
        us = _EPOCH + _stamp(_time.time())
        if _zone(tz) is not None:
            return tz.fromutc(cls._of_us(us, tz))
        return cls._of_us(us) if _here.is_utc() else cls._of_local(us)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        import warnings
        warnings.warn('datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use '
                      'timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).',
                      DeprecationWarning)
        return cls._of_us(_EPOCH + _stamp(_time.time()))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        import warnings
        warnings.warn('datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. '
                      'Use timezone-aware objects to represent datetimes in UTC: '
                      'datetime.datetime.fromtimestamp(timestamp, datetime.UTC).', DeprecationWarning)
        return cls._of_us(_EPOCH + _stamp(timestamp))

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        us = _EPOCH + _stamp(timestamp)
        if _zone(tz) is not None:
            return tz.fromutc(cls._of_us(us, tz))
        # Whether a change of the clock lies between is looked up a day before.
        _check_range('year', _of_ordinal(us // 86400000000 - 1)[0], 1, 9999)
        return cls._of_us(us) if _here.is_utc() else cls._of_local(us)

    @classmethod
    def _of_local(cls, us):
        """Of microseconds at Greenwich."""
        us, fold = _local(us)
        made = cls._of_us(us)
        return made.replace(fold=1) if fold else made

    @classmethod
    def combine(cls, date, time, tzinfo=NotImplemented):
        for at, given, kind in (1, date, globals()['date']), (2, time, globals()['time']):
            if not isinstance(given, kind):
                raise TypeError(f'combine() argument {at} must be datetime.{kind.__name__}, not {_argument_type(given)}')
        zone = time._tzinfo if tzinfo is NotImplemented else tzinfo
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond, zone,
                   fold=time._fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        at = _date_end(text)
        clock = _of_iso(text, _parse_time, text[at + 1:]) if len(text) > at else (0, 0, 0, 0, None)
        return cls(*_of_iso(text, _parse_date, text[:at]), *clock)

    @classmethod
    def strptime(cls, /, *given, **named):
        import _strptime
        if named:
            raise TypeError('strptime() takes no keyword arguments')
        if len(given) != 2:
            raise TypeError(f'strptime() takes exactly 2 arguments ({len(given)} given)')
        text, format = given
        for at, given in (1, text), (2, format):
            if not isinstance(given, str):
                raise TypeError(f'strptime() argument {at} must be str, not {_argument_type(given)}')
        return _strptime._strptime_datetime(cls, text, format)

    def utcoffset(self):
        return None if self._tzinfo is None else _said(self._tzinfo, 'utcoffset', self)

    def tzname(self):
        return None if self._tzinfo is None else _said_name(self._tzinfo, self)

    def dst(self):
        return None if self._tzinfo is None else _said(self._tzinfo, 'dst', self)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timestamp(self):
        offset = self.utcoffset()
        if offset is None:
            return _moment(self, self._fold) + self._microsecond / 1000000
        return (self._us() - _EPOCH - offset._us) / 1000000

    def astimezone(self, tz=None):
        offset = self.utcoffset()
        if tz is not None and _zone(tz) is self._tzinfo:
            return self
        own = _own_zone(self) if offset is None else None
        utc = self._us() - (offset if own is None else own._offset)._us
        if tz is None:
            tz = own or _zone_here((utc - _EPOCH) // 1000000)
        return tz.fromutc(type(self)._of_us(utc, tz))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self.replace(tzinfo=None) if offset is None else self.replace(tzinfo=None) - offset
        return _time.struct_time((*moment.timetuple()[:8], 0))

    def timetuple(self):
        yday = self.toordinal() - _ordinal(self._year, 1, 1) + 1
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), yday, -1 if dst is None else int(bool(dst))))

    def isoformat(self, sep='T', timespec='auto'):
        offset = self.utcoffset()
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not {_argument_type(sep)}')
        day = f'{self._year:04}-{self._month:02}-{self._day:02}'
        return day + sep + _clock(self, timespec) + ('' if offset is None else _offset_text(offset))

    def __str__(self):
        return self.isoformat(' ')

    def ctime(self):
        return (f'{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2} {_clock(self, "seconds")} '
                f'{self._year:04}')

    def __repr__(self):
        return (f'{_class_name(self)}({self._year}, {self._month}, {self._day}, {_clock_repr(self)}'
                f'{_zone_repr(self)})')

    def replace(self, year=NotImplemented, month=NotImplemented, day=NotImplemented, hour=NotImplemented,
                minute=NotImplemented, second=NotImplemented, microsecond=NotImplemented, tzinfo=NotImplemented, *,
                fold=NotImplemented):
        return type(self)(*_replaced_day(self, year, month, day),
                          *_replaced(self, hour, minute, second, microsecond, tzinfo),
                          fold=_given(fold, self._fold))

    __replace__ = replace

    def _key(self, other=None):
        """What is compared; with one of the same zone it is the local time."""
        if other is not None and other._tzinfo is self._tzinfo:
            return self._us()
        offset = self.utcoffset()
        return self._us() - (0 if offset is None else offset._us)

    def _comparable(self, other):
        if not isinstance(other, datetime):
            return False
        if self._tzinfo is not other._tzinfo and (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return True

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._us() == other._us()
        offset, others = self.utcoffset(), other.utcoffset()
        if (offset is None) != (others is None) or self._key() != other._key():
            return False
        # Within a repeated or a skipped hour of either's zone none is equal to what is of another zone.
        return all(one.replace(fold=1 - one._fold).utcoffset() == of for one, of in ((self, offset), (other, others)))

    def __lt__(self, other):
        if isinstance(other, datetime) and self._tzinfo is other._tzinfo:
            return self._us() < other._us()
        return date.__lt__(self, other)

    def __le__(self, other):
        if isinstance(other, datetime) and self._tzinfo is other._tzinfo:
            return self._us() <= other._us()
        return date.__le__(self, other)

    def __gt__(self, other):
        if isinstance(other, datetime) and self._tzinfo is other._tzinfo:
            return self._us() > other._us()
        return date.__gt__(self, other)

    def __ge__(self, other):
        if isinstance(other, datetime) and self._tzinfo is other._tzinfo:
            return self._us() >= other._us()
        return date.__ge__(self, other)

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        if offset is None:
            return hash(self._state())
        return hash(timedelta._make(self._us() - offset._us))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of_us(self._us() + other._us, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo is None:
            return timedelta._make(self._us() - other._us())
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._make(self._key(other) - other._key(self))

    def _state(self, fold=0):
        day = *divmod(self._year, 256), self._month | fold, self._day
        return bytes((*day, self._hour, *_clock_state(self)))

    def __reduce_ex__(self, protocol):
        state = self._state(128 if self._fold and protocol > 3 else 0)
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_reflected(datetime, 'sub')
_readonly(date, 'year', 'month', 'day')
_readonly(datetime, 'hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold')
_EPOCH_DAY = _ordinal(1970, 1, 1)
_EPOCH = _EPOCH_DAY * 86400000000
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
time.min, time.max, time.resolution = time(0), time(23, 59, 59, 999999), timedelta(microseconds=1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


from _frames import extension as _extension
timezone.min, timezone.max = timezone(-timedelta(hours=23, minutes=59)), timezone(timedelta(hours=23, minutes=59))
_extension(timedelta, tzinfo, timezone, time, date, datetime)
_shortcuts(0, date, datetime, time, timedelta, timezone, tzinfo, UTC)
