"""Addresses, dates and parameters as headers have them."""
__all__ = ['collapse_rfc2231_value', 'decode_params', 'decode_rfc2231', 'encode_rfc2231', 'formataddr', 'formatdate',
           'format_datetime', 'getaddresses', 'make_msgid', 'mktime_tz', 'parseaddr', 'parsedate', 'parsedate_tz',
           'parsedate_to_datetime', 'unquote', 'localtime']
import datetime
import re
import time
from email.charset import Charset

COMMASPACE, EMPTYSTRING, UEMPTYSTRING, CRLF, TICK = ', ', '', '', '\r\n', "'"
specialsre = re.compile(r'[][\\()<>@,:;".]')
escapesre = re.compile(r'[\\"]')
_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
_LONG_MONTHS = 'january february march april may june july august september october november december'.split()
_ZONES = {'UT': 0, 'UTC': 0, 'GMT': 0, 'Z': 0, 'AST': -400, 'ADT': -300, 'EST': -500, 'EDT': -400, 'CST': -600,
          'CDT': -500, 'MST': -700, 'MDT': -600, 'PST': -800, 'PDT': -700}


def _has_surrogates(s):
    try:
        s.encode()
    except UnicodeEncodeError:
        return True
    return False


def _sanitize(string):
    """What was no text stands as replacement characters."""
    data = string.encode('utf-8', 'surrogateescape')
    try:
        return data.decode('utf-8')
    except UnicodeDecodeError:
        return string.encode('ascii', 'surrogateescape').decode('ascii', 'replace') if string.isascii() else \
            data.decode('utf-8', 'replace')


def quote(str):
    """With a backslash before backslashes and quotes."""
    return str.replace('\\', '\\\\').replace('"', r'\"')


def unquote(str):
    """Without quotes or angle brackets around it."""
    if len(str) > 1:
        if str.startswith('"') and str.endswith('"'):
            return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if str.startswith('<') and str.endswith('>'):
            return str[1:-1]
    return str


def formataddr(pair, charset='utf-8'):
    """What a name and an address look like in a header."""
    name, address = pair
    address.encode('ascii')
    if not name:
        return address
    try:
        name.encode('ascii')
    except UnicodeEncodeError:
        charset = Charset(charset) if isinstance(charset, str) else charset
        return f'{charset.header_encode(name)} <{address}>'
    quotes = '"' if specialsre.search(name) else ''
    name = escapesre.sub(r'\\\g<0>', name)
    return f'{quotes}{name}{quotes} <{address}>'


# Who asks for it may give getaddresses and parseaddr `strict`.
supports_strict_parsing = True


def getaddresses(fieldvalues, *, strict=True):
    """Pairs of name and address of several headers."""
    from email._parseaddr import addresses
    if not strict:
        return addresses(', '.join(str(value) for value in fieldvalues))
    values = [str(value) for value in fieldvalues]
    result, expected = [], 0
    for value in values:
        value = _balanced(value)
        expected += 1 + _outside(value).count(',')
        found = addresses(value)
        if any('(' in name and ')' not in name or '\r' in address for name, address in found):
            found = [('', '')]
        result += [('', '') if '[' in pair[1] else pair for pair in found]
    return result if len(result) == expected else [('', '')]


def _outside(value):
    """The value without what is quoted."""
    return re.sub(r'"(?:\\.|[^"\\])*"', '', re.sub(r'\\.', '', value) if '"' not in value else value)


def _balanced(value):
    """The value if each comment in it ends, else nothing."""
    plain, depth = re.sub(r'\\.', '', _outside(value)), 0
    for sign in plain:
        depth += (sign == '(') - (sign == ')')
        if depth < 0:
            return "('', '')"
    return "('', '')" if depth else value


def parseaddr(addr, *, strict=True):
    """The name and the address of a header's first address; two empty texts: there is none."""
    from email._parseaddr import addresses
    if not strict:
        # The parts of a list are taken for words of one address.
        return ('', ''.join(addr)) if isinstance(addr, list) else (addresses(addr or '') or [('', '')])[0]
    addr = addr[0] if isinstance(addr, list) and addr else addr
    if not isinstance(addr, str):
        return '', ''
    found = addresses(_balanced(addr))
    return ('', '') if len(found) != 1 or '[' in found[0][1] else found[0]


