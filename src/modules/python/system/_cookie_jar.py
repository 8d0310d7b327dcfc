"""Cookies that servers set, and which of them go with a request (RFC 6265), as clients other than urllib's have them."""
import time as _time
from urllib.parse import urlsplit as _urlsplit


class Cookie:
    """A name and a value, for a domain and a path."""

    def __init__(self, name, value, domain='', path='/', expires=None, secure=False, wide=False):
        self.name, self.value, self.domain, self.path = name, value, domain, path
        self.expires, self.secure, self.domain_specified = expires, secure, wide
        self.version, self.port, self.discard, self.comment = 0, None, expires is None, None

    def is_expired(self, now=None):
        return self.expires is not None and self.expires <= (_time.time() if now is None else now)

    def __repr__(self):
        return f'<Cookie {self.name}={self.value} for {self.domain}{self.path}>'

    def goes_to(self, url):
        """Whether it is sent along with a request to there."""
        parts = _urlsplit(str(url))
        host, path = parts.hostname or '', parts.path or '/'
        here = not self.domain or self.domain.lstrip('.') in (host, host + '.local') or (
            self.domain_specified and host.endswith('.' + self.domain.lstrip('.')))
        below = path == self.path or path.startswith(self.path.rstrip('/') + '/')
        return here and below and not self.is_expired() and (parts.scheme == 'https' or not self.secure)


def when(text):
    """Seconds since the epoch of a date in a header; None: it is none."""
    from calendar import timegm
    text = ' '.join(text.replace('-', ' ').split())
    for form in '%a, %d %b %Y %H:%M:%S GMT', '%A, %d %b %y %H:%M:%S GMT', '%a %b %d %H:%M:%S %Y':
        try:
            return timegm(_time.strptime(text, form))
        except ValueError:
            pass
    return None


# What has a place of its own in a cookie.
_OF_NETSCAPE = '', 'domain', 'path', 'max-age', 'expires', 'secure', 'version'


def of_header(text, url, any_domain=False):
    """The cookie of a Set-Cookie header; None: it is for somebody else, which a policy may say as well."""
    pair, *rest = text.split(';')
    name, sign, value = (part.strip() for part in pair.partition('='))
    if not name or not sign:
        return None
    parts = _urlsplit(str(url))
    host, known, words = parts.hostname or '', {}, {}
    for attribute in rest:
        key, _, given = attribute.partition('=')
        words[key.strip()] = known[key.strip().lower()] = given.strip()
    domain, wide = known.get('domain', '').lstrip('.').lower(), bool(known.get('domain'))
    if wide and host and not any_domain and host != domain and not host.endswith('.' + domain):
        return None
    path = known.get('path', '')
    if not path.startswith('/'):
        path = parts.path.rpartition('/')[0] or '/'
    age = known.get('max-age', '')
    if age.lstrip('-').isdigit():
        expires = _time.time() + int(age)
    else:
        expires = when(known['expires']) if known.get('expires') else None
    cookie = Cookie(name, value, '.' + domain if wide else host, path, expires, 'secure' in known, wide)
    cookie.path_specified = known.get('path', '').startswith('/')
    cookie.rest = {key: given or None for key, given in words.items() if key.lower() not in _OF_NETSCAPE}
    return cookie


def of_answer(headers, url, any_domain=False):
    """The cookies that an answer sets. A host without a dot is one of the domain local, as http.cookiejar has it."""
    found = (of_header(value, url, any_domain) for name, value in headers if name.lower() == 'set-cookie')
    cookies = [cookie for cookie in found if cookie is not None]
    for cookie in cookies:
        if '.' not in cookie.domain:
            cookie.domain += '.local'
    return cookies


class Jar:
    """Cookies by domain, path and name."""
    _policy = None

    def __init__(self):
        self._cookies = {}

    def set_policy(self, policy):
        self._policy = policy

    def take(self, cookie, url):
        """Keeps a cookie of an answer from there, unless the program's policy is against it."""
        if self._policy is not None:
            from _cookie_policy import Asked
            if not self._policy.set_ok(cookie, Asked(url)):
                return
        self.set_cookie(cookie)

    def set_cookie(self, cookie):
        beside = self._cookies.setdefault(cookie.domain, {}).setdefault(cookie.path, {})
        if cookie.is_expired():
            beside.pop(cookie.name, None)
        else:
            beside[cookie.name] = cookie

    def for_url(self, url):
        """Those that go with a request, the longest paths first."""
        if self._policy is not None:
            from _cookie_policy import Asked
            return self.for_request(Asked(url))
        fit = [cookie for cookie in self if cookie.goes_to(url)]
        return sorted(fit, key=lambda cookie: -len(cookie.path))

    def for_request(self, request):
        """The same as the policy has it."""
        policy = self._policy
        fit = [cookie for domain, paths in self._cookies.items() if policy.domain_return_ok(domain, request)
               for path, names in paths.items() if policy.path_return_ok(path, request)
               for cookie in names.values() if policy.return_ok(cookie, request)]
        return sorted(fit, key=lambda cookie: -len(cookie.path))

    def named(self, name):
        return [cookie for cookie in self if cookie.name == name]

    def drop(self, test):
        for cookie in self:
            if test(cookie):
                del self._cookies[cookie.domain][cookie.path][cookie.name]

    def __iter__(self):
        return iter([cookie for paths in self._cookies.values() for names in paths.values() for cookie in names.values()])

    def __len__(self):
        return sum(len(names) for paths in self._cookies.values() for names in paths.values())


from _frames import unseen as _unseen
_unseen(Jar)
