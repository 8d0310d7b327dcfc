"""Time zones: for each the rule that holds today, and the year from which on it does; for much used ones those before it."""
import datetime as _datetime
from _frames import extension as _extension, not_supported as _not_supported
from _local_zone import changes as _changes, phases as _phases
from zoneinfo._zones import RULES as _RULES, before as _before, today as _today

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError', 'InvalidTZPathWarning']
TZPATH = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')
_EPOCH = _datetime.datetime(1970, 1, 1)


class ZoneInfoNotFoundError(KeyError):
    """There is no such zone."""


ZoneInfoNotFoundError.__module__ = 'zoneinfo._common'


class InvalidTZPathWarning(RuntimeWarning):
    __module__ = 'zoneinfo._tzpath'


class _Rule:
    """What holds in a year: a name, an offset, and what of it is summer time; others of these between two changes."""

    def __init__(self, text):
        self._text, self._known = text, {}
        self.usual, self.other = _phases(text)

    def of(self, dt):
        """What holds at a local time."""
        if self.other is None:
            return self.usual
        start, end = self._limits(dt.year)
        now, ahead = _count(dt), self.other[1] - self.usual[1]
        # The hour that does not exist, or comes twice, belongs to what was before it, or with fold=1 to what comes.
        if ahead > 0:
            start, end = start + (0 if dt.fold else ahead), end - (ahead if dt.fold else 0)
        else:
            start, end = start + (ahead if dt.fold else 0), end - (0 if dt.fold else ahead)
        return self.other if (start <= now < end if start < end else not end <= now < start) else self.usual

    def _limits(self, year):
        """When the other time begins and ends, in seconds of the local time before each."""
        if year not in self._known:
            self._known[year] = _changes(self._text, year)
        return self._known[year]

    def of_universal(self, dt):
        """What holds at a time in UTC, and whether the local one comes twice and is the second."""
        if self.other is None:
            return self.usual, False
        start, end = self._limits(dt.year)
        now, ahead = _count(dt), self.other[1] - self.usual[1]
        start, end = start - self.usual[1], end - self.other[1]
        # What comes twice does so after clocks are put back.
        back = end if ahead > 0 else start
        inside = start <= now < end if start < end else not end <= now < start
        return self.other if inside else self.usual, 0 <= now - back < abs(ahead)


def _count(dt):
    return round((dt.replace(tzinfo=None, microsecond=0) - _EPOCH).total_seconds())


class ZoneInfo(_datetime.tzinfo):
    """A time zone by its name."""
    __slots__ = '_key', '_rules', '_is_whole', '_is_kept', '_fixed', '__weakref__'
    _known = {}

    def __init_subclass__(cls):
        cls._known = {}

    def __new__(cls, key):  #: -
        if key in cls._known:
            return cls._known[key]
        zone = cls._known[key] = cls.no_cache(key)
        zone._is_kept = 1
        return zone

    @classmethod
    def no_cache(cls, key):  #: -
        rule, since = _today(key) or (None, None)
        if rule is None:
            if not isinstance(key, str):
                raise TypeError(f'expected str, bytes or os.PathLike object, not {type(key).__name__}')
            _check_path(key)
            raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
        self = _datetime.tzinfo.__new__(cls)
        # The year from which on each rule holds, and the rule; those before today's are looked up when a year is asked for.
        self._key, self._rules, self._is_whole, self._is_kept = key, [(since, _Rule(rule))], False, 0
        # Of a zone that never had other rules.
        self._fixed = self._rules[0][1].usual if since == 1900 or key.startswith('Etc/') else None
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._known) if only_keys is None else only_keys:
            cls._known.pop(key, None)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        _not_supported('zoneinfo.ZoneInfo.from_file', 'zoneinfo.ZoneInfo(name)')

    key = property(lambda self: self._key)

    def _rule(self, year, missing=None):
        if year < self._rules[0][0] and not self._is_whole:
            self._rules, self._is_whole = [(since, _Rule(rule)) for rule, since in _before(self._key)] + self._rules, True
        for since, rule in reversed(self._rules):
            if year >= since:
                return rule
        if missing is None:
            _not_supported(f'zoneinfo.ZoneInfo({self._key!r}) in the year {year}', 'datetime.timezone')
        return missing

    def utcoffset(self, dt):
        held = self._rule(dt.year).of(dt) if dt is not None else self._fixed
        return held and _datetime.timedelta(seconds=held[1])

    def dst(self, dt):
        held = self._rule(dt.year).of(dt) if dt is not None else self._fixed
        return held and _datetime.timedelta(seconds=held[2])

    def tzname(self, dt):
        held = self._rule(dt.year).of(dt) if dt is not None else self._fixed
        return held and held[0]

    def fromutc(self, dt):
        if not isinstance(dt, _datetime.datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        rule = self._rule(dt.year)
        held, again = rule.of_universal(dt)
        local = dt + _datetime.timedelta(seconds=held[1])
        if local.year != dt.year:
            # Where it is another year already, or still, the rule of that one holds.
            of_year = self._rule(local.year, rule)
            if of_year is not rule:
                return dt + _datetime.timedelta(seconds=of_year.of(local)[1])
        return local.replace(fold=1) if again else local

    def __str__(self):
        return self._key

    def __repr__(self):
        cls = type(self)
        return f"{'zoneinfo.' if cls is ZoneInfo else ''}{cls.__name__}(key={self._key!r})"

    def __reduce__(self):
        return type(self)._unpickle, (self._key, self._is_kept)

    @classmethod
    def _unpickle(cls, key, is_kept, /):  #: -
        return cls(key) if is_kept else cls.no_cache(key)


_extension(ZoneInfo)


def available_timezones():
    return {name for line in _RULES.splitlines() for name in line.split()[2:]}


def _check_path(key):
    """A name is the path of a file below one of TZPATH."""
    if key.startswith('/'):
        raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
    import os
    normal = os.path.normpath(key)
    if len(normal) != len(key):
        raise ValueError(f'ZoneInfo keys must be normalized relative paths, got: {key}')
    if normal.partition('/')[0] == '..':
        raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')


_OWN_PATH = TZPATH


def reset_tzpath(to=None):
    """Says where files of zones would lie; the zones themselves are those that are built in."""
    global TZPATH
    if to is None:
        TZPATH = _OWN_PATH
        return
    if isinstance(to, (str, bytes)):
        raise TypeError(f'tzpaths must be a list or tuple, not {type(to)}: {to!r}')
    import os
    wrong = [path for path in to if not os.path.isabs(path)]
    if wrong:
        raise ValueError('Paths should be absolute but found the following relative paths:' + ''.join(f'\n    {path}' for path in wrong))
    TZPATH = tuple(to)
