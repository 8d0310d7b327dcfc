"""Middleware that is a function of a request and of what comes next."""
import asyncio as _asyncio

from starlette._passage import Passage as _Passage
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response


class _Kept(Request):
    """A request whose body is there for the application too, if the middleware has read it."""
    _told_gone = _told_all = False

    async def wrapped_receive(self):
        if not self._told_gone and not self._told_all:
            self._told_all = True
            if getattr(self, '_body', None) is not None:
                return {'type': 'http.request', 'body': self._body, 'more_body': False}
            if self._stream_consumed:
                return {'type': 'http.request', 'body': b'', 'more_body': False}
            try:
                piece = await anext(self.stream())
            except ClientDisconnect:
                self._told_gone = True
            else:
                self._told_all = self._stream_consumed
                return {'type': 'http.request', 'body': piece, 'more_body': not self._stream_consumed}
        elif not self._told_gone and not self._is_disconnected:
            message = await self.receive()
            if message['type'] != 'http.disconnect':
                raise RuntimeError(f'Unexpected message received: {message["type"]}')
        self._told_gone = True
        return {'type': 'http.disconnect'}


class BaseHTTPMiddleware:
    def __init__(self, app, dispatch=None):
        self.app, self.dispatch_func = app, self.dispatch if dispatch is None else dispatch

    async def __call__(self, scope, receive, send):
        if scope['type'] != 'http':
            await self.app(scope, receive, send)
            return
        request, passage, sent = _Kept(scope, receive, send), _Passage(), _asyncio.Event()
        failed, told, tasks = None, False, []

        async def receive_or_gone():
            if not sent.is_set():
                waits = [_asyncio.ensure_future(each) for each in (sent.wait(), request.wrapped_receive())]
                try:
                    await _asyncio.wait(waits, return_when=_asyncio.FIRST_COMPLETED)
                    if not sent.is_set():
                        return waits[1].result()
                finally:
                    for wait in waits:
                        wait.cancel()
                    await _asyncio.gather(*waits, return_exceptions=True)
            return {'type': 'http.disconnect'}

        async def send_on(message):
            await passage.send(message)
            if message['type'] == 'http.response.body' and not message.get('more_body', False):
                await sent.wait()

        async def run():
            nonlocal failed
            try:
                await self.app(scope, receive_or_gone, send_on)
            except Exception as e:
                failed = e
            finally:
                passage.end()

        async def call_next(request):
            nonlocal told
            tasks.append(_asyncio.create_task(run()))
            message, info = await passage.take(), None
            while message is not None and message['type'] == 'http.response.debug':
                message, info = await passage.take(), message['info']
            if message is None:
                if failed is None:
                    raise RuntimeError('No response returned.')
                told = True
                raise failed
            assert message['type'] == 'http.response.start'

            async def body():
                while (part := await passage.take()) is not None:
                    assert part['type'] == 'http.response.body', f'Unexpected message: {part}'
                    if part.get('body', b''):
                        yield part['body']
                    if not part.get('more_body', False):
                        break
            response = _StreamingResponse(body(), message['status'], info=info)
            response.raw_headers = message.get('headers', [])
            return response
        try:
            response = await self.dispatch_func(request, call_next)
            await response(scope, request.wrapped_receive, send)
            sent.set()
            passage.close()
            await _asyncio.gather(*tasks)
        except BaseException:
            for task in tasks:
                task.cancel()
            await _asyncio.gather(*tasks, return_exceptions=True)
            raise
        if failed is not None and not told:
            raise failed

    async def dispatch(self, request, call_next):
        raise NotImplementedError()


class _StreamingResponse(Response):
    def __init__(self, content, status_code=200, headers=None, media_type=None, info=None):
        self.body_iterator, self.status_code, self.media_type, self.info = content, status_code, media_type, info
        self.init_headers(headers)
        self.background = None

    async def __call__(self, scope, receive, send):
        if self.info is not None:
            await send({'type': 'http.response.debug', 'info': self.info})
        await send(self._start())
        async for piece in self.body_iterator:
            await send({'type': 'http.response.body', 'body': piece, 'more_body': True})
        await send({'type': 'http.response.body', 'body': b'', 'more_body': False})
        if self.background:
            await self.background()
