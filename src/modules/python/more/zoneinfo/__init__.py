"""Time zones: for each the rule that holds today, and the year from which on it does."""
import datetime as _datetime
import re as _re
from _frames import not_supported as _not_supported

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError', 'InvalidTZPathWarning']
TZPATH = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')
_DAY = _datetime.timedelta(days=1)
_ZERO = _datetime.timedelta()
_EPOCH = _datetime.datetime(1970, 1, 1)

# The rule as POSIX writes it, the year it began, and the zones that follow it.
_RULES = '''
UTC0 1900 UTC Etc/UTC Etc/UCT Zulu Universal UCT Etc/Universal Etc/Zulu
GMT0 1972 GMT Etc/GMT Etc/Greenwich Africa/Abidjan Africa/Accra Africa/Dakar Atlantic/Reykjavik Iceland
GMT0BST,M3.5.0/1,M10.5.0 1996 Europe/London Europe/Belfast Europe/Jersey Europe/Guernsey Europe/Isle_of_Man GB
IST-1GMT0,M10.5.0,M3.5.0/1 1996 Europe/Dublin Eire
WET0WEST,M3.5.0/1,M10.5.0 1996 Europe/Lisbon Atlantic/Madeira Atlantic/Canary Atlantic/Faroe Portugal WET
CET-1CEST,M3.5.0,M10.5.0/3 1996 Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Vienna Europe/Amsterdam Europe/Brussels Europe/Copenhagen Europe/Oslo Europe/Stockholm Europe/Zurich Europe/Prague Europe/Warsaw Europe/Budapest Europe/Belgrade Europe/Zagreb Europe/Ljubljana Europe/Bratislava Europe/Luxembourg Europe/Monaco Europe/Malta Europe/Vaduz Europe/San_Marino Europe/Vatican Europe/Andorra Europe/Tirane Europe/Sarajevo Europe/Skopje Europe/Podgorica Europe/Gibraltar Arctic/Longyearbyen CET MET Poland
EET-2EEST,M3.5.0/3,M10.5.0/4 1997 Europe/Athens Europe/Helsinki Europe/Bucharest Europe/Sofia Europe/Mariehamn Asia/Famagusta Asia/Nicosia EET
EET-2EEST,M3.5.0/3,M10.5.0/4 2003 Europe/Riga Europe/Tallinn Europe/Vilnius
EET-2EEST,M3.5.0/3,M10.5.0/4 1997 Europe/Kyiv Europe/Kiev
EET-2 2020 Africa/Tripoli Europe/Kaliningrad
CAT-2 1970 Africa/Maputo Africa/Harare Africa/Lusaka Africa/Kigali Africa/Lubumbashi
SAST-2 1945 Africa/Johannesburg
WAT-1 1970 Africa/Lagos Africa/Kinshasa Africa/Luanda Africa/Douala
CET-1 1982 Africa/Algiers Africa/Tunis
EAT-3 1970 Africa/Nairobi Africa/Addis_Ababa Africa/Kampala Africa/Dar_es_Salaam Africa/Mogadishu
MSK-3 2015 Europe/Moscow Europe/Simferopol W-SU
<+03>-3 2017 Europe/Istanbul Asia/Istanbul Turkey Europe/Minsk
<+03>-3 2008 Asia/Riyadh Asia/Baghdad Asia/Kuwait Asia/Qatar Asia/Bahrain
<+0330>-3:30 2023 Asia/Tehran Iran
<+04>-4 2017 Asia/Dubai Asia/Muscat Asia/Baku Asia/Tbilisi Asia/Yerevan Europe/Samara
<+0430>-4:30 1945 Asia/Kabul
PKT-5 2010 Asia/Karachi
<+05>-5 2018 Asia/Tashkent Asia/Yekaterinburg Indian/Maldives
IST-5:30 1946 Asia/Kolkata Asia/Calcutta
<+0530>-5:30 2007 Asia/Colombo
<+0545>-5:45 1986 Asia/Kathmandu Asia/Katmandu
<+06>-6 2010 Asia/Dhaka
<+07>-7 1976 Asia/Bangkok Asia/Ho_Chi_Minh Asia/Saigon Asia/Vientiane Asia/Phnom_Penh
WIB-7 1964 Asia/Jakarta
CST-8 1992 Asia/Shanghai Asia/Chongqing Asia/Harbin PRC Asia/Macau Asia/Taipei ROC
HKT-8 1980 Asia/Hong_Kong Hongkong
PST-8 1991 Asia/Manila
<+08>-8 1982 Asia/Singapore Singapore Asia/Kuala_Lumpur
AWST-8 2010 Australia/Perth
JST-9 1952 Asia/Tokyo Japan
KST-9 1989 Asia/Seoul ROK
AEST-10 1993 Australia/Brisbane
ACST-9:30 1987 Australia/Darwin
AEST-10AEDT,M10.1.0,M4.1.0/3 2009 Australia/Sydney Australia/Melbourne Australia/Canberra Australia/Hobart Australia/ACT Australia/NSW Australia/Victoria
ACST-9:30ACDT,M10.1.0,M4.1.0/3 2009 Australia/Adelaide
NZST-12NZDT,M9.5.0,M4.1.0/3 2008 Pacific/Auckland NZ Antarctica/McMurdo
HST10 1947 Pacific/Honolulu HST US/Hawaii
AKST9AKDT,M3.2.0,M11.1.0 2007 America/Anchorage US/Alaska
PST8PDT,M3.2.0,M11.1.0 2007 America/Los_Angeles US/Pacific PST8PDT America/Vancouver
MST7MDT,M3.2.0,M11.1.0 2007 America/Denver US/Mountain MST7MDT America/Boise America/Edmonton
MST7 1968 America/Phoenix US/Arizona MST
CST6CDT,M3.2.0,M11.1.0 2007 America/Chicago US/Central CST6CDT America/Winnipeg
CST6 2023 America/Mexico_City America/Costa_Rica America/Guatemala
EST5EDT,M3.2.0,M11.1.0 2007 America/New_York US/Eastern EST5EDT America/Toronto America/Detroit America/Montreal
EST5 2000 America/Jamaica America/Panama EST
AST4ADT,M3.2.0,M11.1.0 2007 America/Halifax
AST4 1970 America/Puerto_Rico
NST3:30NDT,M3.2.0,M11.1.0 2012 America/St_Johns
<-05>5 1995 America/Bogota America/Lima
<-03>3 2020 America/Sao_Paulo Brazil/East America/Argentina/Buenos_Aires America/Buenos_Aires America/Montevideo
'''


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
                     r',M(\d+)\.(\d)\.(\d)(?:/(-?\d+))?,M(\d+)\.(\d)\.(\d)(?:/(-?\d+))?)?$')


class _Change:
    """On which day of a year, and when, clocks are changed."""

    def __init__(self, month, week, weekday, hour):
        self._month, self._week, self._weekday = int(month), int(week), int(weekday)
        self._hour, self._known = 2 if hour is None else int(hour), {}

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
        moment = _datetime.datetime(year, self._month, day) + _datetime.timedelta(hours=self._hour)
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
        for line in _RULES.strip().splitlines():
            rule, since, *names = line.split(' ')
            if key in names:
                break
        else:
            if not isinstance(key, str):
                raise TypeError(f'expected str, bytes or os.PathLike object, not {type(key).__name__}')
            if _re.fullmatch('(Africa|America|Antarctica|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific|US)/'
                             '[A-Z][A-Za-z0-9_/+-]+', key):
                _not_supported(f'zoneinfo.ZoneInfo of {key!r}', 'datetime.timezone')
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
        if dt.year < self._since or dt.year > 2100:
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
    _not_supported('zoneinfo.available_timezones', 'zoneinfo.ZoneInfo(name)')


def reset_tzpath(to=None):
    pass
