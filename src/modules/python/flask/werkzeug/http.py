"""Headers as text: taken apart and put together."""
import re
from datetime import date, datetime, timedelta, timezone
from urllib.parse import quote, unquote

from werkzeug import datastructures as ds
from werkzeug._internal import _dt_as_utc, _plain_int
from werkzeug._statuses import HTTP_STATUS_CODES

_TOKEN = re.compile(r"[\w!#$%&'*+\-.^`|~]+", re.A)
_CHARSET = re.compile(r"([\w!#$%&*+\-.^`|~]*)'[\w!#$%&*+\-.^`|~]*'([\w!#$%&'*+\-.^`|~]+)", re.A)
_KNOWN_CHARSETS = ('ascii', 'us-ascii', 'utf-8', 'iso-8859-1')
_ENTITY = frozenset('allow content-encoding content-language content-length content-location content-md5 content-range content-type expires '
                    'last-modified'.split())
_HOP_BY_HOP = frozenset('connection keep-alive proxy-authenticate proxy-authorization te trailer transfer-encoding upgrade'.split())


def quote_header_value(value, allow_token=True):
    text = str(value)
    if text and allow_token and _TOKEN.fullmatch(text):
        return text
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'


def unquote_header_value(value):
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return re.sub(r'\\(.)', r'\1', value[1:-1])
    return value


def _pair(key, value):
    return key if value is None else f"{key}={value if key.endswith('*') else quote_header_value(value)}"


def dump_options_header(header, options):
    found = [] if header is None else [header]
    return '; '.join(found + [_pair(key, value) for key, value in options.items() if value is not None])


def dump_header(iterable):
    return ', '.join([_pair(*each) for each in iterable.items()] if isinstance(iterable, dict) else map(quote_header_value, iterable))


_ITEM = re.compile(r'((?:[^",]|"(?:\\.|[^"\\])*")*)(,|\Z)', re.S)


def parse_list_header(value):
    found, pos = [], 0
    while True:
        item = _ITEM.match(value, pos)
        if item is None:
            return []
        if text := item[1].strip(' \t'):
            found.append(unquote_header_value(text))
        if not item[2]:
            return found
        pos = item.end()


def _decoded(key, value):
    """The value of a parameter that names its charset."""
    charset = None
    if key.endswith('*'):
        key = key[:-1]
        if found := _CHARSET.fullmatch(value):
            charset, value = found[1].lower(), found[2]
        if charset in _KNOWN_CHARSETS:
            value = unquote(value, encoding=charset)
    return key, value


def parse_dict_header(value):
    found = {}
    for item in parse_list_header(value):
        key, equals, text = item.partition('=')
        key = key.strip(' \t')
        if not key:
            continue
        if equals:
            key, text = _decoded(key, text.strip(' \t'))
        found[key] = unquote_header_value(text) if equals else None
    return found


_PARAMETER = re.compile(r"""([\w!#$%&'*+\-.^`|~]+)=(?:([\w!#$%&'*+\-.^`|~]+)|("(?:\\[\\"]|[^"])*"))?""", re.A)
_MARK = re.compile(r'(?:\*(\d+))?(\*)?$', re.A)


def parse_options_header(value):
    """The value, and the parameters behind semicolons."""
    if value is None:
        return '', {}
    value, _, rest = value.partition(';')
    value, pos, options, continued, charsets = value.strip(' \t'), 0, {}, {}, {}
    if not value:
        return value, {}
    rest = rest.strip(' \t')
    while pos < len(rest):
        if found := _PARAMETER.match(rest, pos):
            pos = found.end()
            key, text = found[1].lower(), found[2] or found[3]
            if text is not None:
                mark = _MARK.search(key)
                key, charset = key[:mark.start()], None
                if mark[2]:
                    if named := _CHARSET.fullmatch(text):
                        charset, text = named[1].lower(), named[2]
                    charset = charset or (charsets.get(key) if mark[1] else None)
                    if charset in _KNOWN_CHARSETS:
                        text = unquote(text, encoding=charset)
                else:
                    text = unquote_header_value(text).replace('%22', '"')
                if mark[1]:
                    options.pop(key, None)
                    continued[key] = continued.get(key, '') + text
                    charsets[key] = charset or charsets.get(key)
                else:
                    continued.pop(key, None)
                    options[key] = text
        if not (found := re.compile(';[ \t]*').search(rest, pos)):
            break
        pos = found.end()
    return value, {**options, **continued}


def parse_accept_header(value, cls=None):
    cls = ds.Accept if cls is None else cls
    if not value:
        return cls(None)
    found = []
    for item in parse_list_header(value):
        item, options = parse_options_header(item)
        quality = options.pop('q', None)
        if quality is not None:
            quality = quality.strip(' \t')
            if not re.fullmatch(r'-?\d+(\.\d+)?', quality, re.A) or not 0 <= float(quality) <= 1:
                continue
        found.append((dump_options_header(item, options) if options else item, 1 if quality is None else float(quality)))
    return cls(found)


