"""What single headers say: credentials, caches, etags, ranges, sets."""
import base64

from werkzeug.datastructures._dicts import CallbackDict, ImmutableDictMixin


class Authorization:
    """The credentials of a request."""

    def __init__(self, auth_type, data=None, token=None):
        self.type, self.parameters, self.token = auth_type, {} if data is None else data, token

    def __getattr__(self, name):
        return self.parameters.get(name)

    def __getitem__(self, name):
        return self.parameters.get(name)

    def get(self, key, default=None):
        return self.parameters.get(key, default)

    def __contains__(self, key):
        return key in self.parameters

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return (other.type, other.token, other.parameters) == (self.type, self.token, self.parameters)

    @classmethod
    def from_header(cls, value):
        from werkzeug.http import parse_dict_header
        if not value:
            return None
        scheme, _, rest = value.partition(' ')
        scheme, rest = scheme.lower(), rest.strip(' \t')
        if scheme == 'basic' and cls is Authorization:
            try:
                username, _, password = base64.b64decode(rest, validate=True).decode().partition(':')
            except ValueError:
                return None
            return cls(scheme, {'username': username, 'password': password})
        return cls(scheme, parse_dict_header(rest), None) if '=' in rest.rstrip('=') else cls(scheme, None, rest)

    def to_header(self):
        from werkzeug.http import dump_header
        if self.type == 'basic':
            return 'Basic ' + base64.b64encode(f'{self.username}:{self.password}'.encode()).decode('ascii')
        return f'{self.type.title()} {dump_header(self.parameters) if self.token is None else self.token}'

    def __str__(self):
        return self.to_header()

    def __repr__(self):
        return f'<{type(self).__name__} {self.to_header()}>'


class WWWAuthenticate(Authorization):
    """What credentials a server wants."""

    def __init__(self, auth_type, values=None, token=None):
        self.__dict__.update(_type=auth_type.lower(), _parameters=CallbackDict(values, lambda _: self._changed()), _token=token, _on_update=None)

    def _changed(self):
        if self._on_update is not None:
            self._on_update(self)

    type, parameters, token = (property(lambda self, name=name: self.__dict__[name]) for name in ('_type', '_parameters', '_token'))

    def __setitem__(self, key, value):
        if value is None:
            self.parameters.pop(key, None)
        else:
            self.parameters[key] = value

    def __delitem__(self, key):
        self.parameters.pop(key, None)

    def __setattr__(self, name, value):
        if name == '_on_update':
            self.__dict__[name] = value
        elif name in ('type', 'parameters', 'token'):
            self.__dict__['_' + name] = CallbackDict(value, lambda _: self._changed()) if name == 'parameters' else value
            self._changed()
        else:
            self[name] = value

    def __delattr__(self, name):
        del self[name]

    def to_header(self):
        from werkzeug.http import dump_header, quote_header_value
        if self.token is not None or not self.parameters:
            return self.type.title() + (f' {self.token}' if self.token is not None else '')
        if self.type == 'digest':
            return 'Digest ' + ', '.join(f"{key}={quote_header_value(value, key not in ('realm', 'domain', 'nonce', 'opaque', 'qop'))}"
                                         for key, value in self.parameters.items())
        return f'{self.type.title()} {dump_header(self.parameters)}'


def cache_control_property(key, empty, type, *, doc=None):
    return property(lambda self: self._get_cache_value(key, empty, type), lambda self, value: self._set_cache_value(key, value, type),
                    lambda self: self.pop(key, None), doc)


