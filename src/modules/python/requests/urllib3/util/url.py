"""URLs in parts, in the form that they are sent in."""
import re as _re
from collections import namedtuple as _namedtuple
from urllib.parse import quote as _quote

from urllib3.exceptions import LocationParseError

_PARTS = _re.compile(r'(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?://([^\\/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?', _re.DOTALL)
_PLACE = _re.compile(r'((?:[^\[\]%:/?#]|%[a-fA-F0-9]{2})*|\[[^\[\]]*\])(?::0*?(|0|[1-9][0-9]{0,4}))?', _re.DOTALL)
_NUMBERS = _re.compile(r'(0[xX][0-9a-fA-F]+|[0-9]+)(\.(0[xX][0-9a-fA-F]+|[0-9]+)){0,3}')
_OF_USERS = "!$&'()*+,;=:"
_OF_PATHS = _OF_USERS + '@/'
_OF_QUERIES = _OF_PATHS + '?'


class Url(_namedtuple('Url', 'scheme auth host port path query fragment')):
    """A URL in parts; None for what it does not have."""

    def __new__(cls, scheme=None, auth=None, host=None, port=None, path=None, query=None, fragment=None):
        path = '/' + path if path and path[0] != '/' else path
        return super().__new__(cls, scheme and scheme.lower(), auth, host, port, path, query, fragment)

    hostname = property(lambda self: self.host)

    @property
    def request_uri(self):
        return (self.path or '/') + _after('?', self.query)

    @property
    def netloc(self):
        return None if self.host is None else self.host + _after(':', self.port)

    @property
    def authority(self):
        known = self.host is not None and self.auth is not None
        return f'{self.auth}@{self.netloc}' if known else self.netloc

    @property
    def url(self):
        before = ('' if part is None else f'{part}{sign}' for part, sign in ((self.scheme, '://'), (self.auth, '@')))
        after = map(_after, ('', ':', '', '?', '#'), self[2:])
        return ''.join([*before, *after])

    def __str__(self):
        return self.url


def _after(sign, part):
    return '' if part is None else f'{sign}{part}'


def parse_url(url):
    """The parts of a URL; where no scheme is named, a host comes first."""
    if not url:
        return Url()
    rooted = _re.match('[a-zA-Z][a-zA-Z0-9+-]*:|/', url)
    scheme, place, path, query, fragment = _PARTS.fullmatch(url if rooted else '//' + url).groups()
    scheme = scheme and scheme.lower()
    of_web = scheme in (None, 'http', 'https')
    auth, host, port = _placed(place, url if rooted else '//' + url) if place else (None, None, None)
    if of_web:
        auth, host = auth and _quoted(auth, _OF_USERS), host and _host(host)
        path, query, fragment = (part and _quoted(part, safe) for part, safe in (
            (_without_dots(path), _OF_PATHS), (query, _OF_QUERIES), (fragment, _OF_QUERIES)))
    return Url(scheme, auth, host, port, path or (None if query is fragment is None else ''), query, fragment)


def _placed(place, url):
    auth, _, where = place.rpartition('@')
    match = _PLACE.fullmatch(where)
    if match is None or where[:1] == '[' and not _is_ipv6(match[1][1:-1]):
        raise LocationParseError(f'{where!r} is not a valid host or port')
    port = int(match[2]) if match[2] else None
    if port is not None and port > 65535:
        raise LocationParseError(url)
    return auth or None, match[1], port


def _is_ipv6(address):
    from ipaddress import AddressValueError, IPv6Address
    try:
        IPv6Address(address.replace('%25', '%', 1))
    except AddressValueError:
        return False
    return True


def _host(host):
    if host[0] == '[':
        address, percent, zone = host[1:-1].partition('%')
        zone = zone[2:] if zone.startswith('25') and zone != '25' else zone
        return f'[{address.lower()}{percent}{_quoted(zone, "")}]'
    if _NUMBERS.fullmatch(host):
        return host
    labels = (label.lower() if label.isascii() else label.lower().encode('idna').decode() for label in host.split('.'))
    return _re.sub('%..', lambda escape: escape[0].upper(), '.'.join(labels))


def _quoted(text, safe):
    """What has escapes alone for its percent signs keeps them."""
    text, escapes = _re.subn('%[a-fA-F0-9]{2}', lambda escape: escape[0].upper(), text)
    return _quote(text, safe + '%' if escapes == text.count('%') else safe, errors='surrogatepass')


def _without_dots(path):
    kept = []
    for part in path.split('/'):
        if part == '..':
            del kept[-1:]
        elif part != '.':
            kept.append(part)
    if path[:1] == '/' and kept[:1] != ['']:
        kept = ['', *kept]
    _, slash, last = path.rpartition('/')
    return '/'.join([*kept, ''] if slash and last in ('.', '..') else kept)
