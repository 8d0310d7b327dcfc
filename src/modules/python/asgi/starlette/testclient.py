"""A client that calls an application without a network. The application runs in a thread with an event loop."""
import asyncio as _asyncio
import contextlib as _contextlib
import inspect as _inspect
import json as _json
import warnings as _warnings
from urllib.parse import unquote as _unquote, urljoin as _urljoin

import httpx as _httpx
from starlette._passage import Passage as _Passage
from starlette._utils import is_async_callable as _is_async_callable
from starlette.exceptions import StarletteDeprecationWarning as _StarletteDeprecationWarning
from starlette.websockets import WebSocketDisconnect


class _Portal:
    """A thread with an event loop, in which others have functions called."""

    def __enter__(self):
        import threading
        from concurrent.futures import Future
        ready = Future()

        async def main():
            self._loop, self._tasks, self._end = _asyncio.get_running_loop(), set(), _asyncio.Event()
            ready.set_result(None)
            await self._end.wait()
            while self._tasks:
                await _asyncio.wait(self._tasks)
        self._thread = threading.Thread(target=lambda: _asyncio.run(main()), name=f'asyncio-portal-{id(self):x}',
                                        daemon=True)
        self._thread.start()
        ready.result()
        return self

    def start(self, function, *args):
        """The future of a coroutine or a function there."""
        async def run():
            self._tasks.add(task := _asyncio.current_task())
            try:
                found = function(*args)
                return await found if hasattr(found, '__await__') else found
            finally:
                self._tasks.discard(task)
        return _asyncio.run_coroutine_threadsafe(run(), self._loop)

    def call(self, function, *args):
        return self.start(function, *args).result()

    def __exit__(self, *exc):
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()


class EndOfStream(Exception):
    """The application has ended and sends nothing any more."""


class WebSocketDenialResponse(_httpx.Response, WebSocketDisconnect):
    """An answer in place of a WebSocket."""


class WebSocketTestSession:
    def __init__(self, app, scope, portal_factory):
        self.app, self.scope, self._portal_factory = app, scope, portal_factory
        self.accepted_subprotocol = self.extra_headers = None

    async def _run(self):
        self._in, self._out = _asyncio.Queue(), _asyncio.Queue()
        self._task = _asyncio.current_task()
        try:
            await self.app(self.scope, self._in.get, self._out.put)
            await _asyncio.Event().wait()
        except _asyncio.CancelledError:
            if not self._over:
                raise
        finally:
            self._out.put_nowait(None)

    def __enter__(self):
        self._over = False
        with _contextlib.ExitStack() as stack:
            self.portal = stack.enter_context(self._portal_factory())
            running = self.portal.start(self._run)
            stack.callback(running.result)
            self.portal.call(_asyncio.sleep, 0)
            stack.callback(self._cancel)
            self.send({'type': 'websocket.connect'})
            message = self.receive()
            self._raise_on_close(message)
            self.accepted_subprotocol, self.extra_headers = message.get('subprotocol'), message.get('headers')
            stack.callback(self.close, 1000)
            self._stack = stack.pop_all()
        return self

    def _cancel(self):
        self._over = True
        self.portal.call(self._task.cancel)

    def __exit__(self, *exc):
        return self._stack.__exit__(*exc)

    def _raise_on_close(self, message):
        kind = message['type']
        if kind == 'websocket.close':
            raise WebSocketDisconnect(code=message.get('code', 1000), reason=message.get('reason', ''))
        if kind == 'websocket.http.response.start':
            body, more = [], True
            while more:
                part = self.receive()
                body.append(part['body'])
                more = part.get('more_body', False)
            raise WebSocketDenialResponse(status_code=message['status'], headers=[
                (name.decode(), value.decode()) for name, value in message['headers']], content=b''.join(body))

    def send(self, message):
        self.portal.call(self._in.put, message)

    def send_text(self, data):
        self.send({'type': 'websocket.receive', 'text': data})

    def send_bytes(self, data):
        self.send({'type': 'websocket.receive', 'bytes': data})

    def send_json(self, data, mode='text'):
        text = _json.dumps(data, separators=(',', ':'), ensure_ascii=False)
        if mode == 'text':
            self.send_text(text)
        else:
            self.send_bytes(text.encode())

    def close(self, code=1000, reason=None):
        self.send({'type': 'websocket.disconnect', 'code': code, 'reason': reason})

    def receive(self):
        message = self.portal.call(self._out.get)
        if message is None:
            raise EndOfStream
        return message

    def _received(self):
        message = self.receive()
        self._raise_on_close(message)
        return message

    def receive_text(self):
        return self._received()['text']

    def receive_bytes(self):
        return self._received()['bytes']

    def receive_json(self, mode='text'):
        return _json.loads(self.receive_text() if mode == 'text' else self.receive_bytes().decode())


