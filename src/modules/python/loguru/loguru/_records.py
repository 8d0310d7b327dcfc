"""What a record is made of, and the time as records show it."""
import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections import namedtuple
from datetime import datetime as _datetime, timedelta, timezone
from functools import lru_cache
from time import localtime


class _Part:
    """Named fields, one of which is shown where the part is formatted."""
    __slots__ = ()

    def __repr__(self):
        return f'({", ".join(f"{name}={getattr(self, name)!r}" for name in self._shown)})'

    def __format__(self, spec):
        return format(getattr(self, self._formatted), spec)


class RecordLevel(_Part):
    __slots__ = ('icon', 'name', 'no')
    _shown, _formatted = ('name', 'no', 'icon'), 'name'

    def __init__(self, name, no, icon):
        self.name, self.no, self.icon = name, no, icon


class RecordFile(_Part):
    __slots__ = ('name', 'path')
    _shown, _formatted = ('name', 'path'), 'name'

    def __init__(self, name, path):
        self.name, self.path = name, path


class RecordThread(_Part):
    __slots__ = ('id', 'name')
    _shown, _formatted = ('id', 'name'), 'id'

    def __init__(self, id_, name):
        self.id, self.name = id_, name


class RecordProcess(RecordThread):
    __slots__ = ()


class RecordException(namedtuple('RecordException', ('type', 'value', 'traceback'))):
    def __repr__(self):
        return f'(type={self.type!r}, value={self.value!r}, traceback={self.traceback!r})'

    def __reduce__(self):
        # What cannot be pickled, or not be made again, is left out.
        import pickle
        try:
            return RecordException._made_again, (self.type, pickle.dumps(self.value))
        except Exception:
            return RecordException, (self.type, None, None)

    @classmethod
    def _made_again(cls, type_, pickled):
        import pickle
        try:
            return cls(type_, pickle.loads(pickled), None)
        except Exception:
            return cls(type_, None, None)


def _zone(moment, between):
    offset = (moment.tzinfo or timezone.utc).utcoffset(moment).total_seconds()
    minutes, seconds = divmod(abs(offset), 60)
    text = '%s%02d%s%02d' % ('+' if offset >= 0 else '-', minutes // 60, between, minutes % 60)
    if not seconds:
        return text
    return text + between + ('%02d' % seconds if seconds == int(seconds) else '%09.06f' % seconds)


_TOKENS = {
    'YYYY': lambda t: '%04d' % t.year,
    'YY': lambda t: '%02d' % (t.year % 100),
    'Q': lambda t: str((t.month - 1) // 3 + 1),
    'MMMM': lambda t: month_name[t.month],
    'MMM': lambda t: month_abbr[t.month],
    'MM': lambda t: '%02d' % t.month,
    'M': lambda t: str(t.month),
    'DDDD': lambda t: '%03d' % t.timetuple().tm_yday,
    'DDD': lambda t: str(t.timetuple().tm_yday),
    'DD': lambda t: '%02d' % t.day,
    'D': lambda t: str(t.day),
    'dddd': lambda t: day_name[t.weekday()],
    'ddd': lambda t: day_abbr[t.weekday()],
    'd': lambda t: str(t.weekday()),
    'E': lambda t: str(t.weekday() + 1),
    'HH': lambda t: '%02d' % t.hour,
    'H': lambda t: str(t.hour),
    'hh': lambda t: '%02d' % ((t.hour - 1) % 12 + 1),
    'h': lambda t: str((t.hour - 1) % 12 + 1),
    'mm': lambda t: '%02d' % t.minute,
    'm': lambda t: str(t.minute),
    'ss': lambda t: '%02d' % t.second,
    's': lambda t: str(t.second),
    'A': lambda t: 'AM' if t.hour < 12 else 'PM',
    'Z': lambda t: _zone(t, ':'),
    'ZZ': lambda t: _zone(t, ''),
    'zz': lambda t: (t.tzinfo or timezone.utc).tzname(t) or '',
    'X': lambda t: '%d' % t.timestamp(),
    'x': lambda t: str(int(t.timestamp() * 1000000 + t.microsecond)),
}
_TOKEN = r'H{1,2}|h{1,2}|m{1,2}|s{1,2}|S+|YYYY|YY|M{1,4}|D{1,4}|Z{1,2}|zz|A|X|x|E|Q|dddd|ddd|d'
_TIME = re.compile(rf'(?:{_TOKEN})|\[(?:{_TOKEN}|!UTC|)\]')


@lru_cache(maxsize=32)
def _formatter(spec):
    """What shows a time as `spec` says: in tokens such as YYYY, or by the directives of strftime."""
    utc = spec.endswith('!UTC')
    spec = (spec[:-4] if utc else spec) or '%Y-%m-%dT%H:%M:%S.%f%z'
    if '%' not in spec and 'SSSSSSS' in spec:
        raise ValueError("Invalid time format: the provided format string contains more than six successive 'S' characters. "
                         'This may be due to an attempt to use nanosecond precision, which is not supported.')

    def shown(moment):
        if utc:
            moment = moment.astimezone(timezone.utc)
        if '%' in spec:
            return moment.strftime(spec)

        def put(match):
            token = match[0]
            if token[0] == '[':
                return token[1:-1]
            if token[0] == 'S':
                return ('%06d' % moment.microsecond)[:len(token)]
            return _TOKENS[token](moment)

        return _TIME.sub(put, spec)

    return shown


class datetime(_datetime):
    """A time that is formatted by tokens: `{time:YYYY-MM-DD}`."""

    def __format__(self, spec):
        return _formatter(spec)(self)


def aware_now():
    """The local time, with its zone."""
    now = _datetime.now()
    local = localtime(now.timestamp())
    zone = timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)
    return datetime.combine(now.date(), now.time().replace(tzinfo=zone))
