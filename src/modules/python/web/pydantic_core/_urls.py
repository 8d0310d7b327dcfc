"""Addresses as WHATWG's URL standard reads them."""
import ipaddress
from urllib.parse import quote, unquote

from ._errors import Line, ValidationError, fail
from ._scalars import listed

PORTS = {'http': 80, 'https': 443, 'ws': 80, 'wss': 443, 'ftp': 21}


class _Bad(Exception):
    pass


def _host(text, special):
    if text.startswith('['):
        if not text.endswith(']'):
            raise _Bad('invalid IPv6 address')
        try:
            return f'[{ipaddress.IPv6Address(text[1:-1])}]'
        except ValueError:
            raise _Bad('invalid IPv6 address') from None
    if not special:
        if any(c in ' #/<>?@[\\]^|' for c in text):
            raise _Bad('invalid domain character')
        return quote(text, safe="!$&'()*+,;=:%~._-")
    text = unquote(text).lower()
    if any(c in ' #/:<>?@[\\]^|%"`{}' and c not in '"`{}' or ord(c) < 33 for c in text):
        raise _Bad('invalid international domain name')
    if not text.isascii():
        try:
            text = text.encode('idna').decode()
        except (UnicodeError, LookupError):
            raise _Bad('invalid international domain name') from None
    last = text.rstrip('.').rpartition('.')[2]
    if last.isdigit():
        parts = text.rstrip('.').split('.')
        try:
            numbers = [int(p) for p in parts]
            if len(numbers) > 4 or any(n > 255 for n in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(numbers)):
                raise ValueError
        except ValueError:
            raise _Bad('invalid IPv4 address') from None
        value = numbers[-1] + sum(n << 8 * (3 - i) for i, n in enumerate(numbers[:-1]))
        return str(ipaddress.IPv4Address(value))
    return text


def _parts(text, several=False):
    """scheme, [(user, password, host, port)], path, query, fragment."""
    text = text.strip('\x00\x01\t\n\r\x0b\x0c\x1f ').replace('\t', '').replace('\n', '').replace('\r', '')
    if not text:
        raise _Bad('input is empty')
    scheme, colon, rest = text.partition(':')
    if not colon or not scheme[:1].isalpha() or not all(c.isalnum() and c.isascii() or c in '+-.' for c in scheme):
        raise _Bad('relative URL without a base')
    scheme = scheme.lower()
    special = scheme in PORTS or scheme == 'file'
    rest, mark, fragment = rest.partition('#')
    fragment = quote(fragment, safe="!$%&'()*+,/:;=?@[]\\^{|}~#_.-") if mark else None
    rest, mark, query = rest.partition('?')
    query = quote(query, safe="!$%&()*+,/:;=?@[]\\^`{|}~_.-" + ('' if special else "'")) if mark else None
    hosts, path = [], rest
    if special:
        rest = rest.replace('\\', '/')
        if scheme == 'file':
            if not rest.startswith('//'):
                rest = '//' + (rest if rest.startswith('/') else '/' + rest)
        else:
            rest = '//' + rest.lstrip('/')
    if rest.startswith('//'):
        authority, slash, path = rest[2:].partition('/')
        path = slash + path
        login, at, places = authority.rpartition('@')
        for n, place in enumerate(places.split(',') if several else [places]):
            user = password = None
            own = login if n == 0 else ''
            if several and '@' in place:
                own, _, place = place.rpartition('@')
            if own:
                user, mark, password = own.partition(':')
                user, password = quote(user, safe="!$%&'()*+,~_.-"), quote(password, safe="!$%&'()*+,~_.-") if mark else None
            host, port = place, None
            if not place.endswith(']') and ':' in place:
                host, _, port = place.rpartition(':')
                if port == '':
                    port = None
                elif not port.isdigit() or int(port) > 65535:
                    raise _Bad('invalid port number')
                else:
                    port = int(port)
            if not host:
                if special and scheme != 'file':
                    raise _Bad('empty host')
                hosts.append((user, password, None, port))
                continue
            hosts.append((user, password, _host(host, special), None if port == PORTS.get(scheme) else port))
        path = _normal(path, special)
        if special and not path:
            path = '/'
    elif rest.startswith('/'):
        path = _normal(rest, special)
    else:
        path = quote(rest, safe="!$%&'()*+,/:;=@[]\\^`{|}~\" _.-")
    return scheme, hosts, path, query, fragment


def _normal(path, special):
    if special:
        path = path.replace('\\', '/')
    out = []
    pieces = path.split('/')
    for n, piece in enumerate(pieces):
        low = piece.lower().replace('%2e', '.')
        if low == '..':
            if len(out) > 1:
                out.pop()
            if n == len(pieces) - 1:
                out.append('')
        elif low == '.':
            if n == len(pieces) - 1:
                out.append('')
        else:
            out.append(quote(piece, safe="!$%&'()*+,:;=@[]|~_.-\\^" if not special else "!$%&'()*+,:;=@[]|~_.-"))
    return '/'.join(out)


