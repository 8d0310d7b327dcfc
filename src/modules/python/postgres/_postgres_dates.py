"""Dates, times and intervals: their texts, and what is added and taken apart."""
import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta, timezone
from _postgres_errors import ServerError, missing

UTC = timezone.utc
EPOCH = datetime(1970, 1, 1)
_HOUR, _DAY = 3600000000, 86400000000
_MONTHS = 'january february march april may june july august september october november december'.split()
_DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split()


def clock():
    """What time it is."""
    return datetime.now(UTC)


def bad_text(kind, text):
    """A text that is no date or time."""
    return ServerError('22007', f'invalid input syntax for type {kind}: "{text}"')


class Interval:
    """Months, days and microseconds, each by itself."""
    __slots__ = 'months', 'days', 'us'

    def __init__(self, months, days, us):
        self.months, self.days, self.us = months, days, us

    def total(self):
        return (self.months * 30 + self.days) * _DAY + self.us

    def __eq__(self, other):
        return isinstance(other, Interval) and self.total() == other.total()

    def __lt__(self, other):
        return self.total() < other.total()

    def __le__(self, other):
        return self.total() <= other.total()

    def __gt__(self, other):
        return self.total() > other.total()

    def __ge__(self, other):
        return self.total() >= other.total()

    def __hash__(self):
        return hash(self.total())

    def __neg__(self):
        return Interval(-self.months, -self.days, -self.us)

    def __add__(self, other):
        return Interval(self.months + other.months, self.days + other.days, self.us + other.us)

    def __mul__(self, by):
        months = self.months * by
        whole = int(months)
        days = self.days * by + (months - whole) * 30
        return Interval(whole, int(days), round(self.us * by + (days - int(days)) * _DAY))

    def clock(self):
        us = self.us % _DAY
        return (EPOCH + timedelta(microseconds=us)).time()

    def delta(self):
        """As asyncpg gives it."""
        years, months = divmod(abs(self.months), 12)
        sign = -1 if self.months < 0 else 1
        return timedelta(days=self.days + sign * (years * 365 + months * 30), microseconds=self.us)

    def __str__(self):
        years, months = divmod(abs(self.months), 12)
        sign = -1 if self.months < 0 else 1
        parts, before = [], False
        for number, word in (sign * years, 'year'), (sign * months, 'mon'), (self.days, 'day'):
            if number:
                parts.append(('+' if before and number > 0 else '') + f'{number} {word}{"" if number == 1 else "s"}')
                before = number < 0
        if self.us or not parts:
            seconds, us = divmod(abs(self.us), 1000000)
            sign = '-' if self.us < 0 else '+' if before else ''
            text = f'{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}'
            parts.append(text + (f'.{us:06}'.rstrip('0') if us else ''))
        return ' '.join(parts)


_UNITS = {}
for _words, _of in (('microsecond us usec', (0, 0, 1)), ('millisecond ms msec', (0, 0, 1000)), ('second s sec', (0, 0, 1000000)),
                    ('minute m min', (0, 0, 60000000)), ('hour h hr', (0, 0, _HOUR)), ('day d', (0, 1, 0)), ('week w', (0, 7, 0)),
                    ('month mon', (1, 0, 0)), ('year y yr', (12, 0, 0)), ('decade', (120, 0, 0)), ('century', (1200, 0, 0))):
    for _word in _words.split():
        _UNITS[_word] = _UNITS[_word + 's'] = _of
_UNITS['centuries'] = _UNITS['century']
_PIECE = re.compile(r'\s*(?:(?P<sign>[-+]?)(?P<h>\d+):(?P<m>\d\d?)(?::(?P<s>\d\d?(?:\.\d*)?))?|'
                    r'(?P<n>[-+]?\s*(?:\d+\.?\d*|\.\d+))\s*(?P<unit>[a-zA-Z]*))')
_ISO = re.compile(r'P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?\Z')


def interval_of(text):
    """An Interval of a text: '1 day 02:00', '3 weeks ago', 'PT5M'."""
    found, rest, at = Interval(0, 0, 0), text.strip(), 0
    iso = _ISO.match(rest)
    if iso and len(rest) > 1:
        y, mo, w, d, h, mi, s = (float(g or 0) for g in iso.groups())
        return Interval(int(y * 12 + mo), int(w * 7 + d), round((h * 3600 + mi * 60 + s) * 1000000))
    ago = rest.lower().endswith(' ago')
    rest = rest[:-4] if ago else rest
    while at < len(rest):
        match = _PIECE.match(rest, at)
        if match is None or match.end() == at:
            raise bad_text('interval', text)
        at = match.end()
        if match['h']:
            us = int(match['h']) * _HOUR + int(match['m']) * 60000000 + round(float(match['s'] or 0) * 1000000)
            found = found + Interval(0, 0, -us if match['sign'] == '-' else us)
            continue
        unit = _UNITS.get(match['unit'].lower() or 'second')
        if unit is None:
            raise bad_text('interval', text)
        number = match['n'].replace(' ', '')
        found = found + Interval(*unit) * (float(number) if '.' in number else int(number))
    if not rest:
        raise bad_text('interval', text)
    return -found if ago else found