def parse_cache_control_header(value, on_update=None, cls=None):
    cls = ds.RequestCacheControl if cls is None else cls
    return cls(parse_dict_header(value) if value else (), on_update)


def parse_csp_header(value, on_update=None, cls=None):
    cls = ds.ContentSecurityPolicy if cls is None else cls
    pairs = (each.strip(' \t').partition(' ') for each in (value or '').split(';'))
    return cls([(key, rest.strip(' \t')) for key, space, rest in pairs if space], on_update)


def parse_set_header(value, on_update=None):
    return ds.HeaderSet(parse_list_header(value) if value else None, on_update)


def parse_if_range_header(value):
    if not value:
        return ds.IfRange()
    found = parse_date(value)
    return ds.IfRange(unquote_etag(value)[0]) if found is None else ds.IfRange(date=found)


def parse_range_header(value, make_inclusive=True):
    if not value or '=' not in value:
        return None
    ranges, last = [], 0
    units, _, rest = value.partition('=')
    try:
        for item in rest.split(','):
            first, dash, end = item.strip(' \t').partition('-')
            if not dash or last < 0:
                return None
            if first:
                begin, end = _plain_int(first), _plain_int(end) + 1 if end.strip(' \t') else None
                if begin < last or end is not None and begin >= end:
                    return None
                last = -1 if end is None else end
            else:
                begin, end, last = _plain_int('-' + end), None, -1
                if begin == 0:
                    return None
            ranges.append((begin, end))
    except ValueError:
        return None
    return ds.Range(units.strip(' \t').lower(), ranges)


def parse_content_range_header(value, on_update=None):
    if value is None:
        return None
    units, _, rest = value.strip(' \t').partition(' ')
    span, slash, length = rest.partition('/')
    try:
        length = None if length == '*' else _plain_int(length)
        start, stop = (None, None) if span == '*' else map(_plain_int, span.split('-', 1))
        stop = None if stop is None else stop + 1
    except ValueError:
        return None
    if slash and is_byte_range_valid(start, stop, length):
        return ds.ContentRange(units, start, stop, length, on_update=on_update)


def is_byte_range_valid(start, stop, length):
    if (start is None) != (stop is None):
        return False
    if start is None:
        return length is None or length >= 0
    return 0 <= start < stop and (length is None or start < length)


def quote_etag(etag, weak=False):
    if '"' in etag:
        raise ValueError('invalid etag')
    return f'W/"{etag}"' if weak else f'"{etag}"'


def unquote_etag(etag):
    if not etag:
        return None, None
    weak = etag[:2] in ('W/', 'w/')
    etag = etag[2:] if weak else etag
    return (etag[1:-1] if etag[:1] == etag[-1:] == '"' else etag), weak


_ETAG = re.compile(r'[ \t]*([Ww]/)?(?:"([^"]*)"|([^" \t,]+))[ \t]*(?:,|\Z)')


def parse_etags(value):
    if not value or value == '*':
        return ds.ETags(star_tag=bool(value))
    found, pos = {True: [], False: []}, 0
    while pos < len(value):
        if each := _ETAG.match(value, pos):
            pos = each.end()
            found[bool(each[1])].append(each[2] or each[3])
        elif not (pos := value.find(',', pos) + 1):
            break
    return ds.ETags(found[False], found[True])


def generate_etag(data):
    from hashlib import sha1
    return sha1(data).hexdigest()


def parse_date(value):
    if value is None:
        return None
    from email.utils import parsedate_to_datetime
    try:
        found = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    return found.replace(tzinfo=timezone.utc) if found.tzinfo is None else found


_DAYS = 'Mon Tue Wed Thu Fri Sat Sun'.split()
_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()


def http_date(timestamp=None):
    """A moment as headers say it."""
    import time
    if isinstance(timestamp, datetime):
        found = _dt_as_utc(timestamp).timetuple()
    elif isinstance(timestamp, date):
        found = timestamp.timetuple()
    else:
        if isinstance(timestamp, time.struct_time):
            timestamp = time.mktime(timestamp)
        found = time.gmtime(timestamp)
    clock = ':'.join(f'{each:02}' for each in found[3:6])
    return f'{_DAYS[found.tm_wday]}, {found.tm_mday:02} {_MONTHS[found.tm_mon - 1]} {found.tm_year:04} {clock} GMT'


def parse_age(value=None):
    try:
        seconds = int(value or '')
        return timedelta(seconds=seconds) if seconds >= 0 else None
    except (ValueError, OverflowError):
        return None


def dump_age(age=None):
    if age is None:
        return None
    age = int(age.total_seconds() if isinstance(age, timedelta) else age)
    if age < 0:
        raise ValueError('age cannot be negative')
    return str(age)