class _Base:
    def __init__(self, url):
        if isinstance(url, _Base):
            url = str(url)
        lines = None
        try:
            self._read(url)
        except _Bad as bad:
            lines = [Line('url_parsing', url, {'error': str(bad)})]
        if lines:
            raise ValidationError._of('URL', lines)

    def _read(self, url):
        self._scheme, self._hosts, self._path, self._query, self._fragment = _parts(url, isinstance(self, MultiHostUrl))

    @property
    def scheme(self):
        return self._scheme

    @property
    def path(self):
        return self._path or None

    @property
    def query(self):
        return self._query

    @property
    def fragment(self):
        return self._fragment

    def query_params(self):
        from urllib.parse import parse_qsl
        return parse_qsl(self._query or '', keep_blank_values=True)

    def unicode_string(self):
        return self._text(True)

    def __str__(self):
        return self._text(False)

    def _text(self, shown):
        places = []
        for user, password, host, port in self._hosts:
            login = f"{user or ''}{f':{password}' if password is not None else ''}@" if user is not None or password is not None else ''
            if shown and host and 'xn--' in host:
                host = host.encode().decode('idna')
            places.append(f"{login}{host or ''}{f':{port}' if port is not None else ''}")
        text = f"{self._scheme}:{'//' if self._hosts else ''}{','.join(places)}{self._path}"
        if self._query is not None:
            text += f'?{self._query}'
        return text if self._fragment is None else f'{text}#{self._fragment}'

    def __eq__(self, other):
        return type(self) is type(other) and str(self) == str(other)

    def __lt__(self, other):
        return str(self) < str(other)

    def __le__(self, other):
        return str(self) <= str(other)

    def __gt__(self, other):
        return str(self) > str(other)

    def __ge__(self, other):
        return str(self) >= str(other)

    def __hash__(self):
        return hash(str(self))

    def __bool__(self):
        return True

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __deepcopy__(self, memo):
        return self


class Url(_Base):
    @property
    def username(self):
        return self._hosts[0][0] or None if self._hosts else None

    @property
    def password(self):
        return self._hosts[0][1] or None if self._hosts else None

    @property
    def host(self):
        return self._hosts[0][2] if self._hosts else None

    @property
    def port(self):
        return (self._hosts[0][3] if self._hosts and self._hosts[0][3] is not None else PORTS.get(self._scheme))

    def unicode_host(self):
        host = self.host
        return host.encode().decode('idna') if host and 'xn--' in host else host

    @classmethod
    def build(cls, *, scheme, username=None, password=None, host, port=None, path=None, query=None, fragment=None):
        login = ''
        if username is not None or password is not None:
            login = f"{quote(username or '', safe='')}{f':{quote(password, safe=str())}' if password is not None else ''}@"
        text = f"{scheme}://{login}{host}{f':{port}' if port is not None else ''}"
        text += '' if path is None else f'/{path}'
        text += '' if query is None else f'?{query}'
        return cls(text + ('' if fragment is None else f'#{fragment}'))


class MultiHostUrl(_Base):
    def hosts(self):
        return [{'username': u, 'password': p, 'host': h, 'port': n if n is not None else PORTS.get(self._scheme)}
                for u, p, h, n in self._hosts]

    @classmethod
    def build(cls, *, scheme, hosts=None, username=None, password=None, host=None, port=None, path=None, query=None, fragment=None):
        places = hosts or [{'username': username, 'password': password, 'host': host, 'port': port}]
        texts = []
        for each in places:
            login, secret = each.get('username'), each.get('password')
            before = f"{quote(login or '', safe='')}{f':{quote(secret, safe=str())}' if secret is not None else ''}@" if login is not None or secret is not None else ''
            texts.append(f"{before}{each.get('host') or ''}{'' if each.get('port') is None else ':%d' % each['port']}")
        text = f"{scheme}://{','.join(texts)}" + ('' if path is None else f'/{path}')
        text += '' if query is None else f'?{query}'
        return cls(text + ('' if fragment is None else f'#{fragment}'))


for _each in (Url, MultiHostUrl):
    _each.__module__ = 'pydantic_core._pydantic_core'


def url_validator(schema, config):
    cls = MultiHostUrl if schema['type'] == 'multi-host-url' else Url
    most, schemes = schema.get('max_length'), schema.get('allowed_schemes')
    empty = schema.get('preserve_empty_path', config.get('url_preserve_empty_path', False))

    def url(value, st):
        text = value
        if isinstance(value, _Base):
            text = str(value)
            st.floor(1)
        elif isinstance(value, bytes):
            text = value.decode()
        elif not isinstance(value, str):
            inner = getattr(value, '_url', None)
            if inner is None:
                fail('url_type', value)
            text = str(inner)
        else:
            st.floor(0)
        if most is not None and len(text) > most:
            fail('url_too_long', value, max_length=most)
        made = cls.__new__(cls)
        try:
            made._read(text)
        except _Bad as bad:
            fail('url_parsing', value, error=str(bad))
        if schemes is not None and made._scheme not in schemes:
            fail('url_scheme', value, expected_schemes=listed(schemes))
        host, port, path = schema.get('default_host'), schema.get('default_port'), schema.get('default_path')
        if not made._hosts or made._hosts[0][2] is None:
            if host is not None:
                user, password, _, given = made._hosts[0] if made._hosts else (None,) * 4
                made._hosts = [(user, password, host, given)]
            elif schema.get('host_required'):
                fail('url_parsing', value, error='empty host')
        if port is not None:
            made._hosts = [(u, p, h, port if n is None else n) for u, p, h, n in made._hosts]
        if path is not None and made._path in ('', '/'):
            made._path = path
        return made

    return url
