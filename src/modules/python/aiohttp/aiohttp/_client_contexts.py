"""How long a client waits, and what its requests are awaited or entered by."""
from collections import namedtuple as _namedtuple
from collections.abc import Coroutine as _Coroutine
from aiohttp.connector import _ssl

__name__ = 'aiohttp.client'  # where what is here is said to be  #: in aiohttp/client.py


class ClientTimeout(_namedtuple('ClientTimeout', 'total connect sock_read sock_connect ceil_threshold')):
    """How many seconds parts of a request may take."""

    def __new__(cls, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        return super().__new__(cls, total, connect, sock_read, sock_connect, ceil_threshold)

    __new__.__qualname__ = 'ClientTimeout.__init__'


class ClientWSTimeout(_namedtuple('ClientWSTimeout', 'ws_receive ws_close')):
    __module__ = 'aiohttp.client_ws'

    def __new__(cls, ws_receive=None, ws_close=None):
        return super().__new__(cls, ws_receive, ws_close)


class _BaseRequestContextManager(_Coroutine):
    """A request on its way: awaited or entered, it gives the answer."""

    def __init__(self, coro, options={}):
        self._coro, self._options = coro, options

    def send(self, arg):
        return self._coro.send(arg)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    _options = {}

    def __await__(self):
        # Who enters it hears nothing: there the line is one of aiohttp's own.
        if self._options:
            _ssl(True, *[self._options.get(name) for name in ('verify_ssl', 'ssl_context', 'fingerprint')])
        return self._coro.__await__()

    def __iter__(self):
        return self.__await__()

    async def __aenter__(self):
        self._resp = await self._coro
        return await self._resp.__aenter__()

    async def __aexit__(self, *exc):
        await self._resp.__aexit__(*exc)


_RequestContextManager = _BaseRequestContextManager


class _SessionRequestContextManager:
    """One whose session ends with it; it is entered, not awaited."""

    def __init__(self, coro, session):
        self._coro, self._resp, self._session = coro, None, session

    async def __aenter__(self):
        try:
            answer = await self._coro
        except BaseException:
            await self._session.close()
            raise
        self._resp = answer
        return answer

    async def __aexit__(self, *exc):
        self._resp.close()
        await self._session.close()
