"""Time zones, and the local one."""
from _frames import argument_type as _argument_type, extension as _extension, type_name as _type_name
import time as _time
import _local_zone as _here
import _pydatetime  # whose classes are known by one another

from _datetime_values import _EPOCH, timedelta

__name__ = 'datetime'  # where what is here is said to be


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
    if not isinstance(moment, _pydatetime.datetime):
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
        if dt is not None and not isinstance(dt, _pydatetime.datetime):
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


def _state_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError('bad tzinfo state arg')
    return zone


def _zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(zone)}'")
    return zone


timezone.min, timezone.max = timezone(-timedelta(hours=23, minutes=59)), timezone(timedelta(hours=23, minutes=59))
_extension(tzinfo, timezone)
