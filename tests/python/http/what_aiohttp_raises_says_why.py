# recorded by hand: aiohttp is not on the machine that records
import pickle
import warnings

import aiohttp
from aiohttp.client_reqrep import RequestInfo
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

info = RequestInfo(URL('http://example.org/a'), 'GET', CIMultiDictProxy(CIMultiDict()), URL('http://example.org/a'))
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter('always')
    old = aiohttp.ClientResponseError(info, (), code=404, message='gone')
    print(old, old.code)
    old.code = 410
    print(old.status)
for each in told:
    print(each.category.__name__, each.message, each.filename == __file__)
try:
    aiohttp.ClientResponseError(info, (), code=404, status=404)
except ValueError as e:
    print(e)

wrong = aiohttp.ServerFingerprintMismatch(b'expected', b'got', 'example.org', 443)
print(repr(wrong), wrong.args, pickle.loads(pickle.dumps(wrong)).got)
url = aiohttp.InvalidURL('x y', 'no host')
print(url, repr(url), url.args, pickle.loads(pickle.dumps(url)).description)
for kind in aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorDNSError, aiohttp.ServerTimeoutError:
    print(kind.__name__, [each.__name__ for each in kind.__mro__ if each.__name__.startswith(('Client', 'Server'))])
