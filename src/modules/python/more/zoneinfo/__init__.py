"""Time zones: for each the rule that holds today, and the year from which on it does."""
import datetime as _datetime
import re as _re
from _frames import not_supported as _not_supported
from zoneinfo._zones import RULES as _RULES

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError', 'InvalidTZPathWarning']
TZPATH = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')
_DAY = _datetime.timedelta(days=1)
_ZERO = _datetime.timedelta()
_EPOCH = _datetime.datetime(1970, 1, 1)


class ZoneInfoNotFoundError(KeyError):
    """There is no such zone."""


ZoneInfoNotFoundError.__module__ = 'zoneinfo._common'


class InvalidTZPathWarning(RuntimeWarning):
    pass


def _seconds(text):
    sign = -1 if text[0] == '-' else 1
    hours, *rest = text.lstrip('+-').split(':')
    return sign * (int(hours) * 3600 + sum(int(part) * 60 ** (1 - n) for n, part in enumerate(rest)))


_POSIX = _re.compile(r'(?P<std><[^>]+>|[A-Za-z]+)(?P<off>[-+\d:]+)(?:(?P<dst><[^>]+>|[A-Za-z]+)(?P<doff>[-+\d:]*)'
                     r',M(\d+)\.(\d)\.(\d)(?:/(-?[\d:]+))?,M(\d+)\.(\d)\.(\d)(?:/(-?[\d:]+))?)?$')


class _Change:
    """On which day of a year, and when, clocks are changed."""

    def __init__(self, month, week, weekday, hour):
        self._month, self._week, self._weekday = int(month), int(week), int(weekday)
        self._time, self._known = _seconds(hour or '2'), {}

    def of(self, year):
        """In seconds of the local time before it."""
        if year not in self._known:
            self._known[year] = self._found(year)
        return self._known[year]

    def _found(self, year):
        first = _datetime.date(year, self._month, 1)
        day = 1 + (self._weekday - first.isoweekday()) % 7 + 7 * (self._week - 1)
        last = (_datetime.date(year + self._month // 12, self._month % 12 + 1, 1) - _DAY).day
        while day > last:
            day -= 7
        moment = _datetime.datetime(year, self._month, day) + _datetime.timedelta(seconds=self._time)
        return round((moment - _EPOCH).total_seconds())


class ZoneInfo(_datetime.tzinfo):
    """A time zone by its name."""
    _known = {}

    def __new__(cls, key):  #: -
        if cls is ZoneInfo and key in cls._known:
            return cls._known[key]
        zone = cls.no_cache(key)
        if cls is ZoneInfo:
            cls._known[key] = zone
        return zone

    @classmethod
    def no_cache(cls, key):  #: -
        for rule, since, *names in map(str.split, _RULES.splitlines()):
            if key in names:
                break
        else:
            if not isinstance(key, str):
                raise TypeError(f'expected str, bytes or os.PathLike object, not {type(key).__name__}')
            raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
        self = _datetime.tzinfo.__new__(cls)
        self._key, self._since = key, int(since)
        match = _POSIX.match(rule)
        self._std, self._offset = match['std'].strip('<>'), -_seconds(match['off'])
        self._dst, self._summer, self._changes = None, None, None
        # Of a zone that never had other rules.
        self._fixed = since == '1900' or key.startswith('Etc/')
        if match['dst']:
            self._dst = match['dst'].strip('<>')
            self._summer = -_seconds(match['doff']) if match['doff'] else self._offset + 3600
            if rule.startswith('IST-1GMT'):
                self._summer = 0
            self._changes = _Change(*match.groups()[4:8]), _Change(*match.groups()[8:12])
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._known) if only_keys is None else only_keys:
            cls._known.pop(key, None)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        _not_supported('zoneinfo.ZoneInfo.from_file', 'zoneinfo.ZoneInfo(name)')

    key = property(lambda self: self._key)

    def _year(self, dt):
        if dt.year < self._since:
            _not_supported(f'zoneinfo.ZoneInfo({self._key!r}) in the year {dt.year}', 'datetime.timezone')
        return dt.year

    def _is_summer(self, dt):
        """Whether the second of the two times holds at a local one."""
        year = self._year(dt)
        if self._changes is None:
            return False
        now = round((dt.replace(tzinfo=None, microsecond=0) - _EPOCH).total_seconds())
        start, end = (change.of(year) for change in self._changes)
        ahead = self._summer - self._offset
        # The hour that does not exist, or comes twice, belongs to what was before it, or with fold=1 to what comes.
        if ahead > 0:
            start, end = start + (0 if dt.fold else ahead), end - (ahead if dt.fold else 0)
        else:
            start, end = start + (ahead if dt.fold else 0), end - (0 if dt.fold else ahead)
        return start <= now < end if start < end else not end <= now < start

    def utcoffset(self, dt):
        if dt is None:
            return _datetime.timedelta(seconds=self._offset) if self._fixed else None
        return _datetime.timedelta(seconds=self._summer if self._is_summer(dt) else self._offset)

    def dst(self, dt):
        if dt is None:
            return _ZERO if self._fixed else None
        summer = self._is_summer(dt)
        return _datetime.timedelta(seconds=self._summer - self._offset) if summer else _ZERO

    def tzname(self, dt):
        if dt is None:
            return self._std if self._fixed else None
        return self._dst if self._is_summer(dt) else self._std

    def fromutc(self, dt):
        if not isinstance(dt, _datetime.datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        year = self._year(dt)
        if self._changes is None:
            return dt + _datetime.timedelta(seconds=self._offset)
        now = round((dt.replace(tzinfo=None, microsecond=0) - _EPOCH).total_seconds())
        start = self._changes[0].of(year) - self._offset
        end = self._changes[1].of(year) - self._summer
        summer = start <= now < end if start < end else not end <= now < start
        local = dt + _datetime.timedelta(seconds=self._summer if summer else self._offset)
        ahead = self._summer - self._offset
        # What comes twice does so after clocks are put back.
        back = end if ahead > 0 else start
        return local.replace(fold=1) if 0 <= now - back < abs(ahead) else local

    def __str__(self):
        return self._key

    def __repr__(self):
        return f'zoneinfo.ZoneInfo(key={self._key!r})'

    def __reduce__(self):
        return ZoneInfo, (self._key,)


def available_timezones():
    return {name for line in _RULES.splitlines() for name in line.split()[2:]}


def reset_tzpath(to=None):
    pass
