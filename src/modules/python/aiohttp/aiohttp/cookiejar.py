"""Cookies of a session."""
from _cookie_jar import Cookie as _Cookie, Jar as _Jar, of_header as _of_header
from aiohttp.abc import AbstractCookieJar as _AbstractCookieJar
from http.cookies import Morsel as _Morsel, SimpleCookie as _SimpleCookie
from yarl import URL as _URL


def _is_address(host):
    return ':' in host or host.replace('.', '').isdigit()


class CookieJar(_AbstractCookieJar):
    """Cookies of a session; of servers at bare addresses only if it is `unsafe`."""

    def __init__(self, *, unsafe=False, quote_cookie=True, treat_as_secure_origin=None, loop=None):
        super().__init__(loop=loop)
        self._jar, self._unsafe, self._quote_cookie = _Jar(), unsafe, quote_cookie

    unsafe = property(lambda self: self._unsafe)
    quote_cookie = property(lambda self: self._quote_cookie)

    def update_cookies(self, cookies, response_url=_URL()):
        url = '' if response_url is None else str(response_url)
        if url and not self._unsafe and _is_address(_URL(url).host or ''):
            return
        for name, value in cookies.items() if hasattr(cookies, 'items') else cookies:
            if hasattr(value, 'OutputString'):
                self._keep(_of_header(value.OutputString(), url))
            else:
                self._keep(_Cookie(name, str(value), _URL(url).host or '' if url else ''))

    def _keep(self, cookie):
        if cookie is not None:
            self._jar.set_cookie(cookie)

    def filter_cookies(self, request_url=_URL()):
        found = _SimpleCookie()
        if self._unsafe or not _is_address(_URL(str(request_url)).host or ''):
            chosen = self._jar.for_url(request_url)
        else:
            chosen = [cookie for cookie in self._jar if not cookie.domain]
        for cookie in chosen:
            found[cookie.name] = _morsel(cookie, bare=True)
        return found

    def save(self, file_path):
        """Writes the cookies to a file, as JSON."""
        import json
        kept = [[c.name, c.value, c.domain, c.path, c.expires, c.secure, c.domain_specified] for c in self._jar]
        with open(file_path, 'w', encoding='utf-8') as file:
            json.dump(kept, file)

    def load(self, file_path):
        import json
        with open(file_path, encoding='utf-8') as file:
            kept = json.load(file)
        self._jar = _Jar()
        for fields in kept:
            self._keep(_Cookie(*fields))

    def clear(self, predicate=None):
        self._jar.drop(lambda cookie: predicate is None or predicate(_morsel(cookie)))

    def clear_domain(self, domain):
        self._jar.drop(lambda cookie: cookie.domain.lstrip('.') == domain)

    def __iter__(self):
        return iter([_morsel(cookie) for cookie in self._jar])

    def __len__(self):
        return len(self._jar)


def _morsel(cookie, bare=False):
    morsel = _Morsel()
    morsel.set(cookie.name, cookie.value, cookie.value)
    if not bare:
        morsel['domain'], morsel['path'] = cookie.domain.lstrip('.'), cookie.path
    return morsel


class DummyCookieJar(CookieJar):

    def update_cookies(self, cookies, response_url=_URL()):
        pass