def _date(moment, zone):
    return '%s, %02d %s %04d %02d:%02d:%02d %s' % (_DAYS[moment[6]], moment[2], _MONTHS[moment[1] - 1], moment[0],
                                                  moment[3], moment[4], moment[5], zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A moment as a header's date."""
    if timeval is None:
        timeval = time.time()
    moment = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        moment, usegmt = moment.astimezone(), False
    elif not usegmt:
        moment = moment.replace(tzinfo=None)
    return format_datetime(moment, usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime as a header's date."""
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError('usegmt option requires a UTC datetime')
        zone = 'GMT'
    else:
        zone = '-0000' if dt.tzinfo is None else dt.strftime('%z')
    return _date(dt.timetuple(), zone)


def localtime(dt=None, isdst=None):
    """A datetime in the local zone; now if none is given."""
    if isdst is not None:
        import warnings
        warnings._deprecated("The 'isdst' parameter to 'localtime'", message='{name} is deprecated and slated for removal in '
                             'Python {remove}', remove=(3, 14))
    return (datetime.datetime.now() if dt is None else dt).astimezone()


def make_msgid(idstring=None, domain=None):
    """An identity for a message."""
    import os
    import random
    import socket
    stamp, chance = int(time.time() * 100), random.getrandbits(64)
    more = '' if idstring is None else '.' + idstring
    return f'<{stamp}.{os.getpid()}.{chance}{more}@{socket.getfqdn() if domain is None else domain}>'


def parsedate_tz(data):
    """Ten numbers of a date, the last of which is its zone's offset in seconds; None: it is no date."""
    found = _parsedate_tz(data)
    if found and found[9] is None:
        found[9] = 0
    return found and tuple(found)


def parsedate(data):
    """Nine numbers of a date."""
    found = parsedate_tz(data)
    return found[:9] if isinstance(found, tuple) else found


def _month(text):
    text = text.lower()
    for number, name in enumerate(_LONG_MONTHS, 1):
        if text in (name, name[:3]):
            return number
    return None


def _parsedate_tz(data):
    words = data.split() if data else None
    if not words:
        return None
    if words[0].endswith(',') or words[0].lower() in [day.lower() for day in _DAYS]:
        del words[0]
    elif ',' in words[0]:
        words[0] = words[0].partition(',')[2]
    if len(words) == 3 and words[0].count('-') == 2:
        words = words[0].split('-') + words[1:]
    if len(words) == 4 and '+' in words[3]:
        clock, zone = words[3].split('+', 1)
        words[3:] = [clock, '+' + zone]
    elif len(words) == 4 and words[3].rfind('-') > 0:
        at = words[3].rfind('-')
        words[3:] = [words[3][:at], words[3][at:]]
    elif len(words) == 4:
        words.append('')
    if len(words) < 5:
        return None
    day, month, year, clock, zone = words[:5]
    if not (day and month and year):
        return None
    number = _month(month)
    if number is None:
        day, month = month, day
        number = _month(month)
        if number is None:
            return None
    day = day.removesuffix(',')
    if ':' in year:
        year, clock = clock, year
    year = year.removesuffix(',')
    if not year[:1].isdigit():
        year, zone = zone, year
    parts = clock.removesuffix(',').split(':')
    if len(parts) == 1 and '.' in clock:
        parts = clock.split('.')
    if len(parts) not in (2, 3):
        return None
    try:
        year, day = int(year), int(day)
        hours, minutes, seconds = (int(part) for part in (*parts, 0)[:3])
    except ValueError:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    zone, offset = zone.upper(), None
    if zone in _ZONES:
        offset = _ZONES[zone]
    else:
        try:
            offset = int(zone)
        except ValueError:
            pass
        if offset == 0 and zone.startswith('-'):
            offset = None
    if offset:
        sign = -1 if offset < 0 else 1
        offset = sign * (abs(offset) // 100 * 3600 + abs(offset) % 100 * 60)
    return [year, number, day, hours, minutes, seconds, 0, 1, -1, offset]


def mktime_tz(data):
    """The seconds since 1970 of what parsedate_tz gives."""
    import calendar
    return time.mktime(data[:8] + (-1,)) if data[9] is None else calendar.timegm(data) - data[9]


def parsedate_to_datetime(data):
    """A header's date as a datetime."""
    found = _parsedate_tz(data)
    if found is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))  #: 318
    zone = None if found[9] is None else datetime.timezone(datetime.timedelta(seconds=found[9]))
    return datetime.datetime(*found[:6], tzinfo=zone)


def decode_rfc2231(s):
    """The charset, the language and the text of a parameter."""
    parts = s.split("'", 2)
    return (None, None, s) if len(parts) <= 2 else parts


def encode_rfc2231(s, charset=None, language=None):
    """A parameter's text with its charset and language."""
    from urllib.parse import quote
    s = quote(s, safe='', encoding=charset or 'ascii')
    return s if charset is None and language is None else f"{charset}'{'' if language is None else language}'{s}"


_CONTINUED = re.compile(r'(?P<name>\w+)(\*(?P<num>[0-9]+))?\Z', re.ASCII)
rfc2231_continuation = _CONTINUED


def decode_params(params):
    """Parameters whose pieces are put together."""
    from urllib.parse import unquote as percent
    found, pieces = [params[0]], {}
    for name, value in params[1:]:
        encoded = name.endswith('*')
        value = unquote(value)
        match = _CONTINUED.match(name.removesuffix('*'))
        if match and (match['num'] or encoded):
            number = int(match['num']) if match['num'] else None
            pieces.setdefault(match['name'], []).append((number, value, encoded))
        else:
            found.append((name, f'"{quote(value)}"'))
    for name, parts in pieces.items():
        extended = any(encoded for _, _, encoded in parts)
        parts.sort(key=lambda part: part[0] or 0)
        value = ''.join(percent(value, encoding='latin-1') if encoded else value for _, value, encoded in parts)
        value = quote(value)
        if extended:
            charset, language, value = decode_rfc2231(value)
            found.append((name, (charset, language, f'"{value}"')))
        else:
            found.append((name, f'"{value}"'))
    return found


def collapse_rfc2231_value(value, errors='replace', fallback_charset='us-ascii'):
    """A parameter's text."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    try:
        return str(bytes(text, 'raw-unicode-escape'), fallback_charset if charset is None else charset, errors)
    except LookupError:
        return unquote(text)