_DATE = re.compile(r'(\d{4})-(\d\d?)-(\d\d?)\Z')
_TIME = re.compile(r'(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(am|pm)?\Z', re.IGNORECASE)
_STAMP = re.compile(r'(\S+?)(?:(?:\s+|[Tt])(\d\d?:\S+?(?:\s*[aApP][mM])?)\s*(?:(Z|z|UTC|utc)|([-+])(\d\d?)(?::?(\d\d))?)?)?\Z')


def _range(text):
    return ServerError('22008', f'date/time field value out of range: "{text}"')


def _day(word, text, kind):
    match = _DATE.match(word)
    if match is None:
        if word.lower() in ('infinity', '-infinity') or re.search(r'\d', word) and not re.match(r'[a-z]*\Z', word, re.IGNORECASE):
            if re.match(r'\d{1,4}[-/. ]|\d{8}\Z|[A-Za-z]{3,9}[ -]\d', word):
                missing(f'the date {text!r}')
        raise bad_text(kind, text)
    year, month, day = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        error = _range(text)
        if not 0 < month < 13 or not 0 < day < 32:
            error.fields['hint'] = 'Perhaps you need a different "datestyle" setting.'
        raise error from None


def date_of(text):
    return timestamp_of(text, None, 'date').date()


def time_of(text, kind='time'):
    match = _TIME.match(text.strip())
    if match is None:
        raise bad_text(kind, text)
    hour, half = int(match[1]), (match[5] or '').lower()
    if half:
        hour = hour % 12 + 12 * (half == 'pm')
    try:
        return time(hour, int(match[2]), int(match[3] or 0), round(int((match[4] or '0').ljust(9, '0')) / 1000))
    except ValueError:
        raise _range(text) from None


def timestamp_of(text, zone, kind=None):
    """A datetime of a text; with a zone, an aware one in UTC."""
    kind = kind or ('timestamp' if zone is None else 'timestamp with time zone')
    word = text.strip()
    low = word.lower()
    if low in ('now', 'today', 'tomorrow', 'yesterday', 'epoch'):
        now = clock().replace(tzinfo=None)
        days = {'tomorrow': 1, 'yesterday': -1}.get(low, 0)
        found = EPOCH if low == 'epoch' else now if low == 'now' else datetime(now.year, now.month, now.day) + timedelta(days=days)
        return found.replace(tzinfo=zone)
    match = _STAMP.match(word)
    if match is None:
        raise bad_text(kind, text)
    day = _day(match[1], text, kind)
    try:
        at = time_of(match[2], kind) if match[2] else time()
    except ServerError as error:
        raise (_range(text) if error.code == '22008' else bad_text(kind, text)) from None
    found = datetime.combine(day, at)
    if zone is not None:
        if match[4]:
            off = timedelta(hours=int(match[5]), minutes=int(match[6] or 0))
            found -= off if match[4] == '+' else -off
        found = found.replace(tzinfo=zone)
    return found


def shifted(value, by):
    """A datetime and an Interval later."""
    months = value.month - 1 + by.months
    year, month = value.year + months // 12, months % 12 + 1
    try:
        value = value.replace(year=year, month=month, day=min(value.day, monthrange(year, month)[1])) if by.months else value
        return value + timedelta(days=by.days, microseconds=by.us)
    except (ValueError, OverflowError):
        raise ServerError('22008', 'timestamp out of range') from None