class _Exchange(_httpx.SyncByteStream):
    """A request, and the answer as it comes."""

    def __init__(self, transport, request, scope):
        self._transport, self._request, self._scope = transport, request, scope
        self.status, self.headers, self.debug, self._asked, self._more = None, [], None, False, True

    async def _prepare(self):
        self._available, self._complete, self._body = _asyncio.Event(), _asyncio.Event(), _Passage()

    async def _receive(self):
        if self._asked:
            await self._complete.wait()
            return {'type': 'http.disconnect'}
        self._asked = True
        return {'type': 'http.request', 'body': self._request.read()}

    async def _send(self, message):
        kind = message['type']
        if kind == 'http.response.start':
            assert self.status is None, 'Received multiple "http.response.start" messages.'
            self.status = message['status']
            self.headers = [(name.decode(), value.decode()) for name, value in message.get('headers', [])]
            self._available.set()
        elif kind == 'http.response.body':
            assert self.status is not None, 'Received "http.response.body" without "http.response.start".'
            assert not self._complete.is_set(), 'Received "http.response.body" after response completed.'
            assert self._more, 'Received "http.response.body" after body completed.'
            more = message.get('more_body', False)
            await self._body.send((bytes(message.get('body', b'')), not more))
            self._more = more
        elif kind == 'http.response.debug':
            self.debug = message['info']

    async def _run(self):
        self._task, self._cancelled = _asyncio.current_task(), False
        try:
            await self._transport.app(self._scope, self._receive, self._send)
        except _asyncio.CancelledError:
            if not self._cancelled:
                raise
        finally:
            self._body.end()
            self._available.set()

    def begin(self):
        """Waits for the head of the answer."""
        with _contextlib.ExitStack() as stack:
            self._portal = stack.enter_context(self._transport.portal_factory())
            self._portal.call(self._prepare)
            self._running = self._portal.start(self._run)
            stack.push(self._end)
            self._portal.call(self._available.wait)
            self._stack = stack.pop_all() if self.status is not None else stack
        if self.status is None and self._transport.raises:
            raise AssertionError('TestClient did not receive any response.')

    async def _next(self):
        found = await self._body.take()
        if found is not None and found[1]:
            self._complete.set()
        return found

    def __iter__(self):
        if self.status is not None:
            while (found := self._portal.call(self._next)) is not None:
                if found[0] and self._request.method != 'HEAD':
                    yield found[0]
            self._stack.close()

    def _cancel(self):
        if not self._complete.is_set():
            self._cancelled = True
            self._task.cancel()

    def _end(self, kind, *exc):
        if not self._running.done():
            self._portal.call(self._cancel)
        from concurrent.futures import wait
        wait([self._running])
        if kind is None and self._transport.raises and (error := self._running.exception()):
            raise error

    def close(self):
        self._stack.close()


class _Transport(_httpx.BaseTransport):
    def __init__(self, app, portal_factory, raises, root_path, client, state):
        self.app, self.portal_factory, self.raises = app, portal_factory, raises
        self.root_path, self.client, self.state = root_path, client, state

    def scope(self, request):
        url = request.url
        headers = [(name.lower().encode(), value.encode()) for name, value in request.headers.multi_items()]
        port = url.port or {'http': 80, 'ws': 80, 'https': 443, 'wss': 443}[url.scheme]
        return {'path': _unquote(url.path), 'raw_path': url.raw_path.split(b'?', 1)[0], 'root_path': self.root_path,
                'scheme': url.scheme, 'query_string': url.query, 'headers': headers, 'client': self.client,
                'server': [url.host, port], 'state': self.state.copy()}

    def handle_request(self, request):
        exchange = _Exchange(self, request, {
            'type': 'http', 'http_version': '1.1', 'method': request.method, **self.scope(request),
            'extensions': {'http.response.debug': {}, 'http.response.trailers': {}}})
        exchange.begin()
        response = _httpx.Response(exchange.status or 500, headers=exchange.headers, stream=exchange, request=request)
        response._pairs = exchange.headers
        if exchange.debug is not None:
            response.__dict__.update(exchange.debug)
        return response


