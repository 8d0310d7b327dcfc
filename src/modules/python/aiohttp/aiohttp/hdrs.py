"""The names of HTTP's headers and methods."""
from multidict import istr as _istr

METH_ANY = '*'
_METHODS = 'CONNECT HEAD GET DELETE OPTIONS PATCH POST PUT TRACE'.split()
METH_ALL = set(_METHODS)
globals().update((f'METH_{method}', method) for method in _METHODS)
_NAMES = '''Accept Accept-Charset Accept-Encoding Accept-Language Accept-Ranges Access-Control-Max-Age
Access-Control-Allow-Credentials Access-Control-Allow-Headers Access-Control-Allow-Methods Access-Control-Allow-Origin
Access-Control-Expose-Headers Access-Control-Request-Headers Access-Control-Request-Method Age Allow Authorization
Cache-Control Connection Content-Disposition Content-Encoding Content-Language Content-Length Content-Location Content-MD5
Content-Range Content-Transfer-Encoding Content-Type Cookie Date Destination Digest ETag Expect Expires Forwarded From Host
If-Match If-Modified-Since If-None-Match If-Range If-Unmodified-Since Keep-Alive Last-Event-ID Last-Modified Link Location
Max-Forwards Origin Pragma Proxy-Authenticate Proxy-Authorization Range Referer Retry-After Sec-WebSocket-Accept
Sec-WebSocket-Version Sec-WebSocket-Protocol Sec-WebSocket-Extensions Sec-WebSocket-Key Sec-WebSocket-Key1 Server Set-Cookie
TE Trailer Transfer-Encoding Upgrade URI User-Agent Vary Via Want-Digest Warning WWW-Authenticate X-Forwarded-For
X-Forwarded-Host X-Forwarded-Proto'''.split()
globals().update((name.upper().replace('-', '_'), _istr(name)) for name in _NAMES)