def between(later, earlier):
    """The Interval from one datetime to another."""
    us = (later - earlier) // timedelta(microseconds=1)
    days, us = divmod(abs(us), _DAY) if us >= 0 else (-(-us // _DAY), -(-us % _DAY))
    return Interval(0, days, us)


def age(later, earlier):
    """What lies between, in months, days and less."""
    if later < earlier:
        return -age(earlier, later)
    months, days = (later.year - earlier.year) * 12 + later.month - earlier.month, later.day - earlier.day
    midnight = {'hour': 0, 'minute': 0, 'second': 0, 'microsecond': 0}
    us = ((later - later.replace(**midnight)) - (earlier - earlier.replace(**midnight))) // timedelta(microseconds=1)
    if us < 0:
        us, days = us + _DAY, days - 1
    if days < 0:
        days, months = days + monthrange(earlier.year, earlier.month)[1], months - 1
    return Interval(months, days, us)


def field(name, value):
    """EXTRACT's field of a date, time or Interval, as an int or a float with six digits."""
    name = name.lower().rstrip('s') if name.lower() not in ('century',) else 'century'
    if isinstance(value, Interval):
        us = abs(value.us)
        sign = -1 if value.us < 0 else 1
        found = {'year': int(value.months / 12), 'month': value.months - int(value.months / 12) * 12, 'day': value.days,
                 'hour': sign * (us // _HOUR), 'minute': sign * (us // 60000000 % 60)}.get(name)
        if found is not None:
            return found
        if name == 'epoch':
            years, months = divmod(value.months, 12)
            return (years * 31557600 + (months * 30 + value.days) * 86400) * 1000000 + value.us, 6
        micro = sign * (us % 60000000)
    elif name in ('hour', 'minute', 'second', 'millisecond', 'microsecond') and not isinstance(value, (datetime, time)):
        return 0
    elif name in ('year', 'month', 'day', 'hour', 'minute'):
        found = getattr(value, name, None)
        if found is None:
            raise ServerError('0A000', f'unit "{name}" not supported for type time without time zone')
        return found
    else:
        micro = value.second * 1000000 + value.microsecond if isinstance(value, (datetime, time)) else 0
    if name == 'second':
        return micro, 6
    if name == 'millisecond':
        return micro, 3
    if name == 'microsecond':
        return micro
    if name == 'epoch':
        if isinstance(value, time):
            return ((value.hour * 60 + value.minute) * 60) * 1000000 + micro, 6
        if not isinstance(value, datetime):
            return (value - EPOCH.date()).days * 86400
        return (value.replace(tzinfo=None) - EPOCH) // timedelta(microseconds=1), 6
    if isinstance(value, (date, datetime)):
        week = value.isocalendar()
        found = {'quarter': (value.month + 2) // 3, 'dow': value.isoweekday() % 7, 'isodow': value.isoweekday(), 'week': week[1],
                 'isoyear': week[0], 'doy': value.timetuple().tm_yday, 'decade': value.year // 10,
                 'century': (value.year + 99) // 100, 'timezone': 0}.get(name)
        if found is not None:
            return found
    raise ServerError('22023', f'unit "{name}" not recognized for type timestamp without time zone')


def truncated(name, value):
    """date_trunc of a datetime or an Interval."""
    name = name.lower()
    if isinstance(value, Interval):
        missing('date_trunc of an interval')
    zero = {'hour': 0, 'minute': 0, 'second': 0, 'microsecond': 0}
    kept = {'microseconds': {}, 'milliseconds': {'microsecond': value.microsecond // 1000 * 1000}, 'second': {'microsecond': 0},
            'minute': {'second': 0, 'microsecond': 0}, 'hour': {'minute': 0, 'second': 0, 'microsecond': 0}, 'day': zero, 'week': zero,
            'month': {'day': 1, **zero}, 'quarter': {'day': 1, 'month': (value.month - 1) // 3 * 3 + 1, **zero},
            'year': {'day': 1, 'month': 1, **zero}, 'decade': {'day': 1, 'month': 1, 'year': value.year // 10 * 10, **zero}}.get(name)
    if kept is None:
        raise ServerError('22023', f'unit "{name}" not recognized for type timestamp with time zone')
    value = value.replace(**kept)
    return value - timedelta(days=value.weekday()) if name == 'week' else value


_PATTERN = re.compile(r'"[^"]*"|FM|YYYY|HH24|HH12|HH|MI|SS|MS|US|Month|MONTH|month|Mon|MON|mon|MM|DDD|DD|Day|DAY|day|Dy|DY|dy|D|AM|PM|am|pm|'
                      r'YY|Q|WW|IW|TZ|[A-Za-z]+|.', re.DOTALL)


def formatted(value, pattern):
    """to_char of a datetime."""
    out, fill = '', True
    month, day = _MONTHS[value.month - 1], _DAYS[value.weekday()]
    hour, minute, second, us = (getattr(value, f, 0) for f in ('hour', 'minute', 'second', 'microsecond'))
    for word in _PATTERN.findall(pattern):
        if word == 'FM':
            fill = False
            continue
        numbers = {'YYYY': (value.year, 4), 'YY': (value.year % 100, 2), 'MM': (value.month, 2), 'DD': (value.day, 2), 'HH24': (hour, 2),
                   'HH12': ((hour - 1) % 12 + 1, 2), 'HH': ((hour - 1) % 12 + 1, 2), 'MI': (minute, 2), 'SS': (second, 2),
                   'MS': (us // 1000, 3), 'US': (us, 6), 'DDD': (value.timetuple().tm_yday, 3), 'D': (value.isoweekday() % 7 + 1, 1),
                   'Q': ((value.month + 2) // 3, 1), 'IW': (value.isocalendar()[1], 2), 'WW': ((value.timetuple().tm_yday + 6) // 7, 2)}
        if word in numbers:
            number, width = numbers[word]
            out += f'{number:0{width}}' if fill else str(number)
        elif word.lower() in ('month', 'day'):
            text = month if word.lower() == 'month' else day
            text = text.ljust(9) if fill else text
            out += text.upper() if word.isupper() else text.capitalize() if word[0].isupper() else text
        elif word.lower() in ('mon', 'dy'):
            text = (month if word.lower() == 'mon' else day)[:3]
            out += text.upper() if word.isupper() else text.capitalize() if word[0].isupper() else text
        elif word.lower() in ('am', 'pm'):
            half = 'am' if hour < 12 else 'pm'
            out += half.upper() if word.isupper() else half
        elif word[0] == '"':
            out += word[1:-1]
        elif word == 'TZ':
            out += 'UTC' if value.tzinfo is not None else ''
        elif word.isalpha() and word not in ('T', 'Z'):
            missing(f'to_char with {word}')
        else:
            out += word
        fill = True
    return out