class TestClient(_httpx.Client):
    """Calls an application. Entered, it lives with the application from its start to its end."""
    __test__ = False
    portal = None

    def __init__(self, app, base_url='http://testserver', raise_server_exceptions=True, root_path='', backend='asyncio',
                 backend_options=None, cookies=None, headers=None, follow_redirects=True, client=('testclient', 50000)):
        if not (hasattr(app, '__await__') if _inspect.isclass(app) else _is_async_callable(app)):
            older = app

            async def app(scope, receive, send):
                await older(scope)(receive, send)
        self.app, self.app_state = app, {}
        headers = {} if headers is None else headers
        headers.setdefault('user-agent', 'testclient')
        super().__init__(base_url=base_url, headers=headers, follow_redirects=follow_redirects, cookies=cookies,
                         transport=_Transport(app, self._portal_factory, raise_server_exceptions, root_path, client,
                                              self.app_state))

    @_contextlib.contextmanager
    def _portal_factory(self):
        if self.portal is not None:
            yield self.portal
        else:
            with _Portal() as portal:
                yield portal

    def request(self, method, url, *, timeout=_httpx.USE_CLIENT_DEFAULT, **kwargs):
        if timeout is not _httpx.USE_CLIENT_DEFAULT:
            _warnings.warn("You should not use the 'timeout' argument with the TestClient. "
                           'See https://github.com/Kludex/starlette/issues/1108 for more information.', _StarletteDeprecationWarning,
                           stacklevel=2)
        return super().request(method, url, **kwargs)

    def websocket_connect(self, url, subprotocols=None, **kwargs):
        headers = kwargs.pop('headers', {})
        for name, value in {'connection': 'upgrade', 'sec-websocket-key': 'testserver==',
                            'sec-websocket-version': '13'}.items():
            headers.setdefault(name, value)
        if subprotocols is not None:
            headers.setdefault('sec-websocket-protocol', ', '.join(subprotocols))
        request = self.build_request('GET', _urljoin('ws://testserver', str(url)), headers=headers, **kwargs)
        wanted = request.headers.get('sec-websocket-protocol', '')
        scope = {'type': 'websocket', **self._transport.scope(request),
                 'subprotocols': [each.strip() for each in wanted.split(',')] if wanted else [],
                 'extensions': {'websocket.http.response': {}}}
        return WebSocketTestSession(self.app, scope, self._portal_factory)

    def __enter__(self):
        with _contextlib.ExitStack() as stack:
            self.portal = stack.enter_context(_Portal())

            @stack.callback
            def forget():
                self.portal = None
            self.portal.call(self._open)
            self.task = self.portal.start(self._live)
            self._turn('startup')
            stack.callback(self._turn, 'shutdown')
            self._exits = stack.pop_all()
        return self

    def __exit__(self, *exc):
        self._exits.close()

    async def _open(self):
        self._in, self._out = _asyncio.Queue(), _asyncio.Queue()

    async def _live(self):
        try:
            await self.app({'type': 'lifespan', 'state': self.app_state}, self._in.get, self._out.put)
        finally:
            await self._out.put(None)

    def _turn(self, stage):
        """Tells the application that it starts or ends, and waits until it has."""
        self.portal.call(self._in.put, {'type': 'lifespan.' + stage})
        message = self.portal.call(self._out.get)
        if message is not None:
            assert message['type'] in (f'lifespan.{stage}.complete', f'lifespan.{stage}.failed')
            if message['type'].endswith('.complete'):
                return
            message = self.portal.call(self._out.get)
        if message is None:
            self.task.result()
