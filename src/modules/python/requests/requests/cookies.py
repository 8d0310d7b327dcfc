"""Cookies of a session and of an answer: those of http.cookiejar, as a mapping."""
import time as _time
from collections.abc import MutableMapping as _MutableMapping
from http import cookiejar as cookielib
from urllib.parse import urlsplit as _urlsplit


class MockRequest:
    """A request as http.cookiejar asks it."""

    def __init__(self, request):
        self._r, self._new_headers, self.type = request, {}, _urlsplit(request.url).scheme

    def get_type(self):
        return self.type

    def get_host(self):
        return _urlsplit(self._r.url).netloc

    def get_origin_req_host(self):
        return self.get_host()

    def get_full_url(self):
        host = self._r.headers.get('Host')
        if not host:
            return self._r.url
        return _urlsplit(self._r.url)._replace(netloc=host.decode() if isinstance(host, bytes) else host).geturl()

    def is_unverifiable(self):
        return True

    def has_header(self, name):
        return name in self._r.headers or name in self._new_headers

    def get_header(self, name, default=None):
        return self._r.headers.get(name, self._new_headers.get(name, default))

    def add_header(self, key, val):
        raise NotImplementedError('Cookie headers should be added with add_unredirected_header()')

    def add_unredirected_header(self, name, value):
        self._new_headers[name] = value

    def get_new_headers(self):
        return self._new_headers

    unverifiable, origin_req_host, host = property(is_unverifiable), property(get_origin_req_host), property(get_host)


class MockResponse:
    """An answer's headers as http.cookiejar asks for them."""

    def __init__(self, headers):
        self._headers = headers

    def info(self):
        return self._headers

    def getheaders(self, name):
        self._headers.getheaders(name)


def extract_cookies_to_jar(jar, request, response):
    headers = getattr(response, 'headers', None)
    if headers is not None and 'set-cookie' in headers and hasattr(headers, 'get_all'):
        jar.extract_cookies(MockResponse(headers), MockRequest(request))


def get_cookie_header(jar, request):
    asked = MockRequest(request)
    if len(jar):
        jar.add_cookie_header(asked)
    return asked.get_new_headers().get('Cookie')


def remove_cookie_by_name(cookiejar, name, domain=None, path=None):
    for cookie in list(cookiejar):
        if cookie.name == name and domain in (None, cookie.domain) and path in (None, cookie.path):
            cookiejar.clear(cookie.domain, cookie.path, name)


class CookieConflictError(RuntimeError):
    """There are several cookies of that name."""


class RequestsCookieJar(cookielib.CookieJar, _MutableMapping):
    """Cookies by name."""

    def get(self, name, default=None, domain=None, path=None):
        try:
            return self._find_no_duplicates(name, domain, path)
        except KeyError:
            return default

    def set(self, name, value, **kwargs):
        if value is None:
            remove_cookie_by_name(self, name, domain=kwargs.get('domain'), path=kwargs.get('path'))
            return None
        from http.cookies import Morsel
        cookie = morsel_to_cookie(value) if isinstance(value, Morsel) else create_cookie(name, value, **kwargs)
        self.set_cookie(cookie)
        return cookie

    def iterkeys(self):
        for cookie in iter(self):
            yield cookie.name

    def keys(self):
        return list(self.iterkeys())

    def itervalues(self):
        for cookie in iter(self):
            yield cookie.value

    def values(self):
        return list(self.itervalues())

    def iteritems(self):
        for cookie in iter(self):
            yield cookie.name, cookie.value

    def items(self):
        return list(self.iteritems())

    def list_domains(self):
        return list(dict.fromkeys(cookie.domain for cookie in self))

    def list_paths(self):
        return list(dict.fromkeys(cookie.path for cookie in self))

    def multiple_domains(self):
        """Whether some domain has several cookies, whatever the name says."""
        domains = [cookie.domain for cookie in self if cookie.domain is not None]
        return len(set(domains)) < len(domains)

    def get_dict(self, domain=None, path=None):
        return {cookie.name: cookie.value for cookie in self
                if domain in (None, cookie.domain) and path in (None, cookie.path)}

    def __contains__(self, name):
        return any(cookie.name == name for cookie in self)

    def __getitem__(self, name):
        return self._find_no_duplicates(name)

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        remove_cookie_by_name(self, name)

    def set_cookie(self, cookie, *args, **kwargs):
        if hasattr(cookie.value, 'startswith') and cookie.value.startswith('"') and cookie.value.endswith('"'):
            cookie.value = cookie.value.replace('\\"', '')
        return super().set_cookie(cookie, *args, **kwargs)

    def update(self, other):
        if isinstance(other, cookielib.CookieJar):
            from copy import copy
            for cookie in other:
                self.set_cookie(copy(cookie))
        else:
            super().update(other)

    def _all(self, name, domain, path):
        return [cookie.value for cookie in self
                if cookie.name == name and domain in (None, cookie.domain) and path in (None, cookie.path)]

    def _find(self, name, domain=None, path=None):
        for value in self._all(name, domain, path):
            return value
        raise KeyError(f'name={name!r}, domain={domain!r}, path={path!r}')

    def _find_no_duplicates(self, name, domain=None, path=None):
        found = [value for value in self._all(name, domain, path) if value is not None]
        if len(found) > 1:
            raise CookieConflictError(f'There are multiple cookies with name, {name!r}')
        if found:
            return found[0]
        raise KeyError(f'name={name!r}, domain={domain!r}, path={path!r}')

    def copy(self):
        copied = RequestsCookieJar()
        copied.set_policy(self.get_policy())
        copied.update(self)
        return copied

    def get_policy(self):
        return self._policy

    def __getstate__(self):
        return {name: value for name, value in self.__dict__.items() if name != '_cookies_lock'}

    def __setstate__(self, state):
        self.__init__()
        self.__dict__.update(state)


