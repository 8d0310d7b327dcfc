"""URLs, headers, queries, forms and state."""
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from operator import itemgetter as _itemgetter
from typing import NamedTuple as _NamedTuple
from urllib.parse import SplitResult as _SplitResult, parse_qsl as _parse_qsl, urlencode as _urlencode
from urllib.parse import urlsplit as _urlsplit

from starlette._utils import parse_host_header as _parse_host_header
from starlette.concurrency import run_in_threadpool as _run_in_threadpool


class Address(_NamedTuple):
    host: str
    port: int


_PORTS = {'http': 80, 'https': 443, 'ws': 80, 'wss': 443}


def _url_of(scope):
    scheme, query = scope.get('scheme', 'http'), scope.get('query_string', b'').decode()
    path = scope['path'].replace('?', '%3F').replace('#', '%23').replace('\\', '%5C')
    header = next((value.decode('latin-1') for name, value in scope['headers'] if name == b'host'), None)
    host = _parse_host_header(header)
    server = scope.get('server')
    if host is not None and int(host[1] or 0) <= 65535:
        netloc = header
    elif server is not None:
        name, port = server
        name = f'[{name}]' if ':' in name and name[0] != '[' else name
        netloc = name if port == _PORTS[scheme] else f'{name}:{port}'
    else:
        path = '/%2F' + path[2:] if path.startswith('//') else path
        return f'{path}?{query}' if query else path
    return _SplitResult(scheme, netloc, path, query, '').geturl()


class URL:
    """A URL, of a text, of a request's scope or of parts."""

    def __init__(self, url='', scope=None, **components):
        if scope is not None:
            assert not url, 'Cannot set both "url" and "scope".'
            assert not components, 'Cannot set both "scope" and "**components".'
            url = _url_of(scope)
        elif components:
            assert not url, 'Cannot set both "url" and "**components".'
            url = URL('').replace(**components).components.geturl()
        self._url = url

    @property
    def components(self):
        if not hasattr(self, '_components'):
            self._components = _urlsplit(self._url)
        return self._components

    is_secure = property(lambda self: self.scheme in ('https', 'wss'))

    def replace(self, **kwargs):
        if kwargs.keys() & {'username', 'password', 'hostname', 'port'}:
            host, port = kwargs.pop('hostname', None), kwargs.pop('port', self.port)
            user, password = kwargs.pop('username', self.username), kwargs.pop('password', self.password)
            if host is None:
                host = self.netloc.rpartition('@')[2]
                if host and host[-1] != ']':
                    host = host.rsplit(':', 1)[0]
            elif ':' in host and host[0] != '[':
                host = f'[{host}]'
            host += '' if port is None else f':{port}'
            if user is not None:
                host = f'{user}@{host}' if password is None else f'{user}:{password}@{host}'
            kwargs['netloc'] = host
        return type(self)(self.components._replace(**kwargs).geturl())

    def _with(self, change):
        params = MultiDict(_parse_qsl(self.query, keep_blank_values=True))
        change(params)
        return self.replace(query=_urlencode(params.multi_items()))

    def include_query_params(self, **kwargs):
        return self._with(lambda params: params.update({name: str(value) for name, value in kwargs.items()}))

    def replace_query_params(self, **kwargs):
        return self.replace(query=_urlencode([(name, str(value)) for name, value in kwargs.items()]))

    def remove_query_params(self, keys):
        return self._with(lambda params: [params.pop(key, None) for key in ([keys] if isinstance(keys, str) else keys)])

    def __eq__(self, other):
        return str(self) == str(other)

    def __str__(self):
        return self._url

    def __repr__(self):
        shown = str(self.replace(password='********')) if self.password else self._url
        return f'{type(self).__name__}({shown!r})'


for _name in 'scheme netloc path query fragment username password hostname port'.split():
    setattr(URL, _name, property(lambda self, name=_name: getattr(self.components, name)))


class URLPath(str):
    """A path, as an application has it."""

    def __new__(cls, path, protocol='', host=''):
        assert protocol in ('http', 'websocket', '')
        path = path.replace('\\', '%5C')
        return str.__new__(cls, '/%2F' + path[2:] if path.startswith('//') else path)

    def __init__(self, path, protocol='', host=''):
        self.protocol, self.host = protocol, host

    def make_absolute_url(self, base_url):
        base = URL(base_url) if isinstance(base_url, str) else base_url
        scheme = {'http': 'http', 'websocket': 'ws'}.get(self.protocol)
        scheme = base.scheme if scheme is None else scheme + 's' * base.is_secure
        return URL(scheme=scheme, netloc=self.host or base.netloc, path=base.path.rstrip('/') + str(self))


