"""Addresses and their queries."""
from collections.abc import Mapping as _Mapping
from urllib.parse import parse_qsl as _parse_qsl, unquote as _unquote, urlencode as _urlencode, urljoin as _urljoin

from httpx import _urlparse
from httpx._exceptions import InvalidURL

__name__ = 'httpx'  # where what is here is said to be


class URL:
    """A URL; it does not change."""

    def __init__(self, url='', **parts):
        parts = _urlparse.keywords(parts)
        if 'params' in parts:
            params = parts.pop('params')
            parts['query'] = str(QueryParams(params)) if params else None
        if isinstance(url, URL):
            known = {'scheme': url._parts[0], 'authority': url._authority(), 'path': url._parts[4], 'query': url._parts[5],
                     'fragment': url._parts[6]}
            self._parts = _urlparse.taken_apart('', InvalidURL, **{**known, **parts}) if parts else url._parts
        elif isinstance(url, str):
            self._parts = _urlparse.taken_apart(url, InvalidURL, **parts)
        else:
            raise TypeError(f'Invalid type for url.  Expected str or httpx.URL, got {type(url)}: {url!r}')

    scheme = property(lambda self: self._parts[0])
    raw_scheme = property(lambda self: self._parts[0].encode())
    userinfo = property(lambda self: self._parts[1].encode())
    username = property(lambda self: _unquote(self._parts[1].partition(':')[0]))
    password = property(lambda self: _unquote(self._parts[1].partition(':')[2]))
    raw_host = property(lambda self: self._parts[2].encode())
    port = property(lambda self: self._parts[3])
    netloc = property(lambda self: self._netloc().encode())
    path = property(lambda self: _unquote(self._parts[4] or '/'))
    query = property(lambda self: (self._parts[5] or '').encode())
    params = property(lambda self: QueryParams(self._parts[5] or ''))
    raw_path = property(lambda self: ((self._parts[4] or '/') + _mark('?', self._parts[5])).encode())
    fragment = property(lambda self: _unquote(self._parts[6] or ''))
    is_absolute_url = property(lambda self: bool(self._parts[0] and self._parts[2]))
    is_relative_url = property(lambda self: not self.is_absolute_url)

    @property
    def host(self):
        host = self._parts[2]
        return _urlparse.shown_host(host) if 'xn--' in host else host

    def _netloc(self):
        host, port = self._parts[2:4]
        host = f'[{host}]' if ':' in host else host
        return host if port is None else f'{host}:{port}'

    def _authority(self, secret=False):
        userinfo = self._parts[1]
        if secret and ':' in userinfo:
            userinfo = userinfo.partition(':')[0] + ':[secure]'
        return f'{userinfo}@{self._netloc()}' if userinfo else self._netloc()

    def _written(self, authority):
        scheme, _, _, _, path, query, fragment = self._parts
        return (scheme and scheme + ':') + (authority and '//' + authority) + path + _mark('?', query) + _mark('#', fragment)

    def copy_with(self, **parts):
        return URL(self, **parts)

    def join(self, url):
        return URL(_urljoin(str(self), str(URL(url))))

    def copy_set_param(self, key, value=None):
        return URL(self, params=self.params.set(key, value))

    def copy_add_param(self, key, value=None):
        return URL(self, params=self.params.add(key, value))

    def copy_remove_param(self, key):
        return URL(self, params=self.params.remove(key))

    def copy_merge_params(self, params):
        return URL(self, params=self.params.merge(params))

    def __str__(self):
        return self._written(self._authority())

    def __repr__(self):
        return f'{type(self).__name__}({self._written(self._authority(secret=True))!r})'

    def __eq__(self, other):
        return isinstance(other, (URL, str)) and str(self) == str(URL(other))

    def __hash__(self):
        return hash(str(self))


def _mark(mark, text):
    return '' if text is None else mark + text


def _pairs(params):
    """Pairs of text."""
    if params is None:
        return []
    if isinstance(params, QueryParams):
        return params.multi_items()
    if isinstance(params, (str, bytes)):
        return _parse_qsl(params if isinstance(params, str) else params.decode(), keep_blank_values=True)
    if isinstance(params, (list, tuple)):
        return [(str(pair[0]), _value(pair[1])) for pair in params]
    return [(str(name), _value(each)) for name, value in params.items()
            for each in (value if isinstance(value, (list, tuple)) else [value])]


def _value(value):
    """A value as a text."""
    text = '' if value is None else str(value)
    return text.lower() if isinstance(value, bool) else text


def _text(params):
    return _urlencode(_pairs(params))


class QueryParams(_Mapping):
    """A query; it does not change. The values of one name stand together."""

    def __init__(self, *args, **kwargs):
        assert len(args) < 2, 'Too many arguments.'
        assert not (args and kwargs), 'Cannot mix named and unnamed arguments.'
        self._lists = {}
        for name, value in _pairs(args[0] if args else kwargs):
            self._lists.setdefault(name, []).append(value)

    def get(self, key, default=None):
        found = self._lists.get(str(key))
        return found[0] if found else default

    def get_list(self, key):
        return list(self._lists.get(str(key), ()))

    def multi_items(self):
        return [(name, value) for name, values in self._lists.items() for value in values]

    def keys(self):
        return self._lists.keys()

    def items(self):
        return {name: values[0] for name, values in self._lists.items()}.items()

    def values(self):
        return dict(self.items()).values()

    def _with(self, lists):
        made = QueryParams()
        made._lists = lists
        return made

    def merge(self, params=None):
        return self._with({**self._lists, **QueryParams(params)._lists})

    def set(self, key, value=None):
        return self._with({**self._lists, str(key): [_value(value)]})

    def add(self, key, value=None):
        key = str(key)
        return self._with({**self._lists, key: self.get_list(key) + [_value(value)]})

    def remove(self, key):
        return self._with({name: values for name, values in self._lists.items() if name != str(key)})

    def update(self, params=None):
        raise RuntimeError(
            'QueryParams are immutable since 0.18.0. Use `q = q.merge(...)` to create an updated copy.')

    def __setitem__(self, key, value):
        raise RuntimeError(
            'QueryParams are immutable since 0.18.0. Use `q = q.set(key, value)` to create an updated copy.')

    def __getitem__(self, key):
        return self._lists[key][0]

    def __contains__(self, key):
        return key in self._lists

    def __iter__(self):
        return iter(self._lists)

    def __len__(self):
        return len(self._lists)

    def __bool__(self):
        return bool(self._lists)

    def __eq__(self, other):
        return isinstance(other, QueryParams) and sorted(self.multi_items()) == sorted(other.multi_items())

    def __hash__(self):
        return hash(str(self))

    def __str__(self):
        return _urlencode(self.multi_items())

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'