def _copy_cookie_jar(jar):
    if jar is None:
        return None
    if hasattr(jar, 'copy'):
        return jar.copy()
    from copy import copy
    copied = copy(jar)
    copied.clear()
    for cookie in jar:
        copied.set_cookie(copy(cookie))
    return copied


def create_cookie(name, value, **kwargs):
    said = {'version': 0, 'name': name, 'value': value, 'port': None, 'domain': '', 'path': '/', 'secure': False,
            'expires': None, 'discard': True, 'comment': None, 'comment_url': None, 'rest': {'HttpOnly': None},
            'rfc2109': False}
    if unknown := set(kwargs) - set(said):
        raise TypeError(f'create_cookie() got unexpected keyword arguments: {list(unknown)}')
    said.update(kwargs)
    return cookielib.Cookie(**said, port_specified=bool(said['port']), domain_specified=bool(said['domain']),
                            domain_initial_dot=said['domain'].startswith('.'), path_specified=bool(said['path']))


def morsel_to_cookie(morsel):
    """The cookie that http.cookies has read or made."""
    expires = None
    if morsel['max-age']:
        try:
            expires = int(_time.time() + int(morsel['max-age']))
        except ValueError:
            raise TypeError(f'max-age: {morsel["max-age"]} must be integer')
    elif morsel['expires']:
        from calendar import timegm
        expires = timegm(_time.strptime(morsel['expires'], '%a, %d-%b-%Y %H:%M:%S GMT'))
    return create_cookie(morsel.key, morsel.value, comment=morsel['comment'], comment_url=bool(morsel['comment']),
                         discard=False, domain=morsel['domain'], expires=expires, path=morsel['path'],
                         rest={'HttpOnly': morsel['httponly']}, secure=bool(morsel['secure']), version=morsel['version'] or 0)


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    jar = RequestsCookieJar() if cookiejar is None else cookiejar
    if cookie_dict is not None:
        there = {cookie.name for cookie in jar}
        for name in cookie_dict:
            if overwrite or name not in there:
                jar.set_cookie(create_cookie(name, cookie_dict[name]))
    return jar


def merge_cookies(cookiejar, cookies):
    if not isinstance(cookiejar, cookielib.CookieJar):
        raise ValueError('You can only merge into CookieJar')
    if isinstance(cookies, dict):
        return cookiejar_from_dict(cookies, cookiejar, overwrite=False)
    if isinstance(cookies, cookielib.CookieJar):
        if hasattr(cookiejar, 'update'):
            cookiejar.update(cookies)
        else:
            for cookie in cookies:
                cookiejar.set_cookie(cookie)
    return cookiejar
