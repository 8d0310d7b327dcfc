"""Dates and words in the headers that carry cookies, as http.cookiejar reads and writes them."""
import re
import time

EPOCH_YEAR = 1970
DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
MONTHS_LOWER = [month.lower() for month in MONTHS]
UTC_ZONES = dict.fromkeys(('GMT', 'UTC', 'UT', 'Z'))

_ZONE = re.compile(r'([-+])?(\d\d?):?(\d\d)?$', re.ASCII)
_WEEKDAY = re.compile(r'(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,?\s*', re.I | re.ASCII)
_HTTP_DATE = re.compile(
    r'(?P<day>\d\d?)(?:\s+|[-/])(?P<month>\w+)(?:\s+|[-/])(?P<year>\d+)'
    r'(?:(?:\s+|:)(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?)?\s*'
    r'(?:(?P<zone>[-+]?\d{2,4}|(?![APap][Mm]\b)[A-Za-z]+)\s*)?(?:\(\w+\)\s*)?$', re.ASCII)
_ISO_DATE = re.compile(
    r'(?P<year>\d{4})[-/]?(?P<month>\d\d?)[-/]?(?P<day>\d\d?)'
    r'(?:(?:\s+|[-:Tt])(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d(?:\.\d*)?))?)?\s*'
    r'(?:(?P<zone>[-+]?\d\d?:?(?::?\d\d)?|Z|z)\s*)?$', re.ASCII)
_STRICT_DATE = re.compile(r'[SMTWF][a-z][a-z], (\d\d) ([JFMASOND][a-z][a-z]) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$', re.ASCII)

_TOKEN = re.compile(r'\s*([^=\s;,]+)')
_QUOTED = re.compile(r'\s*=\s*"([^"\\]*(?:\\.[^"\\]*)*)"')
_PLAIN = re.compile(r'\s*=\s*([^\s;,]*)')
_OF_NETSCAPE = 'expires', 'domain', 'path', 'secure', 'version', 'port', 'max-age'


def _moment(t):
    import datetime
    return datetime.datetime.now(datetime.UTC) if t is None else datetime.datetime.fromtimestamp(t, datetime.UTC)


def time2isoz(t=None):
    return f'{_moment(t):%Y-%m-%d %H:%M:%SZ}'


def time2netscape(t=None):
    moment = _moment(t)
    return f'{DAYS[moment.weekday()]}, {moment.day:02}-{MONTHS[moment.month - 1]}-{moment:%Y %H:%M:%S GMT}'


def offset_from_tz_string(tz):
    """Seconds east of Greenwich; None for a zone that is not known."""
    if tz in UTC_ZONES:
        return 0
    found = _ZONE.match(tz)
    if not found:
        return None
    seconds = 3600 * int(found[2]) + 60 * int(found[3] or 0)
    return -seconds if found[1] == '-' else seconds


def _seconds(year, month, day, hour, minute, second):
    """Since the epoch; None for a moment before it and for what is no moment."""
    from calendar import timegm
    fits = year >= EPOCH_YEAR and 1 <= month <= 12 and 1 <= day <= 31 and 0 <= hour <= 24 and 0 <= minute <= 59 and 0 <= second <= 61
    return timegm((year, month, day, hour, minute, second)) if fits else None


def _nearest(year):
    """The year that two digits mean: the one of that ending which is nearest to today."""
    now = time.localtime(time.time()).tm_year
    apart = now % 100 - year
    whole = now - now % 100 + year
    return whole + (100 if apart > 50 else -100 if apart < -50 else 0)


def _read(found):
    if not found:
        return None
    part = found.groupdict()
    year, month = int(part['year']), part['month'].lower()
    if year > 9999:
        return None
    if month in MONTHS_LOWER:
        month = MONTHS_LOWER.index(month) + 1
    elif month.isdecimal() and 1 <= int(month) <= 12:
        month = int(month)
    else:
        return None
    clock = [int(float(part[name] or 0)) for name in ('hour', 'minute', 'second')]
    seconds = _seconds(_nearest(year) if year < 1000 else year, month, int(part['day']), *clock)
    offset = offset_from_tz_string((part['zone'] or 'UTC').upper())
    return None if seconds is None or offset is None else seconds - offset


def http2time(text):
    """Seconds since the epoch of a date in a header, in one of the many forms that servers write; None: it is none."""
    found = _STRICT_DATE.match(text)
    if found:
        day, month, year, *clock = found.groups()
        seconds = _seconds(int(year), MONTHS_LOWER.index(month.lower()) + 1, int(day), *map(int, clock))
        return seconds if seconds is None else float(seconds)
    return _read(_HTTP_DATE.match(_WEEKDAY.sub('', text.lstrip(), count=1)))


def iso2time(text):
    return _read(_ISO_DATE.match(text.lstrip()))


def unmatched(match):
    """The text without what was matched."""
    return match.string[:match.start()] + match.string[match.end():]


def split_header_words(header_values):
    """Headers as lists of names and values; what a comma parts is apart, a word alone has the value None."""
    assert not isinstance(header_values, str)
    result = []
    for text in header_values:
        pairs, at = [], 0
        while at < len(text):
            word = _TOKEN.match(text, at)
            if word:
                given = _QUOTED.match(text, word.end()) or _PLAIN.match(text, word.end())
                value = None
                if given:
                    value = re.sub(r'\\(.)', r'\1', given[1]) if given.re is _QUOTED else given[1].rstrip()
                pairs.append((word[1], value))
                at = (given or word).end()
            elif text[at:].lstrip().startswith(','):
                at = text.index(',', at) + 1
                if pairs:
                    result.append(pairs)
                pairs = []
            else:
                at = re.compile(r'[=\s;]*').match(text, at).end()
        if pairs:
            result.append(pairs)
    return result


def join_header_words(lists):
    """One header of lists of names and values, with quotes where they are needed."""
    def written(name, value):
        if value is None:
            return name
        return f'{name}={value}' if re.search(r'^\w+$', value) else '%s="%s"' % (name, re.sub(r'(["\\])', r'\\\1', value))

    return ', '.join('; '.join(written(*pair) for pair in pairs) for pairs in lists if pairs)


def strip_quotes(text):
    return text.removeprefix('"').removesuffix('"')


def parse_ns_headers(ns_headers):
    """Names and values of Set-Cookie headers, in whose dates there may be commas."""
    result = []
    for header in ns_headers:
        pairs, versioned = [], False
        for at, word in enumerate(header.split(';')):
            key, sign, value = (part.strip() for part in word.partition('='))
            if not key:
                if at == 0:
                    break
                continue
            value = value if sign else None
            if at:
                key = key.lower() if key.lower() in _OF_NETSCAPE else key
                versioned = versioned or key == 'version'
                if key == 'version' and value is not None:
                    value = strip_quotes(value)
                elif key == 'expires' and value is not None:
                    value = http2time(strip_quotes(value))
            pairs.append((key, value))
        if pairs:
            result.append(pairs if versioned else [*pairs, ('version', '0')])
    return result


def deepvalues(mapping):
    """What is in mappings within mappings."""
    for value in list(mapping.values()):
        if hasattr(value, 'items'):
            yield from deepvalues(value)
        else:
            yield value
