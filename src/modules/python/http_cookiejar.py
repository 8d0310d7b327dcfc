"""Cookies that urllib keeps between requests; none of them are kept in files."""
from urllib.parse import urlsplit as _urlsplit

from _cookie_jar import Cookie as _Cookie, Jar as _Jar, of_answer as _of_answer

__all__ = ['Cookie', 'CookieJar', 'DefaultCookiePolicy', 'LoadError']


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


class LoadError(OSError):
    pass


class DefaultCookiePolicy:
    """Takes cookies from servers for themselves."""

    def __init__(self, **kwargs):
        if kwargs:
            from _frames import not_supported
            not_supported('http.cookiejar.DefaultCookiePolicy with arguments', 'http.cookiejar.DefaultCookiePolicy()')


class CookieJar(_Jar):
    """Cookies by domain, path and name."""

    def __init__(self, policy=None):
        super().__init__()
        self._policy = policy or DefaultCookiePolicy()

    def make_cookies(self, response, request):
        return _of_answer(response.info().items(), request.full_url)

    def extract_cookies(self, response, request):
        for cookie in self.make_cookies(response, request):
            self.set_cookie(cookie)

    def set_cookie_if_ok(self, cookie, request):
        self.set_cookie(cookie)

    def add_cookie_header(self, request):
        found = '; '.join(f'{cookie.name}={cookie.value}' for cookie in self.for_url(request.full_url))
        if found and not request.has_header('Cookie'):
            request.add_unredirected_header('Cookie', found)

    def clear(self, domain=None, path=None, name=None):
        self.drop(lambda cookie: domain in (None, cookie.domain) and path in (None, cookie.path)
                  and name in (None, cookie.name))

    def clear_session_cookies(self):
        self.drop(lambda cookie: cookie.discard)

    def clear_expired_cookies(self):
        self.drop(lambda cookie: cookie.is_expired())

    def __repr__(self):
        return f'<{type(self).__name__}[{", ".join(map(repr, self))}]>'

    __str__ = __repr__


def __getattr__(name):
    if name in ('FileCookieJar', 'LWPCookieJar', 'MozillaCookieJar'):
        from _frames import not_supported
        not_supported('http.cookiejar.' + name, 'http.cookiejar.CookieJar')
    raise AttributeError(f"module 'http.cookiejar' has no attribute '{name}'")
