"""httpx on the simulated network: a Client blocks its thread, an AsyncClient is awaited."""
from httpx.__version__ import __description__, __title__, __version__
from httpx._exceptions import (CloseError, ConnectError, ConnectTimeout, CookieConflict, DecodingError, HTTPError,
                               HTTPStatusError, InvalidURL, LocalProtocolError, NetworkError, PoolTimeout,
                               ProtocolError, ProxyError, ReadError, ReadTimeout, RemoteProtocolError, RequestError,
                               RequestNotRead, ResponseNotRead, StreamClosed, StreamConsumed, StreamError,
                               TimeoutException, TooManyRedirects, TransportError, UnsupportedProtocol, WriteError,
                               WriteTimeout)
from httpx._urls import QueryParams, URL
from httpx._types import AsyncByteStream, SyncByteStream
from httpx._content import ByteStream
from httpx._models import Cookies, Headers, Request, Response
from httpx._config import Limits, Proxy, Timeout, create_ssl_context
from httpx._auth import Auth, BasicAuth, DigestAuth, FunctionAuth, NetRCAuth
from httpx._transports.base import AsyncBaseTransport, BaseTransport
from httpx._transports.default import AsyncHTTPTransport, HTTPTransport
from httpx._client import AsyncClient, Client, USE_CLIENT_DEFAULT
from httpx._api import delete, get, head, options, patch, post, put, request, stream

__all__ = [
    '__description__', '__title__', '__version__', 'ASGITransport', 'AsyncBaseTransport', 'AsyncByteStream', 'AsyncClient',
    'AsyncHTTPTransport', 'Auth', 'BaseTransport', 'BasicAuth', 'ByteStream', 'Client', 'CloseError', 'codes', 'ConnectError',
    'ConnectTimeout', 'CookieConflict', 'Cookies', 'create_ssl_context', 'DecodingError', 'delete', 'DigestAuth', 'FunctionAuth',
    'get', 'head', 'Headers', 'HTTPError', 'HTTPStatusError', 'HTTPTransport', 'InvalidURL', 'Limits', 'LocalProtocolError',
    'MockTransport', 'NetRCAuth', 'NetworkError', 'options', 'patch', 'PoolTimeout', 'post', 'ProtocolError', 'Proxy', 'ProxyError',
    'put', 'QueryParams', 'ReadError', 'ReadTimeout', 'RemoteProtocolError', 'request', 'Request', 'RequestError', 'RequestNotRead',
    'Response', 'ResponseNotRead', 'stream', 'StreamClosed', 'StreamConsumed', 'StreamError', 'SyncByteStream', 'Timeout',
    'TimeoutException', 'TooManyRedirects', 'TransportError', 'UnsupportedProtocol', 'URL', 'USE_CLIENT_DEFAULT', 'WriteError',
    'WriteTimeout', 'WSGITransport']
# Read when a program first asks for one.
_RARE = {'ASGITransport': '_transports.asgi', 'MockTransport': '_transports.mock', 'WSGITransport': '_transports.wsgi',
         'codes': '_status_codes'}


def __getattr__(name):
    if name not in _RARE:
        raise AttributeError(f"module 'httpx' has no attribute {name!r}")
    from importlib import import_module
    return globals().setdefault(name, getattr(import_module('httpx.' + _RARE[name]), name))


def __dir__():
    return sorted({*globals(), *__all__})
