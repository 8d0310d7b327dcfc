"""Where a database is: the parts of its URL."""
import re
from urllib.parse import parse_qsl, quote, quote_plus, unquote
from sqlalchemy import exc
from sqlalchemy.sql.base import immutabledict

_PATTERN = re.compile(r'''(?P<name>[\w\+]+)://(?:(?P<username>[^:/]*)(?::(?P<password>[^@]*))?@)?
(?:(?:\[(?P<ipv6host>[^/\?]+)\]|(?P<ipv4host>[^/:\?]+))?(?::(?P<port>[^/\?]*))?)?(?:/(?P<database>[^\?]*))?(?:\?(?P<query>.*))?''', re.X)


class URL(tuple):
    __slots__ = ()
    _fields = 'drivername', 'username', 'password', 'host', 'port', 'database', 'query'
    drivername, username, password, host, port, database, query = (property(lambda self, n=n: self[n]) for n in range(7))

    @classmethod
    def create(cls, drivername, username=None, password=None, host=None, port=None, database=None, query={}):
        if not isinstance(drivername, str):
            raise TypeError('drivername must be a string')
        if port is not None:
            try:
                port = int(port)
            except ValueError:
                raise TypeError('Port argument must be an integer or None')
        return tuple.__new__(cls, (drivername, username, password, host, port, database, immutabledict(query)))

    def __new__(cls, *args, **kw):
        return cls.create(*args, **kw)

    def set(self, **kw):
        return URL.create(**{**dict(zip(self._fields, self)), **kw})

    _replace = set

    def update_query_dict(self, query_parameters, append=False):
        return self.set(query={**self.query, **query_parameters})

    def difference_update_query(self, names):
        return self.set(query={k: v for k, v in self.query.items() if k not in names})

    def render_as_string(self, hide_password=True):
        text = self.drivername + '://'
        if self.username is not None:
            text += quote(self.username, safe=' +')
            if self.password is not None:
                text += ':' + ('***' if hide_password else quote(str(self.password), safe=' +'))
            text += '@'
        if self.host is not None:
            text += f'[{self.host}]' if ':' in self.host else self.host
        if self.port is not None:
            text += f':{self.port}'
        if self.database is not None:
            text += '/' + self.database
        if self.query:
            items = [(k, v) for k, values in sorted(self.query.items()) for v in ([values] if isinstance(values, str) else values)]
            text += '?' + '&'.join(f'{quote_plus(k)}={quote_plus(v)}' for k, v in items)
        return text

    def __repr__(self):
        return self.render_as_string()

    __str__ = __repr__

    def get_backend_name(self):
        return self.drivername.split('+')[0]

    def get_driver_name(self):
        return self.drivername.split('+')[1] if '+' in self.drivername else self.get_dialect().driver

    def get_dialect(self):
        from sqlalchemy.engine.create import dialect_of
        return dialect_of(self)

    def translate_connect_args(self, names=None, **kw):
        return {kw.get(name, name): getattr(self, name) for name in ('host', 'database', 'username', 'password', 'port') if getattr(self, name) is not None}


def make_url(name_or_url):
    if isinstance(name_or_url, URL):
        return name_or_url
    if not isinstance(name_or_url, str):
        raise exc.ArgumentError(f'Expected string or URL object, got {name_or_url!r}')
    match = _PATTERN.match(name_or_url)
    if not match:
        raise exc.ArgumentError(f'Could not parse SQLAlchemy URL from given URL string')
    parts = match.groupdict()
    query = {}
    for key, value in parse_qsl(parts['query'] or ''):
        query[key] = (*([query[key]] if isinstance(query[key], str) else query[key]), value) if key in query else value
    port = parts['port']
    if port:
        port = int(port)
    return URL.create(parts['name'], unquote(parts['username']) if parts['username'] is not None else None,
                      unquote(parts['password']) if parts['password'] is not None else None, parts['ipv4host'] or parts['ipv6host'], port or None,
                      parts['database'] if parts['database'] is not None else None, query)