class Secret:
    """A text that reprs do not show."""

    def __init__(self, value):
        self._value = value

    def __repr__(self):
        return f"{type(self).__name__}('**********')"

    def __str__(self):
        return self._value

    def __bool__(self):
        return bool(self._value)


class CommaSeparatedStrings(_Sequence):
    def __init__(self, value):
        if isinstance(value, str):
            from shlex import shlex
            parts = shlex(value, posix=True)
            parts.whitespace, parts.whitespace_split = ',', True
            value = [part.strip() for part in parts]
        self._items = list(value)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def __repr__(self):
        return f'{type(self).__name__}({self._items!r})'

    def __str__(self):
        return ', '.join(map(repr, self._items))


class ImmutableMultiDict(_Mapping):
    """Keys with one or more values; the last one counts where one is asked for."""

    def __init__(self, *args, **kwargs):
        assert len(args) < 2, 'Too many arguments.'
        value = args[0] if args else []
        if kwargs:
            value = ImmutableMultiDict(value).multi_items() + list(kwargs.items())
        self._list = list(value.multi_items() if hasattr(value, 'multi_items') else
                          value.items() if hasattr(value, 'items') else value or ())
        self._dict = dict(self._list)

    def __class_getitem__(cls, item):
        return cls

    def getlist(self, key):
        return [value for name, value in self._list if name == key]

    def keys(self):
        return self._dict.keys()

    def values(self):
        return self._dict.values()

    def items(self):
        return self._dict.items()

    def multi_items(self):
        return list(self._list)

    def __getitem__(self, key):
        return self._dict[key]

    def __contains__(self, key):
        return key in self._dict

    def __iter__(self):
        return iter(self._dict)

    def __len__(self):
        return len(self._dict)

    def __eq__(self, other):
        first = _itemgetter(0)
        return isinstance(other, type(self)) and sorted(self._list, key=first) == sorted(other._list, key=first)

    __hash__ = None

    def __repr__(self):
        return f'{type(self).__name__}({self._list!r})'


class MultiDict(ImmutableMultiDict):
    def _drop(self, keys):
        self._list = [pair for pair in self._list if pair[0] not in keys]

    def __setitem__(self, key, value):
        self.setlist(key, [value])

    def __delitem__(self, key):
        self._drop([key])
        del self._dict[key]

    def pop(self, key, default=None):
        self._drop([key])
        return self._dict.pop(key, default)

    def popitem(self):
        key, value = self._dict.popitem()
        self._drop([key])
        return key, value

    def poplist(self, key):
        values = self.getlist(key)
        self.pop(key)
        return values

    def clear(self):
        self._dict.clear()
        self._list.clear()

    def setdefault(self, key, default=None):
        if key not in self:
            self.append(key, default)
        return self[key]

    def setlist(self, key, values):
        self.pop(key)
        for value in values:
            self.append(key, value)

    def append(self, key, value):
        self._list.append((key, value))
        self._dict[key] = value

    def update(self, *args, **kwargs):
        new = MultiDict(*args, **kwargs)
        self._drop(new._dict)
        self._list += new._list
        self._dict.update(new._dict)


class QueryParams(ImmutableMultiDict):
    def __init__(self, *args, **kwargs):
        if args and isinstance(args[0], (str, bytes)):
            text = args[0] if isinstance(args[0], str) else args[0].decode('latin-1')
            args = [_parse_qsl(text, keep_blank_values=True), *args[1:]]
        super().__init__(*args, **kwargs)
        self._list = [(str(name), str(value)) for name, value in self._list]
        self._dict = dict(self._list)

    def __str__(self):
        return _urlencode(self._list)

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'


