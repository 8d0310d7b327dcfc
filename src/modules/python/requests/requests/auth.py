"""A name and a password."""
import _network
from requests.cookies import extract_cookies_to_jar


class AuthBase:
    """What may be given as `auth`."""

    def __call__(self, r):
        raise NotImplementedError('Auth hooks must be callable.')


class HTTPBasicAuth(AuthBase):
    """In a header of the request."""

    def __init__(self, username, password):
        self.username, self.password = username, password

    def __eq__(self, other):
        return (self.username, self.password) == (getattr(other, 'username', None), getattr(other, 'password', None))

    __hash__ = None

    def __call__(self, r):
        r.headers['Authorization'] = _network.basic_auth(self.username, self.password)
        return r


class HTTPProxyAuth(HTTPBasicAuth):
    def __call__(self, r):
        r.headers['Proxy-Authorization'] = _network.basic_auth(self.username, self.password)
        return r


class HTTPDigestAuth(AuthBase):
    """As a digest, once the server asks for one."""

    def __init__(self, username, password):
        self.username, self.password, self._asked, self._count = username, password, {}, 0

    __eq__, __hash__ = HTTPBasicAuth.__eq__, None

    def __call__(self, r):
        if self._asked:
            r.headers['Authorization'] = self.build_digest_header(r.method, r.url)
        r.register_hook('response', self.handle_401)
        return r

    def build_digest_header(self, method, url):
        from _digests import answer
        from urllib.parse import urlsplit
        parts, asked = urlsplit(url), self._asked
        path, qop = (parts.path or '/') + (f'?{parts.query}' if parts.query else ''), asked.get('qop')
        if qop is not None and 'auth' not in qop.split(','):
            return None
        self._count += 1
        digest, fresh = answer(asked, self.username, self.password, method, path, self._count, qop)
        told = [('username', self.username), ('realm', asked['realm']), ('nonce', asked['nonce']), ('uri', path), ('response', digest)]
        told += [(name, asked[name]) for name in ('opaque', 'algorithm') if asked.get(name)]
        text = ', '.join([f'{name}="{value}"' for name, value in told])
        return f'Digest {text}' + (f', qop="auth", nc={self._count:08x}, cnonce="{fresh}"' if qop else '')

    def handle_401(self, r, **kwargs):
        from _digests import asked_of
        asked = r.headers.get('www-authenticate', '')
        if not 400 <= r.status_code < 500 or 'digest' not in asked.lower() or getattr(r.request, '_answers', False):
            return r
        self._asked, self._count = asked_of(asked), 0
        r.content
        request = r.request.copy()
        request._answers = True
        request.headers['Authorization'] = self.build_digest_header(request.method, request.url)
        extract_cookies_to_jar(request._cookies, r.request, r.raw)
        request.prepare_cookies(request._cookies)
        again = r.connection.send(request, **kwargs)
        again.history.append(r)
        return again
