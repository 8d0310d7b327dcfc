"""Sessions in a cookie that is signed as itsdangerous does."""
import hashlib as _hashlib
import hmac as _hmac
import json as _json
import time as _time
from base64 import b64decode as _b64decode, b64encode as _b64encode, urlsafe_b64decode, urlsafe_b64encode

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection


class _Signer:
    def __init__(self, secret):
        self._key = _hashlib.sha1(b'itsdangerous.Signer' + b'signer' + secret.encode()).digest()

    def _mark(self, value):
        return urlsafe_b64encode(_hmac.new(self._key, value, _hashlib.sha1).digest()).rstrip(b'=')

    def sign(self, value):
        now = int(_time.time())
        value += b'.' + urlsafe_b64encode(now.to_bytes((now.bit_length() + 7) // 8)).rstrip(b'=')
        return value + b'.' + self._mark(value)

    def unsign(self, text, max_age):
        """What was signed, or None."""
        value, _, mark = text.rpartition(b'.')
        data, _, when = value.rpartition(b'.')
        if not data or not _hmac.compare_digest(mark, self._mark(value)):
            return None
        age = _time.time() - int.from_bytes(urlsafe_b64decode(when + b'=' * (-len(when) % 4)))
        return data if max_age is None or 0 <= int(age) <= max_age else None


class SessionMiddleware:
    def __init__(self, app, secret_key, session_cookie='session', max_age=14 * 24 * 60 * 60, path='/',
                 same_site='lax', https_only=False, domain=None, partitioned=False):
        self.app, self.session_cookie, self.max_age, self.path = app, session_cookie, max_age, path
        self.signer = _Signer(str(secret_key))
        self.security_flags = '; '.join(['httponly', 'samesite=' + same_site, *['secure'] * https_only,
                                         *[f'domain={domain}'] * (domain is not None), *['partitioned'] * partitioned])

    async def __call__(self, scope, receive, send):
        if scope['type'] not in ('http', 'websocket'):
            await self.app(scope, receive, send)
            return
        text = HTTPConnection(scope).cookies.get(self.session_cookie)
        found = None if text is None else self.signer.unsign(text.encode(), self.max_age)
        scope['session'] = Session() if found is None else Session(_json.loads(_b64decode(found)))

        async def sender(message):
            if message['type'] == 'http.response.start':
                message.setdefault('headers', [])
                self._add(MutableHeaders(scope=message), scope['session'], found is None)
            await send(message)
        await self.app(scope, receive, sender)

    def _add(self, headers, session, was_empty):
        if session.accessed:
            headers.add_vary_header('Cookie')
        if not session.modified or not session and was_empty:
            return
        data, age = 'null', 'expires=Thu, 01 Jan 1970 00:00:00 GMT; '
        if session:
            data = self.signer.sign(_b64encode(_json.dumps(session).encode())).decode()
            age = '' if self.max_age is None else f'Max-Age={self.max_age}; '
        headers.append('Set-Cookie', f'{self.session_cookie}={data}; path={self.path}; {age}{self.security_flags}')


class Session(dict):
    """A session, which knows whether it was looked at and changed."""
    accessed = modified = False

    def mark_accessed(self):
        self.accessed = True

    def mark_modified(self):
        self.accessed = self.modified = True


def _marking(name):
    plain = getattr(dict, name)

    def method(self, *args, **kwargs):
        self.mark_modified()
        return plain(self, *args, **kwargs)
    method.__name__ = name
    return method


for _name in '__setitem__ __delitem__ clear pop popitem setdefault update __ior__'.split():
    setattr(Session, _name, _marking(_name))