def is_resource_modified(environ, etag=None, data=None, last_modified=None, ignore_if_range=True):
    """Whether what the client has is older."""
    if etag is None and data is not None:
        etag = generate_etag(data)
    elif data is not None:
        raise TypeError('both data and etag given')
    if environ['REQUEST_METHOD'] not in ('GET', 'HEAD'):
        return False
    changed = parse_date(last_modified) if isinstance(last_modified, str) else last_modified
    changed = changed and _dt_as_utc(changed.replace(microsecond=0))
    if_range = None
    if not ignore_if_range and environ.get('HTTP_RANGE') is not None:
        if_range = parse_if_range_header(environ.get('HTTP_IF_RANGE'))
    since = if_range.date if if_range is not None and if_range.date is not None else parse_date(environ.get('HTTP_IF_MODIFIED_SINCE'))
    unmodified = bool(since and changed and changed <= since)
    if etag:
        etag = unquote_etag(etag)[0]
        if if_range is not None and if_range.etag is not None:
            unmodified = parse_etags(if_range.etag).contains(etag)
        else:
            none_match, match = parse_etags(environ.get('HTTP_IF_NONE_MATCH')), parse_etags(environ.get('HTTP_IF_MATCH'))
            if none_match:
                unmodified = none_match.contains_weak(etag)
            if match:
                unmodified = not match.is_strong(etag)
    return not unmodified


def remove_entity_headers(headers, allowed=('expires', 'content-location')):
    kept = {each.lower() for each in allowed}
    headers[:] = [(key, value) for key, value in headers if not is_entity_header(key) or key.lower() in kept]


def remove_hop_by_hop_headers(headers):
    headers[:] = [(key, value) for key, value in headers if not is_hop_by_hop_header(key)]


def is_entity_header(header):
    return header.lower() in _ENTITY


def is_hop_by_hop_header(header):
    return header.lower() in _HOP_BY_HOP


_COOKIE = re.compile(r'''[ \t]*([^ \t=";]+)(?:[ \t]*=[ \t]*("(?:[^\\"]|\\.)*"|[^ \t";]*))?[ \t]*(?:;|\Z)''', re.A)
_SLASHED = re.compile(rb'\\([0-3][0-7]{2}|.)')


def parse_cookie(header, cls=None):
    text = header.get('HTTP_COOKIE') if isinstance(header, dict) else header
    return cookies_of(text and text.encode('latin1').decode(), cls)


def cookies_of(text, cls=None):
    """The cookies in a header's text."""
    cls, found, pos = ds.MultiDict if cls is None else cls, [], 0
    if not text:
        return cls()
    while pos < len(text):
        each = _COOKIE.match(text, pos)
        if each is None:
            pos = text.find(';', pos) + 1
            if not pos:
                break
            continue
        key, value, pos = each[1], each[2] or '', each.end()
        if value[:1] == value[-1:] == '"':
            value = _SLASHED.sub(lambda m: m[1] if len(m[1]) == 1 else bytes([int(m[1], 8)]), value[1:-1].encode()).decode(errors='replace')
        found.append((key, value))
    return cls(found)


_PLAIN_COOKIE = re.compile(r"[\w!#$%&'()*+\-./:<=>?@\[\]^`{|}~]*", re.A)


def _slashed(found):
    return b'\\' + found[0] if found[0] in b'"\\' else b'\\%03o' % found[0][0]


def dump_cookie(key, value='', max_age=None, expires=None, path='/', domain=None, secure=False, httponly=False, sync_expires=True, max_size=4093,
                samesite=None, partitioned=False):
    """The header that sets a cookie."""
    import time
    path = None if path is None else quote(path, safe="%!$&'()*+,/:=@")
    domain = domain and domain.partition(':')[0].lstrip('.').encode('idna').decode('ascii')
    max_age = int(max_age.total_seconds()) if isinstance(max_age, timedelta) else max_age
    if expires is not None:
        expires = expires if isinstance(expires, str) else http_date(expires)
    elif max_age is not None and sync_expires:
        expires = http_date(time.time() + max_age)
    if samesite is not None:
        samesite = samesite.title()
        if samesite not in ('Strict', 'Lax', 'None'):
            raise ValueError("SameSite must be 'Strict', 'Lax', or 'None'.")
    if not _PLAIN_COOKIE.fullmatch(value):
        value = '"' + re.sub(rb'[\x00-\x19",;\\\x7f-\xff]', _slashed, value.encode()).decode('ascii') + '"'
    text = f"{key.encode().decode('latin1')}={value}"
    for name, each in (('Domain', domain), ('Expires', expires), ('Max-Age', max_age), ('Secure', secure or partitioned), ('HttpOnly', httponly),
                       ('Path', path), ('SameSite', samesite), ('Partitioned', partitioned)):
        if each is not None and each is not False:
            text += f'; {name}' if each is True else f'; {name}={each}'
    if max_size and len(text) > max_size:
        import warnings
        warnings.warn(f"The '{key}' cookie is too large: the value was {len(value)} bytes but the header required {len(text) - len(value)} extra "
                      f"bytes. "
                      f'The final size was {len(text)} bytes but the limit is {max_size} bytes. Browsers may silently ignore cookies larger than '
                      f'this.',
                      stacklevel=2)
    return text
