"""Cookies of a session. The simulated hosts set none; a server of the program itself may."""
from collections.abc import MutableMapping as _MutableMapping

from _cookie_jar import Cookie, Jar as _Jar


class CookieConflictError(RuntimeError):
    """There are several cookies of that name."""


class RequestsCookieJar(_Jar, _MutableMapping):
    """Cookies by name."""

    def set(self, name, value, domain='', path='/', expires=None, **kwargs):
        if value is None:
            self.drop(lambda cookie: cookie.name == name and domain in ('', cookie.domain))
            return None
        cookie = Cookie(name, value, domain, path, expires, wide=bool(domain))
        self.set_cookie(cookie)
        return cookie

    def _find(self, name, domain=None, path=None):
        found = [cookie for cookie in self.named(name)
                 if domain in (None, cookie.domain) and path in (None, cookie.path)]
        if len(found) > 1:
            raise CookieConflictError(f'There are multiple cookies with name, {name!r}')
        if not found:
            raise KeyError(f'name={name!r}, domain={domain!r}, path={path!r}')
        return found[0].value

    def get(self, name, default=None, domain=None, path=None):
        try:
            return self._find(name, domain, path)
        except KeyError:
            return default

    def get_dict(self, domain=None, path=None):
        return {cookie.name: cookie.value for cookie in self
                if domain in (None, cookie.domain) and path in (None, cookie.path)}

    def keys(self):
        return [cookie.name for cookie in self]

    def values(self):
        return [cookie.value for cookie in self]

    def items(self):
        return [(cookie.name, cookie.value) for cookie in self]

    def list_domains(self):
        return list(dict.fromkeys(cookie.domain for cookie in self))

    def list_paths(self):
        return list(dict.fromkeys(cookie.path for cookie in self))

    def clear(self, domain=None, path=None, name=None):
        self.drop(lambda cookie: domain in (None, cookie.domain) and path in (None, cookie.path)
                  and name in (None, cookie.name))

    def __getitem__(self, name):
        return self._find(name)

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        self.drop(lambda cookie: cookie.name == name)

    def __contains__(self, name):
        return bool(self.named(name))

    __iter__ = _Jar.__iter__
    __len__ = _Jar.__len__

    def update(self, other=(), **kwargs):
        if isinstance(other, _Jar):
            for cookie in other:
                self.set_cookie(cookie)
            other = ()
        for name, value in [*dict(other.items() if hasattr(other, 'items') else other).items(), *kwargs.items()]:
            self[name] = value

    def copy(self):
        jar = RequestsCookieJar()
        jar.update(self)
        return jar

    def __repr__(self):
        return f'<RequestsCookieJar[{", ".join(map(repr, self))}]>'


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    jar = RequestsCookieJar() if cookiejar is None else cookiejar
    jar.update({name: value for name, value in (cookie_dict or {}).items() if overwrite or name not in jar})
    return jar