class UploadFile:
    """A file that a form has brought."""

    def __init__(self, file, *, size=None, filename=None, headers=None):
        self.filename, self.file, self.size, self.headers = filename, file, size, headers or Headers()
        self._most = getattr(file, '_max_size', 0)

    content_type = property(lambda self: self.headers.get('content-type', None))
    _in_memory = property(lambda self: not getattr(self.file, '_rolled', True))

    async def _do(self, here, function, *args):
        return function(*args) if here else await _run_in_threadpool(function, *args)

    async def write(self, data):
        if self.size is not None:
            self.size += len(data)
        here = self._in_memory and not (self._most and self.file.tell() + len(data) > self._most)
        await self._do(here, self.file.write, data)

    async def read(self, size=-1):
        return await self._do(self._in_memory, self.file.read, size)

    async def seek(self, offset):
        await self._do(self._in_memory, self.file.seek, offset)

    async def close(self):
        await self._do(self._in_memory, self.file.close)

    def __repr__(self):
        return f'{type(self).__name__}(filename={self.filename!r}, size={self.size!r}, headers={self.headers!r})'


class FormData(ImmutableMultiDict):
    async def close(self):
        for _, value in self._list:
            if isinstance(value, UploadFile):
                await value.close()


def _raw(text):
    return text.encode('latin-1')


class Headers(_Mapping):
    """Headers, whose names have no case."""

    def __init__(self, headers=None, raw=None, scope=None):
        assert headers is None or raw is None, 'Cannot set both "headers" and "raw".'
        assert headers is None or scope is None, 'Cannot set both "headers" and "scope".'
        assert raw is None or scope is None, 'Cannot set both "raw" and "scope".'
        if headers is not None:
            self._list = [(_raw(name.lower()), _raw(value)) for name, value in headers.items()]
        elif scope is not None:
            self._list = scope['headers'] = list(scope['headers'])
        else:
            self._list = [] if raw is None else raw

    raw = property(lambda self: list(self._list))

    def keys(self):
        return [name for name, _ in self.items()]

    def values(self):
        return [value for _, value in self.items()]

    def items(self):
        return [(name.decode('latin-1'), value.decode('latin-1')) for name, value in self._list]

    def getlist(self, key):
        wanted = _raw(key.lower())
        return [value.decode('latin-1') for name, value in self._list if name == wanted]

    def mutablecopy(self):
        return MutableHeaders(raw=self._list[:])

    def __getitem__(self, key):
        for value in self.getlist(key):
            return value
        raise KeyError(key)

    def __contains__(self, key):
        return bool(self.getlist(key))

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._list)

    def __eq__(self, other):
        return isinstance(other, Headers) and sorted(self._list) == sorted(other._list)

    __hash__ = None

    def __repr__(self):
        shown = dict(self.items())
        return f'{type(self).__name__}({shown!r})' if len(shown) == len(self) else f'{type(self).__name__}(raw={self.raw!r})'


class MutableHeaders(Headers):
    raw = property(lambda self: self._list)

    def __setitem__(self, key, value):
        name, new = _raw(key.lower()), _raw(value)
        at = next((n for n, pair in enumerate(self._list) if pair[0] == name), None)
        if at is None:
            self._list.append((name, new))
        else:
            self._list[at:] = [(name, new), *(pair for pair in self._list[at + 1:] if pair[0] != name)]

    def __delitem__(self, key):
        name = _raw(key.lower())
        self._list[:] = [pair for pair in self._list if pair[0] != name]

    def __ior__(self, other):
        if not isinstance(other, _Mapping):
            raise TypeError(f'Expected a mapping but got {type(other).__name__}')
        self.update(other)
        return self

    def __or__(self, other):
        new = self.mutablecopy()
        new |= other
        return new

    def setdefault(self, key, value):
        if key not in self:
            self.append(key, value)
        return self[key]

    def update(self, other):
        for key, value in other.items():
            self[key] = value

    def append(self, key, value):
        self._list.append((_raw(key.lower()), _raw(value)))

    def add_vary_header(self, vary):
        self['vary'] = ', '.join([*self.getlist('vary'), vary])


class State:
    """Attributes of any name."""

    def __init__(self, state=None):
        super().__setattr__('_state', {} if state is None else state)

    def __getattr__(self, key):
        try:
            return self._state[key]
        except KeyError:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{key}'")

    def __getitem__(self, key):
        return self._state[key]

    def __setitem__(self, key, value):
        self._state[key] = value

    def __delitem__(self, key):
        del self._state[key]

    __setattr__, __delattr__ = __setitem__, __delitem__

    def __iter__(self):
        return iter(self._state)

    def __len__(self):
        return len(self._state)
