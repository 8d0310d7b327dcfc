"""URLs that know their parts."""
from urllib.parse import parse_qsl as _parse_qsl, quote as _quote, quote_plus as _quote_plus, unquote as _unquote
from urllib.parse import urljoin as _urljoin, urlsplit as _urlsplit, urlunsplit as _urlunsplit
from multidict import MultiDict as _MultiDict, MultiDictProxy as _MultiDictProxy

__all__ = ['URL']
_PORTS = {'http': 80, 'https': 443, 'ws': 80, 'wss': 443, 'ftp': 21}
_PATH = "/@:!$&'()*+,;=~%"
_QUERY = "/?@:!$'()*,;=~%&+"


def _dots(path):
    """A path without `.` and `..`."""
    kept = []
    segments = path.split('/')
    for segment in segments:
        if segment == '..':
            if kept[1:]:
                kept.pop()
        elif segment != '.':
            kept.append(segment)
    if segments[-1] in ('.', '..'):
        kept.append('')
    return '/'.join(kept)


def _value(value):
    if isinstance(value, str):
        return value
    if isinstance(value, float) and (value != value or value in (float('inf'), float('-inf'))):
        raise ValueError('float(\'inf\') is not supported' if value == value else "float('nan') is not supported")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise TypeError('Invalid variable type: value should be str, int or float, '
                    f'got {value!r} of type {type(value)}')


def _query(query):
    """The text of a query given as text, a mapping or pairs."""
    if query is None:
        return ''
    if isinstance(query, str):
        return _quote(query.replace(' ', '+'), _QUERY + '=')
    if hasattr(query, 'items'):
        pairs = []
        for name, value in query.items():
            if isinstance(value, (list, tuple)):
                pairs += [(name, each) for each in value]
            else:
                pairs.append((name, value))
    elif isinstance(query, (bytes, bytearray, memoryview)) or not hasattr(query, '__iter__'):
        raise TypeError('Invalid query type: only str, mapping or sequence of (key, value) pairs is allowed')
    else:
        pairs = list(query)
    return '&'.join(f"{_quote_plus(str(name), '/?:@!$()*,~' + chr(39))}="
                    f"{_quote_plus(_value(value), '/?:@!$()*,~' + chr(39))}" for name, value in pairs)


