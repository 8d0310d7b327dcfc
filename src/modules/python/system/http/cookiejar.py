"""Cookies that urllib keeps between requests: those that browsers have, and those of RFC 2965."""
import _thread
import re as _re
import time as _time

import _cookie_hosts as _hosts
from _cookie_jar import Cookie as _Cookie, Jar as _Jar
from _cookie_policy import CookiePolicy, DefaultCookiePolicy

__all__ = ['Cookie', 'CookieJar', 'CookiePolicy', 'DefaultCookiePolicy', 'FileCookieJar', 'LWPCookieJar', 'LoadError',
           'MozillaCookieJar']


class Cookie(_Cookie):
    """A cookie with all that a header may say of it."""
    __module__ = 'http.cookiejar'

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path,
                 path_specified, secure, expires, discard, comment, comment_url, rest, rfc2109=False):
        if port is None and port_specified is True:
            raise ValueError('if port is None, port_specified must be false')
        expires = None if expires is None else int(float(expires))
        super().__init__(name, value, domain.lower(), path, expires, secure, domain_specified)
        self.version = None if version is None else int(version)
        self.port, self.port_specified, self.path_specified = port, port_specified, path_specified
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


_FLAGS = 'discard', 'secure'
_VALUES = 'version', 'expires', 'max-age', 'domain', 'path', 'port', 'comment', 'commenturl'
_MAY_LACK_VALUES = 'port', 'comment', 'commenturl'


