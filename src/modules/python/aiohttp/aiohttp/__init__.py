"""aiohttp's client on the simulated network, and its server on the loopback addresses."""
from aiohttp.client import (
    ClientSession, ClientTimeout, ClientWSTimeout, _BaseRequestContextManager, _RequestContextManager, request)
from aiohttp.client_exceptions import *
from aiohttp.client_reqrep import ClientRequest, ClientResponse, ConnectionKey, RequestInfo
from aiohttp.connector import BaseConnector, TCPConnector, UnixConnector
from aiohttp.cookiejar import CookieJar, DummyCookieJar
from aiohttp.helpers import BasicAuth
from aiohttp.http import HttpVersion, HttpVersion10, HttpVersion11
from aiohttp.streams import StreamReader

__version__ = '3.11.18'
_ELSEWHERE = {
    'formdata': ['FormData'], 'resolver': ['AsyncResolver', 'DefaultResolver', 'ThreadedResolver'], 'helpers': ['ETag', 'encode_basic_auth'],
    'tracing': ['TraceConfig'], 'client_middlewares': ['ClientHandlerType', 'ClientMiddlewareType'],
    'client_middleware_digest_auth': ['DigestAuthMiddleware'],
    '_websockets': ['WSMsgType', 'WSMessage', 'WSCloseCode', 'WebSocketError', 'ClientWebSocketResponse'],
    'multipart': ['BodyPartReader', 'MultipartReader',
                  'MultipartWriter', 'content_disposition_filename', 'parse_content_disposition'],
    'payload': ['AsyncIterablePayload', 'BufferedReaderPayload', 'BytesIOPayload', 'BytesPayload', 'IOBasePayload', 'JsonPayload',
                'Payload', 'StringIOPayload', 'StringPayload', 'TextIOPayload', 'get_payload', 'payload_type'],
}


def __getattr__(name):
    from importlib import import_module
    if name in ('hdrs', 'web', 'web_exceptions', 'web_response', 'formdata', 'multipart', 'payload', 'abc', 'helpers', 'resolver'):
        return import_module('aiohttp.' + name)
    for module, names in _ELSEWHERE.items():
        if name in names or module == 'tracing' and name.startswith('Trace') and name.endswith('Params'):
            return getattr(import_module('aiohttp.' + module), name)
    raise AttributeError(f'module {__name__} has no attribute {name}')
