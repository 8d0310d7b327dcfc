"""The parts of a URL: how a text is taken apart and put together, and what a host may be."""
import re as _re
from functools import lru_cache as _lru_cache
from urllib.parse import uses_netloc as _uses_netloc

from yarl import _quoting

PORTS = {'http': 80, 'https': 443, 'ws': 80, 'wss': 443, 'ftp': 21}
_SCHEME = _re.compile(r'([A-Za-z][A-Za-z0-9+.\-]*):')
_COLON = _re.compile(r'([A-Za-z0-9+.\-]+):')
_NO_NAME = _re.compile(r"[^a-z0-9\-._~!$&'()*+,;=%]|%(?![0-9a-f]{2})")
# Characters that nobody sees, which a host's ASCII form would lack.
_UNSEEN = _re.compile('[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u1806\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f'
                      '\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a'
                      '\U000e0000-\U000e0fff]')
# An address that is written as it is shown.
_PLAIN_ADDRESS = _re.compile(r'((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}', _re.ASCII)
_CONTROL = ''.join(map(chr, range(33)))


def split(text):
    """Scheme, authority, path, query and fragment of a text."""
    text = text.lstrip(_CONTROL)
    if '\t' in text or '\r' in text or '\n' in text:
        text = text.replace('\t', '').replace('\r', '').replace('\n', '')
    scheme = authority = ''
    if found := _SCHEME.match(text):
        scheme, text = found[1].lower(), text[found.end():]
    text, _, fragment = text.partition('#')
    text, _, query = text.partition('?')
    if text.startswith('//'):
        end = text.find('/', 2)
        authority, text = (text[2:], '') if end < 0 else (text[2:end], text[end:])
        if '\\' in authority:
            raise ValueError("Invalid URL: backslash ('\\') is not allowed in the authority component per RFC 3986.")
        if '[' in authority or ']' in authority:
            _check_brackets(authority)
    if not authority.isascii():
        _check_normal(authority)
    return scheme, authority, text, query, fragment


def _check_brackets(authority):
    host = authority.rpartition('@')[2]
    if host.count('[') != 1 or host.count(']') != 1 or host[0] != '[':
        raise ValueError('Invalid IPv6 URL')
    inside, _, rest = host[1:].partition(']')
    if rest and rest[0] != ':':
        raise ValueError('Invalid IPv6 URL')
    if inside[:1] == 'v':
        if not _re.fullmatch(r'v[a-fA-F0-9]+\..+', inside):
            raise ValueError('IPvFuture address is invalid')
    elif ':' not in inside:
        raise ValueError('The IPv6 content between brackets is not valid')


def _check_normal(authority):
    from unicodedata import normalize
    plain = _re.sub('[@:#?]', '', authority)
    normal = normalize('NFKC', plain)
    if normal != plain and any(char in normal for char in '/?#@:%'):
        raise ValueError(f"netloc '{authority}' contains invalid characters under NFKC normalization")


def split_authority(authority):
    """User, password, host and port of an authority; what is not there is None."""
    user = password = None
    login, at, place = authority.rpartition('@')
    if at:
        user, colon, password = login.partition(':')
        password = password if colon else None
    if place[:1] == '[':
        host, _, port = place[1:].partition(']')
        if '[' in host or ']' in port or port and port[0] != ':':
            raise ValueError('Invalid IPv6 URL')
        port = port[1:]
    else:
        if '[' in place:
            raise ValueError('Invalid IPv6 URL')
        host, _, port = place.partition(':')
    if port:
        try:
            port = int(port)
        except ValueError:
            raise ValueError("Invalid URL: port can't be converted to integer") from None
        if not 0 <= port <= 65535:
            raise ValueError('Port out of range 0-65535')
    return user or None, password, host or None, None if port == '' else port


def authority(user, password, host, port):
    """An authority of parts that are quoted."""
    if host is None:
        return ''
    place = host if port is None else f'{host}:{port}'
    if password is not None:
        return f"{user or ''}:{password}@{place}"
    return f'{user}@{place}' if user else place


def joined(scheme, authority, path, query, fragment):
    """The text of a URL of these parts."""
    if authority or scheme in _uses_netloc and scheme or path[:2] == '//':
        if path and path[0] != '/':
            text = f'{scheme}://{authority}/{path}' if scheme else f'{scheme}:{path}'
        else:
            text = f'{scheme}://{authority}{path}' if scheme else f'//{authority}{path}'
    else:
        text = f'{scheme}:{path}' if scheme else path
    if query:
        text = f'{text}?{query}'
    return f'{text}#{fragment}' if fragment else text


def without_scheme(path):
    """A path that nobody takes for one behind a scheme."""
    found = _COLON.match(path)
    return f'{found[1]}%3A{path[found.end():]}' if found else path


def without_dots(segments):
    """Segments of a path after each `.` and `..` has had its effect."""
    kept = []
    for segment in segments:
        if segment == '..':
            if kept:
                kept.pop()
        elif segment != '.':
            kept.append(segment)
    if segments and segments[-1] in ('.', '..'):
        kept.append('')
    return kept


def normal(path):
    root = '/' if path[:1] == '/' else ''
    return root + '/'.join(without_dots(path[len(root):].split('/')))


def idna_encode(host):
    return host.encode('idna').decode('ascii')


@_lru_cache(256)
def idna_decode(host):
    try:
        return host.encode('ascii').decode('idna')
    except UnicodeError:
        return host


@_lru_cache(512)
def encode_host(host, checks):
    """A host as it goes into a URL; `checks` says whether it may have only what a name has."""
    if _PLAIN_ADDRESS.fullmatch(host):
        return host
    if host and (host[-1].isdigit() or ':' in host):
        from ipaddress import ip_address
        address, sep, zone = host.partition('%25' if '%25' in host else '%')
        try:
            found = ip_address(address)
        except ValueError:
            pass
        else:
            if sep and checks and (not zone or _re.search('[\0-\x1f\x7f]', zone)):
                raise ValueError('Invalid characters in zone identifier')
            text = f'{found.compressed}{sep}{zone}'
            return f'[{text}]' if found.version == 6 else text
    if host.isascii():
        host = host.lower()
        if checks and (wrong := _NO_NAME.search(host)):
            place = wrong[0] == '@' or wrong[0] == ':' and '@' in host[wrong.start():]
            advice = ", if the value includes a username or password, use 'authority' instead of 'host'" if place else ''
            raise ValueError(f'Host {host!r} cannot contain {wrong[0]!r} (at position {wrong.start()}){advice}')
        return host
    if wrong := _UNSEEN.search(host):
        raise ValueError(f'Host {host!r} cannot contain {wrong[0]!r} (at position {wrong.start()})')
    encoded = idna_encode(host)
    if checks and (wrong := _NO_NAME.search(encoded)):
        raise ValueError(f'Host {host!r} cannot contain {wrong[0]!r} after IDNA normalization to {encoded!r}')
    return encoded


def query_to_pairs(query_string, *, max_fields=None, encoding='utf-8'):
    """Names and values of a query, unquoted."""
    fields = query_string.split('&') if query_string else []
    if fields and max_fields is not None and len(fields) > max_fields:
        raise ValueError('Max number of fields exceeded')
    if encoding.lower().replace('_', '-') not in ('utf-8', 'utf8'):
        from urllib.parse import parse_qsl
        return parse_qsl(query_string, keep_blank_values=True, encoding=encoding)
    pairs = [each.partition('=') for each in fields if each]
    return [(_quoting.unquoted_pair(name), _quoting.unquoted_pair(value)) for name, _, value in pairs]
