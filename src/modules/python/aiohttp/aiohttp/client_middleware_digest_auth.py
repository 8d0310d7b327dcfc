"""A client's name and password as digests (RFC 7616), once a server asks for them."""
import hashlib as _hashlib
import os as _os
import re as _re
import time as _time

from aiohttp import hdrs as _hdrs
from aiohttp.client_exceptions import ClientError as _ClientError
from yarl import URL as _URL

_KINDS = {name + end: kind for name, kind in (('MD5', 'md5'), ('SHA', 'sha1'), ('SHA256', 'sha256'), ('SHA-256', 'sha256'), ('SHA512', 'sha512'),
                                             ('SHA-512', 'sha512')) for end in ('', '-SESS')}
SUPPORTED_ALGORITHMS = tuple(sorted(_KINDS))
_QUOTED = 'username', 'realm', 'nonce', 'uri', 'response', 'opaque', 'cnonce'
_WORDS = _re.compile(r'(?:^|\s|,\s*)(\w++)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+)))?')
_FIELDS = 'realm', 'nonce', 'qop', 'algorithm', 'opaque', 'domain', 'stale'


def escape_quotes(value):
    return value.replace('\\', '\\\\').replace('"', '\\"')


def unescape_quotes(value):
    return value.replace('\\"', '"').replace('\\\\', '\\')


def parse_header_pairs(header):
    """What the first thing says that a server asks for."""
    pairs = {}
    for match in _WORDS.finditer(header):
        key, quoted, bare = match.groups()
        if quoted is not None or bare is not None:
            pairs[key] = unescape_quotes(quoted) if bare is None else bare
        elif pairs:
            break
    return pairs


class DigestAuthMiddleware:
    """Answers a server that asks for a digest, and goes on doing so for what it has named."""

    def __init__(self, login, password, preemptive=True):
        if login is None:
            raise ValueError('None is not allowed as login value')
        if password is None:
            raise ValueError('None is not allowed as password value')
        if ':' in login:
            raise ValueError('A ":" is not allowed in username (RFC 1945#section-11.1)')
        self._login, self._password, self._preemptive = login, password, preemptive
        self._challenge, self._protection_space, self._origin = {}, [], None
        self._last_nonce, self._nonce_count = None, 0

    async def _encode(self, method, url, body):
        """The header that answers."""
        asked = self._challenge
        for name in 'realm', 'nonce':
            if name not in asked:
                raise _ClientError(f"Malformed Digest auth challenge: Missing '{name}' parameter")
        realm, nonce = asked['realm'], asked['nonce']
        if not nonce:
            raise _ClientError("Security issue: Digest auth challenge contains empty 'nonce' value")
        algorithm, path, qop = asked.get('algorithm', 'MD5'), _URL(url).raw_path_qs, ''
        if asked.get('qop'):
            known = {word.strip() for word in asked['qop'].split(',')} & {'auth', 'auth-int'}
            if not known:
                raise _ClientError(f'Digest auth error: Unsupported Quality of Protection (qop) value(s): {asked["qop"]}')
            qop = max(known)
        kind = algorithm.upper()
        if kind not in _KINDS:
            raise _ClientError(f'Digest auth error: Unsupported hash algorithm: {kind}. Supported algorithms: {", ".join(SUPPORTED_ALGORITHMS)}')

        def digest(*parts):
            return _hashlib.new(_KINDS[kind], b':'.join(p if isinstance(p, bytes) else p.encode() for p in parts)).hexdigest()
        what = [method.upper(), path]
        if qop == 'auth-int':
            what.append(digest(body.encode() if isinstance(body, str) else bytes(body or b'')))
        self._nonce_count = self._nonce_count + 1 if nonce == self._last_nonce else 1
        self._last_nonce, count = nonce, f'{self._nonce_count:08x}'
        fresh = _hashlib.sha1(f'{self._nonce_count}{nonce}{_time.ctime()}'.encode() + _os.urandom(8)).hexdigest()[:16]
        secret = digest(self._login, realm, self._password)
        if kind.endswith('-SESS'):
            secret = digest(secret, nonce, fresh)
        answer = digest(secret, nonce, *((count, fresh, qop) if qop else ()), digest(*what))
        said = {'username': escape_quotes(self._login), 'realm': escape_quotes(realm), 'nonce': escape_quotes(nonce), 'uri': path, 'response': answer,
                'algorithm': algorithm}
        if asked.get('opaque'):
            said['opaque'] = escape_quotes(asked['opaque'])
        if qop:
            said.update(qop=qop, nc=count, cnonce=fresh)
        return 'Digest ' + ', '.join(f'{name}="{value}"' if name in _QUOTED else f'{name}={value}' for name, value in said.items())

    def _in_protection_space(self, url):
        url = str(url)
        return any(url.startswith(space) and (len(url) == len(space) or space[-1] == '/' or url[len(space)] == '/') for space in self._protection_space)

    def _authenticate(self, response):
        """Whether a response asks for a digest, which is then known."""
        how, _, asked = response.headers.get('www-authenticate', '').partition(' ')
        pairs = parse_header_pairs(asked) if response.status == 401 and how.lower() == 'digest' else {}
        if not pairs:
            return False
        self._challenge = {name: pairs[name] for name in _FIELDS if name in pairs}
        origin = response.url.origin()
        named = [uri.strip('"') for uri in self._challenge.get('domain', '').split()]
        self._protection_space = [str(origin.join(_URL(uri))) if uri[0] == '/' else str(_URL(uri)) for uri in named if uri] or [str(origin)]
        return bool(self._challenge)

    async def __call__(self, request, handler):
        origin = request.url.origin()
        if self._origin is None:
            self._origin = origin
        elif origin != self._origin and not self._in_protection_space(request.url):
            return await handler(request)
        for again in range(2):
            if again or self._preemptive and self._challenge and self._in_protection_space(request.url):
                request.headers[_hdrs.AUTHORIZATION] = await self._encode(request.method, request.url, request.body)
            response = await handler(request)
            if not self._authenticate(response):
                break
        return response
