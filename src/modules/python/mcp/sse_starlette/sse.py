"""Answers that go on: events for as long as client and server are there."""
import asyncio
import logging
import signal
from collections.abc import AsyncIterable
from datetime import datetime, timezone
from threading import local

import anyio
from starlette.concurrency import iterate_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from uvicorn.server import Server

from sse_starlette.event import ServerSentEvent, ensure_bytes

logger = logging.getLogger(__name__)
_ends = local()


class SendTimeoutError(TimeoutError):
    pass


class AppStatus:
    """Whether the server of this process ends."""
    should_exit, enable_automatic_graceful_drain, original_handler = False, True, Server.handle_exit

    @staticmethod
    def handle_exit(*args, **kwargs):
        AppStatus.should_exit |= AppStatus.enable_automatic_graceful_drain
        AppStatus.original_handler(*args, **kwargs)

    @staticmethod
    def enable_automatic_graceful_drain_mode():
        AppStatus.enable_automatic_graceful_drain = True

    @staticmethod
    def disable_automatic_graceful_drain():
        AppStatus.enable_automatic_graceful_drain = False


Server.handle_exit = AppStatus.handle_exit


def _is_ending():
    if AppStatus.should_exit:
        return True
    server = getattr(signal.getsignal(signal.SIGTERM), '__self__', None)
    return AppStatus.enable_automatic_graceful_drain and getattr(server, 'should_exit', False)


async def _watch():
    """Looks twice a second whether the server ends, and tells all answers of this thread."""
    try:
        while not _is_ending():
            await anyio.sleep(0.5)
        for event in list(_ends.events):
            event.set()
    finally:
        _ends.watcher = None


async def _end_of_server():
    if AppStatus.should_exit:
        return
    if not hasattr(_ends, 'events'):
        _ends.events, _ends.watcher = set(), None
    if _ends.watcher is None:
        _ends.watcher = asyncio.get_running_loop().create_task(_watch())
    event = anyio.Event()
    _ends.events.add(event)
    try:
        await event.wait()
    finally:
        _ends.events.discard(event)


class EventSourceResponse(Response):
    DEFAULT_PING_INTERVAL = 15
    DEFAULT_SEPARATOR = '\r\n'

    def __init__(self, content, status_code=200, headers=None, media_type='text/event-stream', background=None, ping=None, sep=None,
                 ping_message_factory=None, data_sender_callable=None, send_timeout=None, client_close_handler_callable=None,
                 shutdown_event=None, shutdown_grace_period=0, cleanup_timeout=30.0):
        if sep not in (None, '\r\n', '\r', '\n'):
            raise ValueError(f'sep must be one of: \\r\\n, \\r, \\n, got: {sep}')
        if shutdown_grace_period < 0:
            raise ValueError('shutdown_grace_period must be >= 0')
        if cleanup_timeout is not None and cleanup_timeout < 0:
            raise ValueError('cleanup_timeout must be >= 0')
        self.sep = sep or self.DEFAULT_SEPARATOR
        self.body_iterator = content if isinstance(content, AsyncIterable) else iterate_in_threadpool(content)
        self.status_code, self.media_type, self.background = status_code, media_type, background
        self.data_sender_callable, self.send_timeout = data_sender_callable, send_timeout
        told = MutableHeaders()
        told.update(headers or {})
        told.setdefault('Cache-Control', 'no-store')
        told['Connection'], told['X-Accel-Buffering'] = 'keep-alive', 'no'
        self.init_headers(told)
        self.ping_interval = self.DEFAULT_PING_INTERVAL if ping is None else ping
        self.ping_message_factory, self.client_close_handler_callable = ping_message_factory, client_close_handler_callable
        self._shutdown_event, self._shutdown_grace_period, self._cleanup_timeout = shutdown_event, shutdown_grace_period, cleanup_timeout
        self.active = True
        self._send_lock = anyio.Lock()

    @property
    def ping_interval(self):
        return self._ping_interval

    @ping_interval.setter
    def ping_interval(self, value):
        if not isinstance(value, int | float):
            raise TypeError('ping interval must be int or float')
        self._ping_interval = value
        if value < 0:
            raise ValueError('ping interval must be >= 0 (0 disables ping)')

    def enable_compression(self, force=False):
        raise NotImplementedError('Compression is not supported for SSE streams.')

    async def _send(self, send, body, more=True):
        with anyio.move_on_after(self.send_timeout) as scope:
            await send({'type': 'http.response.body', 'body': body, 'more_body': more})
        if scope.cancel_called:
            raise SendTimeoutError

    async def _stream(self, send):
        await send({'type': 'http.response.start', 'status': self.status_code, 'headers': self.raw_headers})
        async for data in self.body_iterator:
            try:
                data = ensure_bytes(data, self.sep)
                logger.debug('chunk: %s', data)
                await self._send(send, data)
            except BaseException:
                if hasattr(self.body_iterator, 'aclose'):
                    with anyio.move_on_after(self._cleanup_timeout, shield=True):
                        await self.body_iterator.aclose()
                raise
        async with self._send_lock:
            self.active = False
            await self._send(send, b'', more=False)

    async def _until_disconnected(self, receive):
        message = {'type': ''}
        while self.active and message['type'] != 'http.disconnect':
            message = await receive()
        if message['type'] == 'http.disconnect':
            logger.debug('Got event: http.disconnect. Stop streaming.')
            self.active = False
            if self.client_close_handler_callable:
                await self.client_close_handler_callable(message)

    async def _until_server_ends(self):
        await _end_of_server()
        if self._shutdown_event:
            self._shutdown_event.set()
        with anyio.move_on_after(self._shutdown_grace_period):
            while self.active and self._shutdown_grace_period > 0:
                await anyio.sleep(0.1)

    async def _ping(self, send):
        while self.active:
            await anyio.sleep(self._ping_interval)
            ping = self.ping_message_factory() if self.ping_message_factory else ServerSentEvent(
                comment=f'ping - {datetime.now(timezone.utc)}', sep=self.sep)
            body = ensure_bytes(ping, self.sep)
            logger.debug('ping: %s', body)
            async with self._send_lock:
                if self.active:
                    await self._send(send, body)

    async def __call__(self, scope, receive, send):
        try:
            async with anyio.create_task_group() as tasks:
                async def last(work, *args):
                    await work(*args)
                    tasks.cancel_scope.cancel()

                tasks.start_soon(last, self._stream, send)
                if self._ping_interval > 0:
                    tasks.start_soon(last, self._ping, send)
                tasks.start_soon(last, self._until_server_ends)
                if self.data_sender_callable:
                    tasks.start_soon(self.data_sender_callable)
                tasks.start_soon(last, self._until_disconnected, receive)
        except BaseExceptionGroup as group:
            only = group
            while isinstance(only, BaseExceptionGroup) and len(only.exceptions) == 1:
                only, = only.exceptions
            raise only
        if self.background is not None:
            await self.background()
