"""Requests over the network, and bodies that arrive from it."""
import asyncio as _asyncio
import time as _time
import _network

from httpx._exceptions import ConnectError, ReadError, ReadTimeout, RemoteProtocolError, UnsupportedProtocol
from httpx._urls import URL
from httpx._models import Response
from httpx._config import Timeout
from httpx._transports.base import AsyncBaseTransport, BaseTransport

__name__ = 'httpx'  # where what is here is said to be


def _raise_from_core(error, fault=None):
    """Raises an error as what one of the same name in httpcore is mapped to, which the network's fault may be the reason of."""
    import httpcore
    if isinstance(error, RemoteProtocolError):
        fault = None
    core = getattr(httpcore, type(error).__name__)(*error.args if fault is None else (fault,))
    try:
        raise core
    except Exception:
        core.__context__, core.__suppress_context__ = fault, not isinstance(error, UnsupportedProtocol)
        raise error from core


def _attempts_failed(fault):
    """What anyio makes of a refused connection, which it has tried one address of."""
    if not isinstance(fault, ConnectionRefusedError):
        return fault
    error = OSError('All connection attempts failed')
    error.__cause__ = fault
    return error


class _Transport:
    def __init__(self, verify=True, cert=None, trust_env=True, http1=True, http2=False, limits=None, proxy=None,
                 uds=None, local_address=None, retries=0, socket_options=None):
        self.retries, self._idle = retries, None

    def _pool(self):
        """Connections with servers of the program itself."""
        import _loopback
        if self._idle is None:
            self._idle = _loopback.Idle(5.0)
        return self._idle

    def _let_go(self):
        if self._idle is not None:
            self._idle.close()

    def _ways(self, request, pieces, late, refused):
        """What the network is asked, and what is raised for an error of its, if no other attempt is to follow."""
        def failed(error, attempt):
            if isinstance(error, _network.Late):
                return ReadTimeout(late, request=request)
            if isinstance(error, ConnectionError) and not isinstance(error, ConnectionRefusedError):
                return RemoteProtocolError('Server disconnected without sending a response.', request=request)
            if attempt < self.retries:
                return None
            return ConnectError(refused if isinstance(error, ConnectionRefusedError) else str(error), request=request)
        shown = [('-'.join(word.capitalize() for word in name.split('-')), value)
                 for name, value in request.headers.items()]
        body, data = request._sent(pieces)
        return (request.method, str(request.url), getattr(request, '_timeout', Timeout(5.0)).read), {
            'data': data, 'json': request._json, 'given': getattr(request, '_given', ()),
            'headers': shown, 'body': body, 'own': self._ask}, failed

    @staticmethod
    def _answered(request, answer):
        request.url = URL(answer.url)
        body = answer.body
        if isinstance(body, bytes):
            body = _WholeBody([] if request.method == 'HEAD' or not body else [body])
        else:
            body.request = request
        response = Response(answer.status, headers=answer.headers, request=request, stream=body)
        response._phrase, response._pairs = answer.reason, answer.headers
        return response


class _WholeBody(list):
    """That of a simulated host."""
    both = True

    async def __aiter__(self):
        for piece in self:
            yield piece


class _Body:
    """What arrives from a server of the program itself."""

    def __init__(self, connection, pool, where, timeout):
        self._connection, self._pool, self._where, self._timeout = connection, pool, where, timeout
        self.request, self.places = None, []

    def _failed(self, error):
        if isinstance(error, TimeoutError):
            return ReadTimeout(self._late, request=self.request)
        if isinstance(error, ConnectionError):
            return ReadError(str(error), request=self.request)
        how, words = error.args
        return RemoteProtocolError('peer closed connection without sending complete message body ' + (
            '(incomplete chunked read)' if how == 'TransferEncoding' else
            words[words.index('('):].replace(' of ', ' bytes, expected ').replace(' bytes).', ')')), request=self.request)

    def _end(self):
        connection, self._connection = self._connection, None
        if connection is not None:
            if connection.may_go_on and self._pool is not None:
                self._pool.give(self._where, connection)
            else:
                connection.close()
        while self.places:
            self.places.pop().release()


class _BlockingBody(_Body):
    _late = 'timed out'

    def __iter__(self):
        from _loopback import Cut
        try:
            yield from self._connection.pieces()
        except (OSError, Cut) as e:
            raise self._failed(e) from e

    close = _Body._end


class _AsyncBody(_Body):
    _late = ''

    async def __aiter__(self):
        from _loopback import Cut
        try:
            async for piece in self._connection.parser.body.arriving(self._timeout):
                yield piece
        except (OSError, Cut) as e:
            raise self._failed(e) from e

    async def aclose(self):
        self._end()


class HTTPTransport(_Transport, BaseTransport):
    """Over the network; a connection is tried again so often."""

    def close(self):
        self._let_go()

    def _ask(self, method, url, headers, body, timeout):
        import _loopback
        where, pool = _loopback.place(url), self._pool()
        connection = pool.take(where) or _loopback.Line(*where, timeout)
        try:
            answer = connection.ask(method, url, _loopback.request_of(method, url, headers, body), timeout)
        except BaseException:
            connection.close()
            raise
        answer.body = _BlockingBody(connection, pool, where, timeout)
        return answer

    def handle_request(self, request):
        args, kwargs, failed = self._ways(request, list(request.stream), 'timed out', '[Errno 111] Connection refused')
        for attempt in range(self.retries + 1):
            if attempt > 1:
                _time.sleep(0.5 * 2 ** (attempt - 2))
            try:
                return self._answered(request, _network.fetch(*args, **kwargs))
            except (OSError, _network.Late) as e:
                if error := failed(e, attempt):
                    _raise_from_core(error, TimeoutError('timed out') if isinstance(e, _network.Late) else e)


class AsyncHTTPTransport(_Transport, AsyncBaseTransport):
    """Over the network; a connection is tried again so often."""

    async def aclose(self):
        self._let_go()

    async def _ask(self, method, url, headers, body, timeout):
        import _loopback
        where, pool = _loopback.place(url), self._pool()
        connection = pool.take(where) or await _loopback.connection_to(url)
        try:
            answer = await connection.ask(method, url, _loopback.request_of(method, url, headers, body),
                                          _loopback.Pieces)
        except BaseException:
            connection.close()
            raise
        answer.body = _AsyncBody(connection, pool, where, timeout)
        return answer

    async def handle_async_request(self, request):
        args, kwargs, failed = self._ways(request, [piece async for piece in request.stream], '', 'All connection attempts failed')
        for attempt in range(self.retries + 1):
            if attempt > 1:
                await _asyncio.sleep(0.5 * 2 ** (attempt - 2))
            try:
                return self._answered(request, await _network.fetch_async(*args, **kwargs))
            except (OSError, _network.Late) as e:
                if error := failed(e, attempt):
                    _raise_from_core(error, TimeoutError() if isinstance(e, _network.Late) else _attempts_failed(e))