class CookieJar(_Jar):
    """Cookies by domain, path and name."""

    def __init__(self, policy=None):
        super().__init__()
        self._policy = DefaultCookiePolicy() if policy is None else policy
        self._cookies_lock = _thread.RLock()

    def _tell_time(self):
        self._now = int(_time.time())
        if self._policy is not None:
            self._policy._now = self._now

    def _attributes(self, words):
        """Of a cookie what the standards know and the rest; None where it is not to be taken."""
        known, rest, lasts = {}, {}, False
        for name, value in words:
            lower = name.lower()
            if lower in _VALUES or lower in _FLAGS:
                name = lower
            if name in _FLAGS and value is None:
                value = True
            if name in known or name == 'expires' and (lasts or value is None):
                continue
            if name == 'domain' and value is not None:
                value = value.lower()
            elif name == 'max-age':
                lasts = True
                try:
                    name, value = 'expires', self._now + int(value)
                except ValueError:
                    return None
            if name not in _VALUES and name not in _FLAGS:
                rest[name] = value
            elif value is None and name not in _MAY_LACK_VALUES:
                return None
            else:
                known[name] = value
        return known, rest

    def _made(self, words, request):
        """The cookie that a header sets; None where it is none, or one that ends another."""
        found = self._attributes(words[1:])
        if found is None:
            return None
        (name, value), (known, rest) = words[0], found
        version, path, domain, expires = known.get('version'), known.get('path'), known.get('domain'), known.get('expires')
        try:
            version = None if version is None else int(version)
        except ValueError:
            return None
        has_path, has_domain, has_port = bool(path), domain is not None, known.get('port') is not None
        if has_path:
            path = _hosts.escape_path(path)
        else:
            path = _hosts.request_path(request)
            path = path[:path.rindex('/') + (version != 0)] or '/'
        begins_with_dot = has_domain and domain.startswith('.')
        if not has_domain:
            domain = _hosts.eff_request_host(request)[1]
        elif not begins_with_dot:
            domain = '.' + domain
        port = known.get('port')
        if has_port:
            port = _re.sub(r'\s+', '', port)
        elif 'port' in known:
            port = _hosts.request_port(request)
        if expires is not None and expires <= self._now:
            try:
                self.clear(domain, path, name)
            except KeyError:
                pass
            return None
        return Cookie(version, name, value, port, has_port, domain, has_domain, begins_with_dot, path, has_path,
                      known.get('secure', False), expires, known.get('discard', False) or expires is None, known.get('comment'),
                      known.get('commenturl'), rest)

    def _all_made(self, headers, read, request):
        try:
            return [cookie for cookie in [self._made(words, request) for words in read(headers)] if cookie is not None]
        except Exception:
            import traceback
            import warnings
            warnings.warn(f'http.cookiejar bug!\n{traceback.format_exc()}', stacklevel=3)
            return []

    def make_cookies(self, response, request):
        """The cookies that an answer sets."""
        headers, policy = response.info(), self._policy
        newer, older = headers.get_all('Set-Cookie2', []), headers.get_all('Set-Cookie', [])
        self._tell_time()
        if not (newer and (older or policy.rfc2965) or older and policy.netscape) or not (policy.netscape or policy.rfc2965):
            return []
        import _cookie_words as _words
        cookies = self._all_made(newer, _words.split_header_words, request)
        if not older or not policy.netscape:
            return cookies
        others = self._all_made(older, _words.parse_ns_headers, request)
        as_older = getattr(policy, 'rfc2109_as_netscape', None)
        for cookie in others:
            if cookie.version == 1:
                cookie.rfc2109 = True
                if not policy.rfc2965 if as_older is None else as_older:
                    cookie.version = 0
        if policy.rfc2965:
            there = {(cookie.domain, cookie.path, cookie.name) for cookie in cookies}
            others = [cookie for cookie in others if (cookie.domain, cookie.path, cookie.name) not in there]
        return cookies + others

    def extract_cookies(self, response, request):
        with self._cookies_lock:
            for cookie in self.make_cookies(response, request):
                if self._policy.set_ok(cookie, request):
                    self.set_cookie(cookie)

    def set_cookie_if_ok(self, cookie, request):
        with self._cookies_lock:
            self._tell_time()
            if self._policy.set_ok(cookie, request):
                self.set_cookie(cookie)

    def set_cookie(self, cookie):
        with self._cookies_lock:
            self._cookies.setdefault(cookie.domain, {}).setdefault(cookie.path, {})[cookie.name] = cookie

    def _cookie_attrs(self, cookies):
        """The words of a Cookie header: of newer cookies with what was said of them."""
        cookies.sort(key=lambda cookie: -len(cookie.path))
        words = [f'$Version={cookies[0].version}'] if cookies and cookies[0].version > 0 else []
        for cookie in cookies:
            value, is_new = cookie.value, cookie.version > 0
            if value is not None and is_new and _re.search(r'\W', value):
                value = _re.sub(r'(["\\])', r'\\\1', value)
            words.append(cookie.name if value is None else f'{cookie.name}={value}')
            if is_new and cookie.path_specified:
                words.append(f'$Path="{cookie.path}"')
            if is_new and cookie.domain.startswith('.'):
                words.append(f'$Domain="{cookie.domain if cookie.domain_initial_dot else cookie.domain[1:]}"')
            if is_new and cookie.port is not None:
                words.append(f'$Port="{cookie.port}"' if cookie.port_specified else '$Port')
        return words

    def add_cookie_header(self, request):
        with self._cookies_lock:
            self._tell_time()
            cookies = self.for_request(request)
            words = self._cookie_attrs(cookies)
            if words and not request.has_header('Cookie'):
                request.add_unredirected_header('Cookie', '; '.join(words))
            policy = self._policy
            if policy.rfc2965 and not policy.hide_cookie2 and not request.has_header('Cookie2') \
                    and any(cookie.version != 1 for cookie in cookies):
                request.add_unredirected_header('Cookie2', '$Version="1"')
        self.clear_expired_cookies()

    def clear(self, domain=None, path=None, name=None):
        if name is not None:
            if domain is None or path is None:
                raise ValueError('domain and path must be given to remove a cookie by name')
            del self._cookies[domain][path][name]
        elif path is not None:
            if domain is None:
                raise ValueError('domain must be given to remove cookies by path')
            del self._cookies[domain][path]
        elif domain is not None:
            del self._cookies[domain]
        else:
            self._cookies = {}

    def clear_session_cookies(self):
        with self._cookies_lock:
            for cookie in self:
                if cookie.discard:
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def clear_expired_cookies(self):
        with self._cookies_lock:
            now = _time.time()
            for cookie in self:
                if cookie.is_expired(now):
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def __repr__(self):
        return f'<{type(self).__name__}[{", ".join(map(repr, self))}]>'

    def __str__(self):
        return f'<{type(self).__name__}[{", ".join(map(str, self))}]>'


def __getattr__(name):
    if name in ('FileCookieJar', 'LWPCookieJar', 'MozillaCookieJar', 'lwp_cookie_str'):
        import _cookie_files
        return getattr(_cookie_files, name)
    import _cookie_words
    for text in _cookie_words, _hosts:
        if not name.startswith('_') and name in vars(text):
            return vars(text)[name]
    raise AttributeError(f"module 'http.cookiejar' has no attribute '{name}'")
