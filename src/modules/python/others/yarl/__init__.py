"""URLs that know their parts."""
from functools import lru_cache as _lru_cache
from urllib.parse import SplitResult as _SplitResult, uses_netloc as _uses_netloc, uses_relative as _uses_relative
from multidict import MultiDict as _MultiDict, MultiDictProxy as _MultiDictProxy

from yarl import _parts, _queries, _quoting
from yarl._parts import PORTS as _PORTS, query_to_pairs
from yarl._queries import Query, QueryVariable, SimpleQuery

__version__ = '1.25.1'
__all__ = ['URL', 'Query', 'QueryVariable', 'SimpleQuery', 'cache_clear', 'cache_configure', 'cache_info', 'query_to_pairs']
_unset = object()


def _cached(find):
    """A property that is found once."""
    name = find.__name__

    def get(self):
        known = self._known
        if name not in known:
            known[name] = find(self)
        return known[name]
    return property(get)


class URL:
    """A URL; it does not change. `_val` has its parts, quoted."""
    __slots__ = ('_val', '_known')

    def __new__(cls, val=_unset, *, encoded=False, strict=None):
        if strict is not None:
            import warnings
            warnings.warn('strict parameter is ignored')
        if type(val) is cls:
            return val
        if isinstance(val, _SplitResult):
            if not encoded:
                raise ValueError('Cannot apply decoding to SplitResult')
            return cls._of(*val)
        if val is _unset:
            return cls._of('', '', '', '', '')
        if not isinstance(val, str):
            raise TypeError('Constructor parameter should be str')
        scheme, authority, path, query, fragment = _parts.split(str(val))
        if encoded:
            return cls._made(scheme, authority, path, query, fragment)
        if authority:
            user, password, host, port = _parts.split_authority(authority)
            if host is None and scheme in _PORTS:
                raise ValueError(f'Invalid URL: host is required for absolute urls with the {scheme} scheme')
            host = _parts.encode_host(host or '', False)
            user, password = (each and _quoting.parsed_user(each) for each in (user, password))
            authority = _parts.authority(user, password, host, port)
        path = _quoting.parsed_path(path)
        if authority and '.' in path:
            path = _parts.normal(path)
        return cls._of(scheme, authority, path, _quoting.parsed_query(query), _quoting.parsed_fragment(fragment))

    @classmethod
    def _made(cls, *val):
        self = object.__new__(cls)
        object.__setattr__(self, '_val', val)
        object.__setattr__(self, '_known', {})
        return self

    @classmethod
    def _of(cls, scheme, authority, path, query, fragment):
        """One whose path nobody takes for a scheme."""
        if ':' in path and not scheme and not authority:
            path = _parts.without_scheme(path)
        return cls._made(scheme, authority, path, query, fragment)

    def _with(self, *, scheme=None, authority=None, path=None, query=None, fragment=None):
        new = scheme, authority, path, query, fragment
        return self._of(*[own if given is None else given for own, given in zip(self._val, new)])

    def __init_subclass__(cls):
        raise TypeError(f'Inheriting a class {cls!r} from URL is forbidden')

    @classmethod
    def build(cls, *, scheme='', authority='', user=None, password=None, host='', port=None, path='', query=None,
              query_string='', fragment='', encoded=False):
        if authority and (user or password or host or port):
            raise ValueError('Can\'t mix "authority" with "user", "password", "host" or "port".')
        if not (port is None or isinstance(port, int)):
            raise TypeError(f'The port is required to be int, got {type(port)!r}.')
        clash = ('Can\'t build URL with "port" but without "host".' if port and not host else
                 'Only one of "query" or "query_string" should be passed' if query and query_string else None)
        if clash is not None:
            raise ValueError(clash)
        if None in (scheme, authority, host, path, query_string, fragment):
            raise TypeError('NoneType is illegal for "scheme", "authority", "host", "path", "query_string", and '
                            '"fragment" args, use empty string instead.')
        query = _queries.query_of(query) if query else query_string if encoded else _quoting.query(query_string)
        if encoded:
            if host:
                authority = _parts.authority(user, password, host, None if port == _PORTS.get(scheme) else port)
            return cls._of(scheme, authority, path, query, fragment)
        if authority:
            user, password, host, port = _parts.split_authority(authority)
            host = _parts.encode_host(host, False) if host else ''
        elif host:
            host = _parts.encode_host(host, True)
        else:
            host = None
        port = None if port == _PORTS.get(scheme) else port
        user, password = (each and _quoting.user(each) for each in (user, password))
        authority, path = _parts.authority(user, password, host, port), _quoting.path(path)
        if path and authority:
            path = _parts.normal(path) if '.' in path else path
            if path[0] != '/':
                raise ValueError("Path in a URL with authority should start with a slash ('/') if set")
        return cls._of(scheme, authority, path, query, _quoting.fragment(fragment))

    # Its parts.

    @_cached
    def _place(self):
        return _parts.split_authority(self._val[1])

    scheme = property(lambda self: self._val[0])
    raw_authority = property(lambda self: self._val[1])
    raw_query_string = property(lambda self: self._val[3])
    raw_fragment = property(lambda self: self._val[4])
    raw_user = property(lambda self: self._place[0])
    raw_password = property(lambda self: self._place[1])
    raw_host = property(lambda self: self._place[2])
    explicit_port = property(lambda self: self._place[3])
    user = property(lambda self: self.raw_user and _quoting.unquoted(self.raw_user))
    password = property(lambda self: self.raw_password and _quoting.unquoted(self.raw_password))
    absolute = property(lambda self: self._val[1] != '')
    authority = property(lambda self: _parts.authority(self.user, self.password, self.host, self.port))
    fragment = property(lambda self: _quoting.unquoted(self._val[4]))

    @_cached
    def host(self):
        raw = self.raw_host
        if raw is None:
            return None
        return raw.replace('%25', '%') if raw[-1:].isdigit() or ':' in raw else _parts.idna_decode(raw)

    @property
    def host_subcomponent(self):
        raw = self.raw_host
        return f'[{raw}]' if raw and ':' in raw else raw

    @property
    def host_port_subcomponent(self):
        raw = self.raw_host
        if raw is None:
            return None
        raw, port = raw.rstrip('.'), self.explicit_port
        host = f'[{raw}]' if ':' in raw else raw
        return host if port is None or port == _PORTS.get(self._val[0]) else f'{host}:{port}'

    @property
    def port(self):
        port = self.explicit_port
        return _PORTS.get(self._val[0]) if port is None else port

    raw_path = property(lambda self: self._val[2] or ('/' if self._val[1] else ''))
    path_safe = property(lambda self: _quoting.safely_unquoted(self.raw_path))

    @_cached
    def path(self):
        return _quoting.unquoted(self.raw_path)

    @_cached
    def query(self):
        return _MultiDictProxy(_MultiDict(query_to_pairs(self._val[3])))

    @_cached
    def query_string(self):
        return _quoting.unquoted_query(self._val[3])

    path_qs = property(lambda self: f'{self.path}?{self.query_string}' if self._val[3] else self.path)
    raw_path_qs = property(lambda self: f'{self.raw_path}?{self._val[3]}' if self._val[3] else self.raw_path)

    @property
    def raw_parts(self):
        _, authority, path, _, _ = self._val
        if authority or path[:1] == '/':
            return ('/', *path[1:].split('/')) if path else ('/',)
        return tuple(path.split('/'))

    parts = property(lambda self: tuple(map(_quoting.unquoted, self.raw_parts)))

    @property
    def parent(self):
        _, _, path, query, fragment = self._val
        if path in ('', '/'):
            return self._with(query='', fragment='') if query or fragment else self
        return self._with(path=path.rpartition('/')[0], query='', fragment='')

    @property
    def raw_name(self):
        parts = self.raw_parts
        return '' if self._val[1] and len(parts) < 2 else parts[-1]

    @property
    def raw_suffix(self):
        name = self.raw_name
        at = name.rfind('.')
        return name[at:] if 0 < at < len(name) - 1 else ''

    @property
    def raw_suffixes(self):
        name = self.raw_name
        return () if name.endswith('.') else tuple(['.' + each for each in name.lstrip('.').split('.')[1:]])

    name = property(lambda self: _quoting.unquoted(self.raw_name))
    suffix = property(lambda self: _quoting.unquoted(self.raw_suffix))
    suffixes = property(lambda self: tuple(map(_quoting.unquoted, self.raw_suffixes)))

    def is_absolute(self):
        return self.absolute

    def is_default_port(self):
        port = self.explicit_port
        return self.absolute if port is None else port == _PORTS.get(self._val[0])

    # Others made of it.

    def origin(self):
        if not self.absolute:
            raise ValueError('URL should be absolute')
        if not self._val[0]:
            raise ValueError('URL should have scheme')
        if '@' not in self._val[1] and not any(self._val[2:]):
            return self
        return self._with(authority=self._val[1].rpartition('@')[2], path='', query='', fragment='')

    def relative(self):
        if not self.absolute:
            raise ValueError('URL should be absolute')
        return self._with(scheme='', authority='')

    def with_scheme(self, scheme):
        if not isinstance(scheme, str):
            raise TypeError('Invalid scheme type')
        scheme = scheme.lower()
        if not self.absolute and scheme in _PORTS:
            raise ValueError(f'scheme replacement is not allowed for relative URLs for the {scheme} scheme')
        return self._with(scheme=scheme)

    def _replacing(self, what, user, password, host, port):
        if not self.absolute:
            raise ValueError(f'{what} replacement is not allowed for relative URLs')
        return self._with(authority=_parts.authority(user, password, host or '', port))

    def with_user(self, user):
        if user is not None and not isinstance(user, str):
            raise TypeError('Invalid user type')
        login = (None, None) if user is None else (_quoting.user(user), self.raw_password)
        return self._replacing('user', *login, self.host_subcomponent, self.explicit_port)

    def with_password(self, password):
        if password is not None and not isinstance(password, str):
            raise TypeError('Invalid password type')
        password = None if password is None else _quoting.user(password)
        return self._replacing('password', self.raw_user, password, self.host_subcomponent, self.explicit_port)

    def with_host(self, host):
        if not isinstance(host, str):
            raise TypeError('Invalid host type')
        if self.absolute and not host:
            raise ValueError('host removing is not allowed')
        host = _parts.encode_host(host, True) if self.absolute else host
        return self._replacing('host', self.raw_user, self.raw_password, host, self.explicit_port)

    def with_port(self, port):
        if port is not None:
            if isinstance(port, bool) or not isinstance(port, int):
                raise TypeError(f'port should be int or None, got {type(port)}')
            if not 0 <= port <= 65535:
                raise ValueError(f'port must be between 0 and 65535, got {port}')
        return self._replacing('port', self.raw_user, self.raw_password, self.host_subcomponent, port)

    def _with_path(self, path, keep_query=False, keep_fragment=False):
        return self._with(path=path, query=None if keep_query else '', fragment=None if keep_fragment else '')

    def with_path(self, path, *, encoded=False, keep_query=False, keep_fragment=False):
        if not encoded:
            path = _quoting.path(path)
            path = _parts.normal(path) if self.absolute and '.' in path else path
        return self._with_path('/' + path if path and path[0] != '/' else path, keep_query, keep_fragment)

    def with_query(self, *args, **kwargs):
        return self._with(query=_queries.query_of(_queries.only(args, kwargs)))

    def extend_query(self, *args, **kwargs):
        new, old = _queries.query_of(_queries.only(args, kwargs)), self._val[3]
        if not new:
            return self
        return self._with(query=f"{old}{'' if old[-1] == '&' else '&'}{new}" if old else new)

    def update_query(self, *args, **kwargs):
        new = _queries.only(args, kwargs)
        if new is None:
            return self._with(query='')
        if not new:
            return self._with()
        pairs, lists = (query_to_pairs(new), False) if isinstance(new, str) else _queries.pairs_of(new)
        query = _MultiDict(self.query)
        query.update(pairs)
        return self._with(query=_queries.text_of(query.items(), lists=lists))

    def without_query_params(self, *query_params):
        dropped = set(query_params) & set(self.query)
        if not dropped:
            return self
        return self.with_query([(name, value) for name, value in self.query.items() if name not in dropped])

    def __mod__(self, query):
        return self.update_query(query)

    def with_fragment(self, fragment):
        if fragment is not None and not isinstance(fragment, str):
            raise TypeError('Invalid fragment type')
        fragment = _quoting.fragment(fragment or '')
        return self if fragment == self._val[4] else self._with(fragment=fragment)

    def _named(self, name, keep_query, keep_fragment):
        if name in ('.', '..'):
            raise ValueError('. and .. values are forbidden')
        before, slash, _ = self._val[2].rpartition('/')
        return self._with_path(before + (slash or ('/' if self.absolute else '')) + name, keep_query, keep_fragment)

    def with_name(self, name, *, keep_query=False, keep_fragment=False):
        text = isinstance(name, str)
        if text and '/' not in name:
            return self._named(_quoting.path(name), keep_query, keep_fragment)
        raise ValueError('Slash in name is not allowed') if text else TypeError('Invalid name type')

    def with_suffix(self, suffix, *, keep_query=False, keep_fragment=False):
        if not isinstance(suffix, str):
            raise TypeError('Invalid suffix type')
        if suffix and suffix[0] != '.' or suffix == '.' or '/' in suffix:
            raise ValueError(f'Invalid suffix {suffix!r}')
        if not self.raw_name:
            raise ValueError(f'{self!r} has an empty name')
        return self._named(self.raw_name.removesuffix(self.raw_suffix) + _quoting.path(suffix), keep_query, keep_fragment)

    def joinpath(self, *other, encoded=False):
        """One whose path goes on; an empty segment stays only at its end."""
        _, authority, path, _, _ = self._val
        segments = path.removesuffix('/').split('/') if path else []
        dots = False
        for at, each in enumerate(other, 1):
            if each[:1] == '/':
                raise ValueError(f'Appending path {each!r} starting from slash is forbidden')
            each = each if encoded else _quoting.path(each)
            dots = dots or '.' in each
            added = each.split('/')
            segments += added[:-1] if added[-1] == '' and at < len(other) else added
        if authority and segments and segments[0]:
            segments.insert(0, '')
        if authority and dots:
            segments = _parts.without_dots(segments)
        path = '/'.join(segments)
        return self._with_path('/' + path if authority and path and path[0] != '/' else path)

    def __truediv__(self, name):
        return self.joinpath(str(name)) if isinstance(name, str) else NotImplemented

    def join(self, url):
        if type(url) is not URL:
            raise TypeError('url should be URL')
        scheme = url._val[0] or self._val[0]
        if scheme != self._val[0] or scheme not in _uses_relative:
            return url
        _, authority, path, query, fragment = url._val
        if authority and scheme in _uses_netloc:
            return self._of(scheme, *url._val[1:])
        own = self._val[2]
        if path:
            if path[0] != '/':
                path = (own[:own.rfind('/') + 1] or '/' * (not own)) + path
            path = _parts.normal(path) if '.' in path else path
            return self._with(path=path, query=query, fragment=fragment)
        return self._with(query=query or None, fragment=fragment or None)

    # As text, compared, copied.

    def human_repr(self):
        quoted, host = _quoting.for_people, self.host
        user, password = (quoted(each, '#/:?@[]\\') for each in (self.user, self.password))
        path = quoted(self.path, '#?')
        if not self._val[0] and not self._val[1]:
            path = _parts.without_scheme(path)
        query = '&'.join([f"{quoted(name, '#&+;=')}={quoted(value, '#&+;=')}" for name, value in self.query.items()])
        authority = _parts.authority(user, password, f'[{host}]' if host and ':' in host else host, self.explicit_port)
        return _parts.joined(self._val[0], authority, path, query, quoted(self.fragment, ''))

    def __str__(self):
        scheme, authority, path, query, fragment = self._val
        if authority:
            if not path and (query or fragment):
                path = '/'
            if (port := self.explicit_port) is not None and port == _PORTS.get(scheme):
                authority = _parts.authority(self.raw_user, self.raw_password, self.host_subcomponent, None)
        return _parts.joined(scheme, authority, path, query, fragment)

    def __repr__(self):
        return f"URL('{self}')"

    def __bytes__(self):
        return str(self).encode('ascii')

    @property
    def _key(self):
        scheme, authority, path, query, fragment = self._val
        return scheme, authority, path or ('/' if authority else ''), query, fragment

    def __eq__(self, other):
        return self._key == other._key if type(other) is URL else NotImplemented

    def __hash__(self):
        return hash(self._key)

    def __lt__(self, other):
        return self._val < other._val if type(other) is URL else NotImplemented

    def __le__(self, other):
        return self._val <= other._val if type(other) is URL else NotImplemented

    def __gt__(self, other):
        return self._val > other._val if type(other) is URL else NotImplemented

    def __ge__(self, other):
        return self._val >= other._val if type(other) is URL else NotImplemented

    def __bool__(self):
        return any(self._val[1:])

    def __getstate__(self):
        return (self._val,)

    def __setstate__(self, state):
        object.__setattr__(self, '_val', tuple(state[1]['_val'] if state[0] is None else state[0]))
        object.__setattr__(self, '_known', {})

    def __setattr__(self, name, value):
        raise AttributeError('cached property is read-only' if name in dir(self) else
                             f"'URL' object has no attribute '{name}'")


def cache_clear():
    """Forgets what hosts came to."""
    _parts.idna_decode.cache_clear()
    _parts.encode_host.cache_clear()


def cache_info():
    hosts, names = _parts.encode_host.cache_info(), _parts.idna_decode.cache_info()
    return {'idna_encode': hosts, 'idna_decode': names, 'ip_address': hosts, 'host_validate': hosts, 'encode_host': hosts}


def cache_configure(*, idna_encode_size=256, idna_decode_size=256, ip_address_size=_unset, host_validate_size=_unset,
                    encode_host_size=_unset):
    old = [size for size in (ip_address_size, host_validate_size) if size is not _unset]
    if old:
        import warnings
        warnings.warn('cache_configure() no longer accepts the ip_address_size or host_validate_size arguments, they are '
                      'used to set the encode_host_size instead and will be removed in the future', DeprecationWarning, 2)
    sizes = old + [encode_host_size] * (encode_host_size is not _unset)
    _parts.encode_host = _lru_cache(None if None in sizes else max(sizes, default=512))(_parts.encode_host.__wrapped__)
    _parts.idna_decode = _lru_cache(idna_decode_size)(_parts.idna_decode.__wrapped__)
