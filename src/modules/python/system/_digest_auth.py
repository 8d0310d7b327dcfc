"""Handlers of urllib.request that answer a server which asks for a digest of name and password (RFC 2617)."""
import hashlib
import os
import time
from urllib.error import HTTPError, URLError
from urllib.request import BaseHandler, HTTPPasswordMgr, parse_http_list, parse_keqv_list

__name__ = 'urllib.request'  # where what is here is said to be


class AbstractDigestAuthHandler:
    """The digests; each of its handlers has a header to put them in."""

    def __init__(self, passwd=None):
        self.passwd = HTTPPasswordMgr() if passwd is None else passwd
        self.add_password = self.passwd.add_password
        self.retried, self.nonce_count, self.last_nonce = 0, 0, None

    def reset_retry_count(self):
        self.retried = 0

    def http_error_auth_reqed(self, auth_header, host, req, headers):
        asked = headers.get(auth_header, None)
        if self.retried > 5:
            raise HTTPError(req.full_url, 401, 'digest auth failed', headers, None)
        self.retried += 1
        if not asked:
            return None
        scheme = asked.split()[0]
        if scheme.lower() == 'digest':
            return self.retry_http_digest_auth(req, asked)
        if scheme.lower() != 'basic':
            raise ValueError(f"AbstractDigestAuthHandler does not support the following scheme: '{scheme}'")
        return None

    def retry_http_digest_auth(self, req, auth):
        words = self.get_authorization(req, parse_keqv_list(filter(None, parse_http_list(auth.split(' ', 1)[1]))))
        if not words or req.headers.get(self.auth_header, None) == f'Digest {words}':
            return None
        req.add_unredirected_header(self.auth_header, f'Digest {words}')
        return self.parent.open(req, timeout=req.timeout)

    def get_cnonce(self, nonce):
        """What the client adds, so that no digest comes twice."""
        seed = f'{self.nonce_count}:{nonce}:{time.ctime()}:'.encode('ascii') + os.urandom(8)
        return hashlib.sha1(seed).hexdigest()[:16]

    def get_authorization(self, req, chal):
        if 'realm' not in chal or 'nonce' not in chal:
            return None
        realm, nonce, qop, algorithm = chal['realm'], chal['nonce'], chal.get('qop'), chal.get('algorithm', 'MD5')
        digest, keyed = self.get_algorithm_impls(algorithm)
        user, password = self.passwd.find_user_password(realm, req.full_url)
        if user is None:
            return None
        secret, asked = digest(f'{user}:{realm}:{password}'), digest(f'{req.get_method()}:{req.selector}')
        more = ''
        if qop is None:
            response = keyed(secret, f'{nonce}:{asked}')
        elif 'auth' in qop.split(','):
            self.nonce_count = self.nonce_count + 1 if nonce == self.last_nonce else 1
            self.last_nonce = nonce
            cnonce = self.get_cnonce(nonce)
            response = keyed(secret, f'{nonce}:{self.nonce_count:08x}:{cnonce}:auth:{asked}')
            more = f', qop=auth, nc={self.nonce_count:08x}, cnonce="{cnonce}"'
        else:
            raise URLError(f"qop '{qop}' is not supported.")
        opaque = f', opaque="{chal["opaque"]}"' if chal.get('opaque') else ''
        return (f'username="{user}", realm="{realm}", nonce="{nonce}", uri="{req.selector}", response="{response}"{opaque}'
                f', algorithm="{algorithm}"{more}')

    def get_algorithm_impls(self, algorithm):
        """The digest of a text, and of a secret with a text."""
        kind = {'MD5': hashlib.md5, 'SHA': hashlib.sha1}.get(algorithm)
        if kind is None:
            raise ValueError(f'Unsupported digest authentication algorithm {algorithm!r}')

        def digest(text):
            return kind(text.encode('ascii')).hexdigest()
        return digest, lambda secret, data: digest(f'{secret}:{data}')

    def get_entity_digest(self, data, chal):
        return None

    def _answer(self, challenge, req, headers):
        answer = self.http_error_auth_reqed(challenge, req.host, req, headers)
        self.reset_retry_count()
        return answer


class HTTPDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    """Answers a server."""
    auth_header, handler_order = 'Authorization', 490

    def http_error_401(self, req, fp, code, msg, headers):
        return self._answer('www-authenticate', req, headers)


class ProxyDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    """Answers a proxy."""
    auth_header, handler_order = 'Proxy-Authorization', 490

    def http_error_407(self, req, fp, code, msg, headers):
        return self._answer('proxy-authenticate', req, headers)


for _kind in (AbstractDigestAuthHandler, HTTPDigestAuthHandler, ProxyDigestAuthHandler):
    _kind.__module__ = 'urllib.request'
