"""Dates."""
from _frames import argument_type as _argument_type, extension as _extension, parsed_int as _parsed_int
import time as _time
import _local_zone as _here
from _operator import index as _index
import _pydatetime  # whose classes are known by one another

from _datetime_values import (_EPOCH, _MISSING, _check_range, _class_name, _demand, _is_state, _month_days, _of_ordinal,
                              _of_state, _ordinal, _readonly, _reflected, _replaced_day, _stamp, timedelta)
from _datetime_zones import _local, _offset_text

__name__ = 'datetime'  # where what is here is said to be

_WEEKDAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')


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
        from _datetime_parsing import _of_iso, _parse_date
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
        return isinstance(other, date) and not isinstance(other, _pydatetime.datetime)

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


_readonly(date, 'year', 'month', 'day')
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
_reflected(date, 'sub')
_extension(date)