class _CacheControl(CallbackDict):
    no_store, no_transform, no_cache = (cache_control_property(name, None, bool) for name in ('no-store', 'no-transform', 'no-cache'))
    max_age, stale_if_error = (cache_control_property(name, None, int) for name in ('max-age', 'stale-if-error'))
    cache_property = staticmethod(cache_control_property)

    def __init__(self, values=(), on_update=None):
        super().__init__(values, on_update)
        self.provided = values is not None

    def _get_cache_value(self, key, empty, type):
        if type is bool or key not in self:
            return key in self if type is bool else None
        value = self[key]
        try:
            return empty if value is None else value if type is None else type(value)
        except ValueError:
            return None

    def _set_cache_value(self, key, value, type):
        if type is bool and value or value is True:
            self[key] = None
        elif type is bool or value is None or value is False:
            self.pop(key, None)
        else:
            self[key] = str(value if type is None else type(value))

    def to_header(self):
        from werkzeug.http import dump_header
        return dump_header(self)

    def __str__(self):
        return self.to_header()

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(f'{key}={value!r}' for key, value in sorted(self.items()))}>"


class RequestCacheControl(ImmutableDictMixin, _CacheControl):
    max_stale, min_fresh = cache_control_property('max-stale', True, int), cache_control_property('min-fresh', None, int)
    only_if_cached = cache_control_property('only-if-cached', None, bool)


class ResponseCacheControl(_CacheControl):
    no_cache, private = cache_control_property('no-cache', True, None), cache_control_property('private', True, None)
    public, must_revalidate, proxy_revalidate, immutable, must_understand = (
        cache_control_property(name, None, bool) for name in ('public', 'must-revalidate', 'proxy-revalidate', 'immutable', 'must-understand'))
    s_maxage, stale_while_revalidate = cache_control_property('s-maxage', None, int), cache_control_property('stale-while-revalidate', None, int)


class ContentSecurityPolicy(CallbackDict):
    """Directives, by their names or as attributes."""

    def __init__(self, values=(), on_update=None):
        super().__init__(values, on_update)
        self.provided = values is not None

    def to_header(self):
        return '; '.join(f'{key} {value}' for key, value in self.items())

    def __str__(self):
        return self.to_header()


def _directive(name):
    def set(self, value):
        self.pop(name, None) if value is None else self.__setitem__(name, value)
    return property(lambda self: self.get(name), set, lambda self: self.pop(name, None))


for _name in ('base-uri child-src connect-src default-src font-src form-action frame-ancestors frame-src img-src manifest-src media-src navigate-to '
              'object-src prefetch-src plugin-types report-to report-uri sandbox script-src script-src-attr script-src-elem style-src '
              'style-src-attr style-src-elem worker-src').split():
    setattr(ContentSecurityPolicy, _name.replace('-', '_'), _directive(_name))


class ETags:
    """Tags of versions that a client has."""

    def __init__(self, strong_etags=None, weak_etags=None, star_tag=False):
        self._strong = frozenset(strong_etags or ()) if not star_tag else frozenset()
        self._weak, self.star_tag = frozenset(weak_etags or ()), star_tag

    def as_set(self, include_weak=False):
        return set(self._strong | self._weak if include_weak else self._strong)

    def is_weak(self, etag):
        return etag in self._weak

    def is_strong(self, etag):
        return etag in self._strong

    def contains_weak(self, etag):
        return self.is_weak(etag) or self.contains(etag)

    def contains(self, etag):
        return self.star_tag or self.is_strong(etag)

    def contains_raw(self, etag):
        from werkzeug.http import unquote_etag
        etag, weak = unquote_etag(etag)
        return self.contains_weak(etag) if weak else self.contains(etag)

    def to_header(self):
        return '*' if self.star_tag else ', '.join([f'"{each}"' for each in self._strong] + [f'W/"{each}"' for each in self._weak])

    def __bool__(self):
        return bool(self.star_tag or self._strong or self._weak)

    def __str__(self):
        return self.to_header()

    def __len__(self):
        return len(self._strong)

    def __iter__(self):
        return iter(self._strong)

    def __contains__(self, etag):
        return self.contains(etag)

    def __repr__(self):
        return f'<{type(self).__name__} {str(self)!r}>'


class IfRange:
    def __init__(self, etag=None, date=None):
        self.etag, self.date = etag, date

    def to_header(self):
        from werkzeug.http import http_date, quote_etag
        return http_date(self.date) if self.date is not None else quote_etag(self.etag) if self.etag is not None else ''

    def __str__(self):
        return self.to_header()

    def __repr__(self):
        return f'<{type(self).__name__} {str(self)!r}>'


