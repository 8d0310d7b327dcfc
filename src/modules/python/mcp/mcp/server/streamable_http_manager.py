"""The sessions of an application over HTTP."""
import logging
import math
from contextlib import asynccontextmanager
from uuid import uuid4

import anyio

from mcp.server.streamable_http import MCP_SESSION_ID_HEADER, StreamableHTTPServerTransport, error_response
from mcp.server.transport_security import DEFAULT_MAX_REQUEST_BODY_SIZE, RequestBodyLimitMiddleware
from mcp.types import INTERNAL_ERROR

logger = logging.getLogger(__name__)
DEFAULT_SESSION_IDLE_TIMEOUT = 1800
DEFAULT_MAX_SESSIONS = 10000


class StreamableHTTPSessionManager:
    def __init__(self, app, event_store=None, json_response=False, stateless=False, security_settings=None, retry_interval=None,
                 session_idle_timeout=DEFAULT_SESSION_IDLE_TIMEOUT, max_request_body_size=DEFAULT_MAX_REQUEST_BODY_SIZE,
                 max_sessions=DEFAULT_MAX_SESSIONS):
        for name, value, what in (('session_idle_timeout', session_idle_timeout, ', finite number of seconds'),
                                  ('max_request_body_size', max_request_body_size, ' number of bytes'),
                                  ('max_sessions', max_sessions, ' number of sessions or None')):
            if value is not None and not 0 < value < math.inf:
                raise ValueError(f'{name} must be a positive{what}')
        self.app, self.event_store, self.json_response, self.stateless = app, event_store, json_response, stateless
        self.security_settings, self.retry_interval = security_settings, retry_interval
        self.session_idle_timeout, self.max_sessions, self.max_request_body_size = session_idle_timeout, max_sessions, max_request_body_size
        self.asgi_app = RequestBodyLimitMiddleware(self._handle, max_request_body_size)
        self._server_instances = {}
        self._task_group, self._has_started = None, False

    @asynccontextmanager
    async def run(self):
        if self._has_started:
            raise RuntimeError('StreamableHTTPSessionManager .run() can only be called once per instance. '
                               'Create a new instance if you need to run again.')
        self._has_started = True
        async with anyio.create_task_group() as tasks:
            self._task_group = tasks
            logger.info('StreamableHTTP session manager started')
            try:
                yield
            finally:
                logger.info('StreamableHTTP session manager shutting down')
                tasks.cancel_scope.cancel()
                self._task_group = None
                self._server_instances.clear()

    async def handle_request(self, scope, receive, send):
        await self.asgi_app(scope, receive, send)

    async def _handle(self, scope, receive, send):
        if self._task_group is None:
            raise RuntimeError('Task group is not initialized. Make sure to use run().')
        await (self._handle_stateless if self.stateless else self._handle_stateful)(scope, receive, send)

    async def _handle_stateless(self, scope, receive, send):
        logger.debug('Stateless mode: Creating new transport for this request')
        transport = StreamableHTTPServerTransport(None, self.json_response, security_settings=self.security_settings)

        async def serve(*, task_status=anyio.TASK_STATUS_IGNORED):
            async with transport.connect() as streams:
                task_status.started()
                try:
                    await self.app.run(*streams, self.app.create_initialization_options(), stateless=True)
                except Exception:
                    logger.exception('Stateless session crashed')
        try:
            await self._task_group.start(serve)
            await transport.handle_request(scope, receive, send)
        finally:
            with anyio.CancelScope(shield=True):
                await transport.terminate()

    async def _handle_stateful(self, scope, receive, send):
        session = dict(scope['headers']).get(MCP_SESSION_ID_HEADER.encode(), b'').decode('latin-1')
        transport = self._server_instances.get(session)
        if transport is not None:
            logger.debug('Session already exists, handling request directly')
            await transport.handle_request(scope, receive, send)
            if transport.is_terminated:
                await self._discard(session, transport)
        elif session:
            await error_response('Session not found', 404)(scope, receive, send)
        elif self.max_sessions is not None and len(self._server_instances) >= self.max_sessions:
            logger.warning('Refusing to open a new session: %d sessions are already open', self.max_sessions)
            await error_response('Too many open sessions', 503, INTERNAL_ERROR)(scope, receive, send)
        else:
            await self._begin(scope, receive, send)

    async def _begin(self, scope, receive, send):
        """A session whose first request is this one; if that is refused there is none."""
        session = uuid4().hex
        transport = self._server_instances[session] = StreamableHTTPServerTransport(
            session, self.json_response, self.event_store, self.security_settings, self.retry_interval, self.session_idle_timeout)
        logger.info(f'Created new transport with session ID: {session}')
        answered = []

        async def watch(message):
            answered.append(message.get('status', 0))
            await send(message)

        try:
            await self._task_group.start(self._serve, session, transport)
            await transport.handle_request(scope, receive, watch)
        except BaseException:
            answered.clear()
            raise
        finally:
            if not answered or answered[0] >= 400:
                await self._discard(session, transport)

    async def _serve(self, session, transport, *, task_status=anyio.TASK_STATUS_IGNORED):
        async def end_when_idle():
            with transport.idle_scope:
                await anyio.sleep_forever()
            logger.info(f'Session {session} idle timeout')
            await self._discard(session, transport)

        async with transport.connect() as streams:
            task_status.started()
            try:
                async with anyio.create_task_group() as tasks:
                    if transport.idle_scope is not None:
                        tasks.start_soon(end_when_idle)
                    await self.app.run(*streams, self.app.create_initialization_options(), stateless=False)
                    tasks.cancel_scope.cancel()
            except Exception:
                logger.exception(f'Session {session} crashed')
            finally:
                await self._discard(session, transport)

    async def _discard(self, session, transport):
        self._server_instances.pop(session, None)
        with anyio.CancelScope(shield=True):
            await transport.terminate()


class StreamableHTTPASGIApp:
    def __init__(self, session_manager):
        self.session_manager = session_manager

    async def __call__(self, scope, receive, send):
        await self.session_manager.handle_request(scope, receive, send)
