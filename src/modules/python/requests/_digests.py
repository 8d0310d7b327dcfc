"""Digests of names and passwords (RFC 7616), for clients of several packages."""
import hashlib as _hashlib
import os as _os
import time as _time
from urllib.request import parse_http_list as _parse_http_list, parse_keqv_list as _parse_keqv_list

_KINDS = {'SHA': 'sha1', 'MD5': 'md5'}


def asked_of(header):
    """What a server asks for, without the word `Digest` before it."""
    return _parse_keqv_list(_parse_http_list(header.partition(' ')[2]))


def answer(asked, username, password, method, path, count, qop):
    """The digest, and the number that the client has added."""
    algorithm, nonce = asked.get('algorithm', 'MD5').upper(), asked['nonce']
    base = algorithm.removesuffix('-SESS')
    kind = _KINDS.get(base, base.replace('-', '').lower())

    def digest(*parts):
        return _hashlib.new(kind, ':'.join(parts).encode()).hexdigest()
    fresh = _hashlib.sha1(f'{count}{nonce}{_time.ctime()}'.encode() + _os.urandom(8)).hexdigest()[:16]
    secret = digest(username, asked['realm'], password)
    if base != algorithm:
        secret = digest(secret, nonce, fresh)
    return digest(secret, nonce, *([f'{count:08x}', fresh, 'auth'] if qop else []), digest(method, path)), fresh
