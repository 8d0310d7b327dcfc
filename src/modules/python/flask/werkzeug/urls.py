"""Addresses as they are written and as they are sent."""
import re
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit, urlunsplit

from werkzeug.datastructures import iter_multi_items

_UNSAFE = ''.join(map(chr, (*range(33), 37, 127)))


def _unquoted(text, kept):
    """Text without quoting, but for characters that mean something where they stand."""
    codes = '|'.join(f'{ord(each):02X}' for each in _UNSAFE + kept)
    parts = re.split(f'((?:%(?:{codes}))+)', text, flags=re.I)
    return ''.join(part if at % 2 else _decoded(unquote_to_bytes(part)) for at, part in enumerate(parts))


def _decoded(data):
    found = ''
    while data:
        try:
            return found + data.decode()
        except UnicodeDecodeError as e:
            found += data[:e.start].decode() + quote(data[e.start:e.end], safe='')
            data = data[e.end:]
    return found


def _address(parts, host, auth):
    netloc = f'[{host}]' if ':' in host else host
    if parts.port is not None:
        netloc += f':{parts.port}'
    if parts.username is not None:
        netloc = auth(parts.username) + ('' if parts.password is None else f':{auth(parts.password)}') + '@' + netloc
    return netloc


def _idna(host):
    try:
        return host.encode('ascii').decode('idna')
    except UnicodeError:
        return host


def uri_to_iri(uri):
    parts = urlsplit(uri)
    netloc = _address(parts, _idna(parts.hostname or ''), lambda text: _unquoted(text, ':@/?#'))
    return urlunsplit((parts.scheme, netloc, _unquoted(parts.path, '/?#'), _unquoted(parts.query, '&=+#'), _unquoted(parts.fragment, '')))


def iri_to_uri(iri):
    parts = urlsplit(iri)
    host = parts.hostname.encode('idna').decode('ascii') if parts.hostname else ''
    netloc = _address(parts, host, lambda text: quote(text, safe="%!$&'()*+,;="))
    return urlunsplit((parts.scheme, netloc, quote(parts.path, safe="%!$&'()*+,/:;=@"), quote(parts.query, safe="%!$&'()*+,/:;=?@"),
                       quote(parts.fragment, safe="%!#$&'()*+,/:;=?@")))


def query_pairs(text):
    """The fields of a query; bytes that are no text stay quoted."""
    pairs = parse_qsl(text, keep_blank_values=True, errors='surrogateescape')
    return [tuple(re.sub('[\udc80-\udcff]', lambda found: f'%{ord(found[0]) - 0xdc00:02X}', each) for each in pair) for pair in pairs]


def _urlencode(query):
    return urlencode([pair for pair in iter_multi_items(query) if pair[1] is not None], safe="!$'()*,/:;?@")
