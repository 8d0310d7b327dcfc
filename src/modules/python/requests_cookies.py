"""Cookies of a session. The simulated hosts set none; a program may."""
from collections.abc import MutableMapping as _MutableMapping


class Cookie:
    """A name and a value, for a domain and a path."""

    def __init__(self, name, value, domain='', path='/'):
        self.name, self.value, self.domain, self.path = name, value, domain, path

    def __repr__(self):
        return f'<Cookie {self.name}={self.value} for {self.domain}{self.path}>'


class RequestsCookieJar(_MutableMapping):
    """Cookies by name."""

    def __init__(self):
        self._cookies = {}

    def set(self, name, value, domain='', path='/', **kwargs):
        if value is None:
            self._cookies.pop(name, None)
            return None
        self._cookies[name] = Cookie(name, value, domain, path)
        return self._cookies[name]

    def get(self, name, default=None, domain=None, path=None):
        return self._cookies[name].value if name in self._cookies else default

    def get_dict(self, domain=None, path=None):
        return {name: cookie.value for name, cookie in self._cookies.items()}

    def keys(self):
        return list(self._cookies)

    def values(self):
        return [cookie.value for cookie in self._cookies.values()]

    def items(self):
        return [(name, cookie.value) for name, cookie in self._cookies.items()]

    def __getitem__(self, name):
        return self._cookies[name].value

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        del self._cookies[name]

    def __contains__(self, name):
        return name in self._cookies

    def __iter__(self):
        return iter(list(self._cookies.values()))

    def __len__(self):
        return len(self._cookies)

    def update(self, other=(), **kwargs):
        for name, value in [*dict(other.items() if hasattr(other, 'items') else other).items(), *kwargs.items()]:
            self[name] = value

    def copy(self):
        jar = RequestsCookieJar()
        jar.update(self)
        return jar

    def __repr__(self):
        return f'<RequestsCookieJar[{", ".join(map(repr, self._cookies.values()))}]>'


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    jar = RequestsCookieJar() if cookiejar is None else cookiejar
    jar.update({name: value for name, value in (cookie_dict or {}).items() if overwrite or name not in jar})
    return jar
