"""A server's end of a connection: requests are read and answered, one after another."""
import asyncio as _asyncio

from aiohttp import HttpVersion as _HttpVersion
from aiohttp.web_exceptions import HTTPException as _HTTPException, HTTPInternalServerError as _HTTPInternalServerError
from aiohttp.web_request import _Content
from aiohttp.web_response import Response as _Response, StreamResponse as _StreamResponse


class RequestPayloadError(Exception):
    """A body did not arrive as it should."""


class PayloadAccessError(Exception):
    """A body may not be read any more."""


class RequestHandler(_asyncio.StreamReaderProtocol):
    """A connection, and the task that serves it."""
    _handling = None

    def __init__(self, server, loop):
        self._server = server
        super().__init__(_asyncio.StreamReader(loop=loop), self.start, loop=loop)

    def connection_lost(self, exc):
        super().connection_lost(exc)
        if self._handling is not None and self._server._cancels:
            self._handling.cancel()

    async def start(self, reader, writer):
        server, task = self._server, _asyncio.current_task()
        server._tasks[task] = self
        try:
            while await self._exchange(reader, writer):
                pass
        except ConnectionError:
            pass
        finally:
            server._tasks.pop(task, None)
            server._busy.discard(task)
            writer.close()

    async def _exchange(self, reader, writer):
        """One request and its answer. Whether another one may follow."""
        first = await reader.readline()
        if not first.strip():
            return False
        method, path, version = first.decode('latin-1').split()
        headers = []
        while line := (await reader.readline()).rstrip(b'\r\n'):
            name, _, value = line.decode('latin-1').partition(':')
            headers.append((name.strip(), value.strip()))
        known = {name.lower(): value for name, value in headers}
        content = _Content(reader, known.get('transfer-encoding', '').lower() == 'chunked',
                           int(known.get('content-length', 0)))
        server = self._server
        request = server._make_request(method, path, headers, content, writer, reader)
        request._version, request.version = version, _HttpVersion(*map(int, version.removeprefix('HTTP/').split('.')))
        request.keep_alive = known.get('connection', '').lower() != 'close' and version == 'HTTP/1.1'
        if known.get('expect', '').lower() == '100-continue' and version == 'HTTP/1.1':
            writer.write(b'HTTP/1.1 100 Continue\r\n\r\n')
        server.requests_count += 1
        server._busy.add(_asyncio.current_task())
        response = await self._answer(request)
        if response is None:
            return False
        if response.status == 101:
            await response.write_eof()
            server._log(request, response)
            return False
        await response.prepare(request)
        await response.write_eof()
        server._log(request, response)
        server._busy.discard(_asyncio.current_task())
        return request.keep_alive and await content.finish()

    async def _answer(self, request):
        """What the handler answers, or what is answered in its place, if anything can be."""
        self._handling = _asyncio.current_task()
        try:
            response = await self._server.request_handler(request)
            return response if isinstance(response, _StreamResponse) else self._no_response(response)
        except _HTTPException as e:
            return e
        except Exception as e:
            import logging
            late = isinstance(e, TimeoutError)
            logging.getLogger('aiohttp.server').error('Error handling request from %s', request.remote,
                                                      exc_info=None if late else e)
            if request._upgraded or request._answer is not None:
                return None
            request.keep_alive = request.keep_alive and late
            return _Response(status=504, content_type='text/plain') if late else _Response(
                status=500, text='500 Internal Server Error\n\nServer got itself in trouble')
        finally:
            self._handling = None

    @staticmethod
    def _no_response(given):
        """What is answered for a handler that gave something else."""
        import logging
        try:
            given.prepare
        except AttributeError:
            logging.getLogger('aiohttp.server').exception(
                'Missing return statement on request handler' if given is None else
                f'Web-handler should return a response instance, got {given!r}')
        return _HTTPInternalServerError()
