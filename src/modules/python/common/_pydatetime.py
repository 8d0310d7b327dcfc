"""Dates and times; now() is the run's virtual clock. What a program puts in place of a class in `datetime`
is nothing to the others."""
from _frames import (argument_type as _argument_type, extension as _extension, parsed_int as _parsed_int, shortcuts as
                     _shortcuts)
import time as _time
import _local_zone as _here
from _operator import index as _index

from _datetime_values import (MAXYEAR, MINYEAR, _EPOCH, _MISSING, _check_range, _class_name, _clock_state, _demand,
                              _given, _is_state, _of_ordinal, _of_state, _ordinal, _readonly, _reflected, _replaced,
                              _replaced_day, _stamp, timedelta)
from _datetime_zones import (UTC, _local, _moment, _offset_text, _own_zone, _said, _said_name, _state_zone, _zone,
                             _zone_here, timezone, tzinfo)
from _datetime_dates import _MONTHS, _WEEKDAYS, _format, date

__name__ = 'datetime'

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC']


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
        from _datetime_parsing import _of_iso, _parse_time
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
        from _datetime_parsing import _date_end, _of_iso, _parse_date, _parse_time
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
_readonly(datetime, 'hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold')
time.min, time.max, time.resolution = time(0), time(23, 59, 59, 999999), timedelta(microseconds=1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_extension(time, datetime)
_shortcuts(0, date, datetime, time, timedelta, timezone, tzinfo, UTC)
