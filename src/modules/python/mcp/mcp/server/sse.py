"""The older way over HTTP, the server's side."""
import logging
from contextlib import asynccontextmanager
from urllib.parse import quote
from uuid import UUID, uuid4

import anyio
import sse_starlette
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response

import mcp.types as types
from mcp.server.transport_security import DEFAULT_MAX_REQUEST_BODY_SIZE, RequestBodyLimitMiddleware, TransportSecurityMiddleware
from mcp.shared.message import ServerMessageMetadata, SessionMessage

logger = logging.getLogger(__name__)


class SseServerTransport:
    def __init__(self, endpoint, security_settings=None, max_request_body_size=DEFAULT_MAX_REQUEST_BODY_SIZE):
        if max_request_body_size <= 0:
            raise ValueError('max_request_body_size must be a positive number of bytes')
        if '://' in endpoint or endpoint.startswith('//') or '?' in endpoint or '#' in endpoint:
            raise ValueError(f"Given endpoint: {endpoint} is not a relative path (e.g., '/messages/'), "
                             "expecting a relative path (e.g., '/messages/').")
        self._endpoint = endpoint if endpoint.startswith('/') else '/' + endpoint
        self._writers = {}
        self._security = TransportSecurityMiddleware(security_settings)
        self._post_message_app = RequestBodyLimitMiddleware(self._handle_post_message, max_request_body_size)
        logger.debug(f'SseServerTransport initialized with endpoint: {self._endpoint}')

    @asynccontextmanager
    async def connect_sse(self, scope, receive, send):
        if scope['type'] != 'http':
            logger.error('connect_sse received non-HTTP request')
            raise ValueError('connect_sse can only handle HTTP requests')
        if refused := await self._security.validate_request(Request(scope, receive)):
            await refused(scope, receive, send)
            raise ValueError('Request validation failed')
        logger.debug('Setting up SSE connection')
        arriving, read_stream = anyio.create_memory_object_stream(0)
        write_stream, leaving = anyio.create_memory_object_stream(0)
        events, sent = anyio.create_memory_object_stream(0)
        session = uuid4()
        self._writers[session] = arriving
        logger.debug(f'Created new session with ID: {session}')
        place = f'{quote(scope.get("root_path", "").rstrip("/") + self._endpoint)}?session_id={session.hex}'

        async def write():
            logger.debug('Starting SSE writer')
            async with events, leaving:
                await events.send({'event': 'endpoint', 'data': place})
                logger.debug(f'Sent endpoint event: {place}')
                async for message in leaving:
                    logger.debug(f'Sending message via SSE: {message}')
                    await events.send({'event': 'message', 'data': message.message.model_dump_json(by_alias=True, exclude_none=True)})

        async def respond():
            await sse_starlette.EventSourceResponse(content=sent, data_sender_callable=write)(scope, receive, send)
            for stream in (arriving, leaving, sent):
                await stream.aclose()
            logging.debug(f'Client session disconnected {session}')

        try:
            async with anyio.create_task_group() as tasks:
                logger.debug('Starting SSE response task')
                tasks.start_soon(respond)
                logger.debug('Yielding read and write streams')
                yield read_stream, write_stream
        finally:
            self._writers.pop(session, None)

    async def handle_post_message(self, scope, receive, send):
        if scope['method'] != 'POST':
            return await Response(status_code=405, headers={'Allow': 'POST'})(scope, receive, send)
        await self._post_message_app(scope, receive, send)

    def _session_of(self, request):
        """The stream of the session that a request belongs to, or why there is none."""
        given = request.query_params.get('session_id')
        if given is None:
            logger.warning('Received request without session_id')
            return None, Response('session_id is required', status_code=400)
        try:
            session = UUID(hex=given)
        except ValueError:
            logger.warning(f'Received invalid session ID: {given}')
            return None, Response('Invalid session ID', status_code=400)
        logger.debug(f'Parsed session ID: {session}')
        if session not in self._writers:
            logger.warning(f'Could not find session for ID: {session}')
            return None, Response('Could not find session', status_code=404)
        return self._writers[session], None

    async def _handle_post_message(self, scope, receive, send):
        logger.debug('Handling POST message')
        request, writer = Request(scope, receive), None
        refused = await self._security.validate_request(request, is_post=True)
        if not refused:
            writer, refused = self._session_of(request)
        if refused:
            return await refused(scope, receive, send)
        logger.debug(f'Received JSON: {await request.body()}')
        try:
            message = types.JSONRPCMessage.model_validate_json(await request.body())
            logger.debug(f'Validated client message: {message}')
        except ValidationError as exc:
            logger.exception('Failed to parse message')
            answer, passed = Response('Could not parse message', status_code=400), exc
        else:
            answer, passed = Response('Accepted', status_code=202), SessionMessage(message, ServerMessageMetadata(request_context=request))
            logger.debug(f'Sending session message to writer: {passed}')
        await answer(scope, receive, send)
        await writer.send(passed)