class Range:
    """The parts of a resource that are asked for; their ends do not belong to them."""

    def __init__(self, units, ranges):
        self.units, self.ranges = units, ranges
        for start, end in ranges:
            if start is None or end is not None and (start < 0 or start >= end):
                raise ValueError(f'{(start, end)} is not a valid range.')

    def range_for_length(self, length):
        from werkzeug.http import is_byte_range_valid
        if length is None or self.units != 'bytes' or len(self.ranges) != 1:
            return None
        (start, end), = self.ranges
        if end is None:
            start, end = start + length if start < 0 else start, length
        return (start, min(end, length)) if is_byte_range_valid(start, end, length) else None

    def make_content_range(self, length):
        found = self.range_for_length(length)
        return None if found is None else ContentRange(self.units, *found, length)

    def to_header(self):
        parts = [(str(begin) if begin < 0 else f'{begin}-') if end is None else f'{begin}-{end - 1}' for begin, end in self.ranges]
        return f"{self.units}={','.join(parts)}"

    def to_content_range_header(self, length):
        found = self.range_for_length(length)
        return None if found is None else f'{self.units} {found[0]}-{found[1] - 1}/{length}'

    def __str__(self):
        return self.to_header()

    def __repr__(self):
        return f'<{type(self).__name__} {str(self)!r}>'


class ContentRange:
    """The part of a resource that is sent."""

    def __init__(self, units, start, stop, length=None, on_update=None):
        self.on_update = on_update
        self.set(start, stop, length, units)

    def set(self, start, stop, length=None, units='bytes'):
        from werkzeug.http import is_byte_range_valid
        assert is_byte_range_valid(start, stop, length), 'Bad range provided'
        self.units, self.start, self.stop, self.length = units, start, stop, length
        if self.on_update is not None:
            self.on_update(self)

    def unset(self):
        self.set(None, None, units=None)

    def to_header(self):
        if self.units is None:
            return ''
        length = '*' if self.length is None else self.length
        return f'{self.units} */{length}' if self.start is None else f'{self.units} {self.start}-{self.stop - 1}/{length}'

    def __bool__(self):
        return self.units is not None

    def __str__(self):
        return self.to_header()

    def __repr__(self):
        return f'<{type(self).__name__} {str(self)!r}>'


class HeaderSet:
    """Names without regard to case, in order."""

    def __init__(self, headers=None, on_update=None):
        self._headers, self.on_update = list(headers or ()), on_update

    def _changed(self):
        if self.on_update is not None:
            self.on_update(self)

    def find(self, header):
        return next((at for at, each in enumerate(self._headers) if each.lower() == header.lower()), -1)

    def index(self, header):
        at = self.find(header)
        if at < 0:
            raise IndexError(header)
        return at

    def __contains__(self, header):
        return self.find(header) >= 0

    def add(self, header):
        self.update((header,))

    def update(self, iterable):
        new = [each for each in iterable if each not in self]
        self._headers += new
        if new:
            self._changed()

    def remove(self, header):
        if header not in self:
            raise KeyError(header)
        del self[self.find(header)]

    def discard(self, header):
        if header in self:
            self.remove(header)

    def clear(self):
        self._headers.clear()
        self._changed()

    def as_set(self, preserve_casing=False):
        return set(self._headers if preserve_casing else map(str.lower, self._headers))

    def to_header(self):
        from werkzeug.http import quote_header_value
        return ', '.join(map(quote_header_value, self._headers))

    def __getitem__(self, at):
        return self._headers[at]

    def __setitem__(self, at, value):
        self._headers[at] = value
        self._changed()

    def __delitem__(self, at):
        del self._headers[at]
        self._changed()

    def __len__(self):
        return len(self._headers)

    def __iter__(self):
        return iter(self._headers)

    def __bool__(self):
        return bool(self._headers)

    def __str__(self):
        return self.to_header()

    def __repr__(self):
        return f'{type(self).__name__}({self._headers!r})'
