"""Cookies that urllib keeps between requests."""
from urllib.parse import urlsplit as _urlsplit

from _cookie_jar import Cookie as _Cookie, Jar as _Jar, of_answer as _of_answer
from _cookie_policy import CookiePolicy, DefaultCookiePolicy

__all__ = ['Cookie', 'CookieJar', 'CookiePolicy', 'DefaultCookiePolicy', 'FileCookieJar', 'LWPCookieJar', 'LoadError',
           'MozillaCookieJar']


class Cookie(_Cookie):
    """A cookie with all that a header may say of it."""
    __module__ = 'http.cookiejar'

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path,
                 path_specified, secure, expires, discard, comment, comment_url, rest, rfc2109=False):
        super().__init__(name, value, domain, path, expires, secure, domain_specified)
        self.version, self.port, self.port_specified, self.path_specified = version, port, port_specified, path_specified
        self.domain_initial_dot, self.discard, self.comment = domain_initial_dot, discard, comment
        self.comment_url, self._rest, self.rfc2109 = comment_url, dict(rest), rfc2109

    def has_nonstandard_attr(self, name):
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def set_nonstandard_attr(self, name, value):
        self._rest[name] = value

    def __str__(self):
        port = '' if self.port is None else ':' + self.port
        pair = self.name if self.value is None else f'{self.name}={self.value}'
        return f'<Cookie {pair} for {self.domain}{port}{self.path}>'

    def __repr__(self):
        names = ('version', 'name', 'value', 'port', 'port_specified', 'domain', 'domain_specified', 'domain_initial_dot',
                 'path', 'path_specified', 'secure', 'expires', 'discard', 'comment', 'comment_url')
        shown = [f'{name}={getattr(self, name)!r}' for name in names]
        return f'{type(self).__name__}({", ".join(shown)}, rest={self._rest!r}, rfc2109={self.rfc2109!r})'


class LoadError(OSError):
    pass


class CookieJar(_Jar):
    """Cookies by domain, path and name."""

    def __init__(self, policy=None):
        super().__init__()
        self._policy = policy or DefaultCookiePolicy()

    def make_cookies(self, response, request):
        return [_of_netscape(found) for found in _of_answer(response.info().items(), request.full_url, True)]

    def extract_cookies(self, response, request):
        for cookie in self.make_cookies(response, request):
            self.set_cookie_if_ok(cookie, request)

    def set_cookie_if_ok(self, cookie, request):
        if self._policy.set_ok(cookie, request):
            self.set_cookie(cookie)

    def add_cookie_header(self, request):
        found = '; '.join(cookie.name if cookie.value is None else f'{cookie.name}={cookie.value}'
                          for cookie in self.for_request(request))
        if found and not request.has_header('Cookie'):
            request.add_unredirected_header('Cookie', found)

    def clear(self, domain=None, path=None, name=None):
        if name is not None:
            if domain is None or path is None:
                raise ValueError('domain and path must be given to remove a cookie by name')
            del self._kept[domain][path][name]
        elif path is not None:
            if domain is None:
                raise ValueError('domain must be given to remove cookies by path')
            del self._kept[domain][path]
        elif domain is not None:
            del self._kept[domain]
        else:
            self._kept = {}

    def clear_session_cookies(self):
        self.drop(lambda cookie: cookie.discard)

    def clear_expired_cookies(self):
        self.drop(lambda cookie: cookie.is_expired())

    def __repr__(self):
        return f'<{type(self).__name__}[{", ".join(map(repr, self))}]>'

    def __str__(self):
        return f'<{type(self).__name__}[{", ".join(map(str, self))}]>'


def _of_netscape(found):
    """A cookie of a Set-Cookie header with all its attributes."""
    return Cookie(0, found.name, found.value, None, False, found.domain, found.domain_specified,
                  found.domain.startswith('.'), found.path, found.path_specified, found.secure, found.expires, found.discard,
                  None, None, found.rest)


def __getattr__(name):
    if name in ('FileCookieJar', 'LWPCookieJar', 'MozillaCookieJar', 'lwp_cookie_str'):
        import _cookie_files
        return getattr(_cookie_files, name)
    raise AttributeError(f"module 'http.cookiejar' has no attribute '{name}'")