class URL:
    """A URL; it does not change."""
    __slots__ = ('_val',)

    def __new__(cls, val='', *, encoded=False):
        if type(val) is cls:
            return val
        if not isinstance(val, str):
            raise TypeError('Constructor parameter should be str')
        parts = _urlsplit(val)
        netloc, path = parts.netloc, parts.path
        if netloc:
            user, at, host = netloc.rpartition('@')
            if not parts.hostname:
                raise ValueError('Invalid URL: host is required for absolute urls')
            parts.port
            host = host.lower()
            default = _PORTS.get(parts.scheme)
            if default and host.endswith(f':{default}'):
                host = host[:-len(str(default)) - 1]
            netloc = user + at + host
            path = _dots(path) if '/.' in path else path
        if not encoded:
            path = _quote(path, _PATH)
        query = parts.query if encoded else _query(parts.query)
        fragment = parts.fragment if encoded else _quote(parts.fragment, _QUERY)
        return cls._of(parts._replace(netloc=netloc, path=path, query=query, fragment=fragment))

    @classmethod
    def _of(cls, parts):
        self = object.__new__(cls)
        object.__setattr__(self, '_val', parts)
        return self

    def _with(self, **parts):
        return self._of(self._val._replace(**parts))

    @classmethod
    def build(cls, *, scheme='', authority='', user=None, password=None, host='', port=None, path='', query=None,
              query_string='', fragment='', encoded=False):
        if not authority and host:
            login = f"{user or ''}{':' + password if password is not None else ''}@" if user or password else ''
            authority = f'{login}{host}{"" if port is None else f":{port}"}'
        text = _urlunsplit((scheme, authority, path, '', fragment))
        url = cls(text, encoded=encoded)
        return url._with(query=_query(query) if query else _query(query_string)) if query or query_string else url

    scheme = property(lambda self: self._val.scheme)
    raw_host = host_subcomponent = property(lambda self: self._val.hostname)
    host = property(lambda self: self._val.hostname)
    explicit_port = property(lambda self: self._val.port)
    port = property(lambda self: self._val.port or _PORTS.get(self._val.scheme))
    user = property(lambda self: self._val.username)
    password = property(lambda self: self._val.password)
    raw_user, raw_password = user, password
    authority = raw_authority = property(lambda self: self._val.netloc)
    raw_path = property(lambda self: self._val.path or ('/' if self._val.netloc else ''))
    path = property(lambda self: _unquote(self.raw_path))
    raw_query_string = property(lambda self: self._val.query)
    query_string = property(lambda self: _unquote(self._val.query.replace('+', ' ')))
    raw_fragment = property(lambda self: self._val.fragment)
    fragment = property(lambda self: _unquote(self._val.fragment))
    absolute = property(lambda self: bool(self._val.netloc))

    @property
    def query(self):
        return _MultiDictProxy(_MultiDict(_parse_qsl(self._val.query, keep_blank_values=True)))

    @property
    def raw_path_qs(self):
        return f'{self.raw_path}?{self.raw_query_string}' if self._val.query else self.raw_path

    @property
    def path_qs(self):
        return f'{self.path}?{self.query_string}' if self._val.query else self.path

    @property
    def raw_parts(self):
        path = self._val.path
        if self.absolute or path[:1] == '/':
            return ('/', *path[1:].split('/')) if path else ('/',)
        return tuple(path.split('/'))

    parts = property(lambda self: tuple(map(_unquote, self.raw_parts)))

    @property
    def raw_name(self):
        parts = self.raw_parts
        return ('' if len(parts) < 2 else parts[-1]) if self.absolute else parts[-1]

    name = property(lambda self: _unquote(self.raw_name))

    @property
    def suffix(self):
        name = self.name
        at = name.rfind('.')
        return name[at:] if 0 < at < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        return () if name.endswith('.') else tuple('.' + each for each in name.lstrip('.').split('.')[1:])

    @property
    def parent(self):
        path = self._val.path
        if path in ('', '/'):
            return self._with(query='', fragment='')
        return self._with(path=path.rpartition('/')[0] or ('/' if self.absolute else ''), query='', fragment='')

    def is_absolute(self):
        return self.absolute

    def is_default_port(self):
        return self.absolute and self.port == _PORTS.get(self.scheme)

    def origin(self):
        if not self.absolute:
            raise ValueError('URL should be absolute')
        return self._with(netloc=self._val.netloc.rpartition('@')[2], path='', query='', fragment='')

    def relative(self):
        if not self.absolute:
            raise ValueError('URL should be absolute')
        return self._with(scheme='', netloc='')

    def _netloc(self, **new):
        of = {'user': self.user, 'password': self.password, 'host': self.host, 'port': self.explicit_port, **new}
        if not self.absolute:
            raise ValueError('host replacement is not allowed for relative URLs')
        return self._with(netloc=URL.build(scheme=self.scheme, **of)._val.netloc)

    def with_scheme(self, scheme):
        return self._with(scheme=scheme.lower())

    def with_user(self, user):
        return self._netloc(user=user, password=None if user is None else self.password)

    def with_password(self, password):
        return self._netloc(password=password)

    def with_host(self, host):
        return self._netloc(host=host)

    def with_port(self, port):
        return self._netloc(port=port)

    def with_path(self, path, *, encoded=False):
        path = path if encoded else _quote(path, _PATH)
        return self._with(path='/' + path if path and path[0] != '/' and self.absolute else path, query='', fragment='')

    def with_query(self, *args, **kwargs):
        return self._with(query=_query(args[0] if args else kwargs))

    def extend_query(self, *args, **kwargs):
        new = _query(args[0] if args else kwargs)
        return self._with(query=f'{self._val.query}&{new}' if new and self._val.query else new or self._val.query)

    def update_query(self, *args, **kwargs):
        query = self.query.copy()
        query.update(_parse_qsl(_query(args[0] if args else kwargs), keep_blank_values=True))
        return self._with(query=_query(query))

    def without_query_params(self, *names):
        return self._with(query=_query(_MultiDict((k, v) for k, v in self.query.items() if k not in names)))

    def __mod__(self, query):
        return self.update_query(query)

    def with_fragment(self, fragment):
        return self._with(fragment='' if fragment is None else _quote(fragment, _QUERY))

    def with_name(self, name):
        return self._with(path=self._val.path.rpartition('/')[0] + '/' + _quote(name, _PATH), query='', fragment='')

    def with_suffix(self, suffix):
        name = self.raw_name
        return self.with_name((name[:-len(self.suffix)] if self.suffix else name) + suffix)

    def joinpath(self, *others, encoded=False):
        path = self._val.path.rstrip('/')
        for other in others:
            if other.startswith('/'):
                raise ValueError(f"Appending path {other!r} starting from slash is forbidden")
            path += '/' + (other if encoded else _quote(other, _PATH))
        return self._with(path=_dots(path), query='', fragment='')

    def __truediv__(self, name):
        return self.joinpath(str(name))

    def join(self, url):
        if not isinstance(url, URL):
            raise TypeError('url should be URL')
        return URL(_urljoin(str(self), str(url)), encoded=True)

    def human_repr(self):
        return _urlunsplit((self.scheme, self._val.netloc, self.path, self.query_string, self.fragment))

    def __str__(self):
        parts = self._val
        return _urlunsplit(parts._replace(path=self.raw_path) if parts.query or parts.fragment else parts)

    @property
    def _key(self):
        return self._val._replace(path=self.raw_path)

    def __repr__(self):
        return f"URL('{self}')"

    def __eq__(self, other):
        return self._key == other._key if type(other) is URL else NotImplemented

    def __hash__(self):
        return hash(self._key)

    def __lt__(self, other):
        return self._key < other._key if type(other) is URL else NotImplemented

    def __le__(self, other):
        return self._key <= other._key if type(other) is URL else NotImplemented

    def __bool__(self):
        return bool(self._val.netloc or self._val.path or self._val.query or self._val.fragment)

    def __setattr__(self, name, value):
        raise AttributeError(f"'URL' object attribute {name!r} is read-only" if name in dir(self) else
                             f"'URL' object has no attribute {name!r}")
