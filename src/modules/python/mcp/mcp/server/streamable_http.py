"""One session over HTTP: requests with messages, answered with JSON or with events."""
import json
import logging
import re
from abc import ABC, abstractmethod
from contextlib import asynccontextmanager
from dataclasses import dataclass
from math import inf, isfinite

import anyio
import sse_starlette
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response

from mcp.server.transport_security import TransportSecurityMiddleware
from mcp.shared.message import ServerMessageMetadata, SessionMessage
from mcp.shared.version import SUPPORTED_PROTOCOL_VERSIONS
from mcp.types import (DEFAULT_NEGOTIATED_VERSION, INTERNAL_ERROR, INVALID_PARAMS, INVALID_REQUEST, PARSE_ERROR, ErrorData, JSONRPCError,
                       JSONRPCMessage, JSONRPCRequest, JSONRPCResponse)

logger = logging.getLogger(__name__)
MCP_SESSION_ID_HEADER, MCP_PROTOCOL_VERSION_HEADER, LAST_EVENT_ID_HEADER = 'mcp-session-id', 'mcp-protocol-version', 'last-event-id'
CONTENT_TYPE_JSON, CONTENT_TYPE_SSE = 'application/json', 'text/event-stream'
GET_STREAM_KEY = '_GET_stream'
REQUEST_STREAM_BUFFER_SIZE = 16
SESSION_ID_PATTERN = re.compile(r'^[\x21-\x7E]+$')
StreamId = EventId = str


@dataclass
class EventMessage:
    message: JSONRPCMessage
    event_id: str | None = None


class EventStore(ABC):
    """What has been sent, for clients that lost their connection."""

    @abstractmethod
    async def store_event(self, stream_id, message): ...

    @abstractmethod
    async def replay_events_after(self, last_event_id, send_callback): ...


def _as_event(each):
    event = {'event': 'message', 'data': each.message.model_dump_json(by_alias=True, exclude_none=True)}
    return event | ({'id': each.event_id} if each.event_id else {})


def _tell(exc, closed, failed):
    """Logs why a stream has ended: somebody closed it, or it failed."""
    if isinstance(exc, anyio.ClosedResourceError) and closed:
        logger.debug(closed)
    else:
        logger.exception(failed)


def _is_answer(message):
    return isinstance(message.root, JSONRPCResponse | JSONRPCError)


def error_response(text, status, code=INVALID_REQUEST, headers=None):
    body = JSONRPCError(jsonrpc='2.0', id='server-error', error=ErrorData(code=code, message=text))
    return Response(body.model_dump_json(by_alias=True, exclude_none=True), status_code=status,
                    headers={'Content-Type': CONTENT_TYPE_JSON} | (headers or {}))


class StreamableHTTPServerTransport:
    def __init__(self, mcp_session_id, is_json_response_enabled=False, event_store=None, security_settings=None, retry_interval=None,
                 idle_timeout=None):
        if mcp_session_id is not None and not SESSION_ID_PATTERN.fullmatch(mcp_session_id):
            raise ValueError('Session ID must only contain visible ASCII characters (0x21-0x7E)')
        if idle_timeout is not None and not (isfinite(idle_timeout) and idle_timeout > 0):
            raise ValueError('idle_timeout must be a positive, finite number of seconds')
        self.mcp_session_id, self.is_json_response_enabled = mcp_session_id, is_json_response_enabled
        self._event_store, self._retry_interval, self._idle_timeout = event_store, retry_interval, idle_timeout
        self._security = TransportSecurityMiddleware(security_settings)
        self._request_streams, self._sse_stream_writers = {}, {}
        self._streams, self._read_stream_writer = (), None
        self._terminated, self._in_flight = False, 0
        self.idle_scope = None

    @property
    def is_terminated(self):
        return self._terminated

    def close_sse_stream(self, request_id):
        if writer := self._sse_stream_writers.pop(request_id, None):
            writer.close()
        for stream in self._request_streams.pop(request_id, ()):
            stream.close()

    def close_standalone_sse_stream(self):
        self.close_sse_stream(GET_STREAM_KEY)

    def _own_headers(self):
        return {MCP_SESSION_ID_HEADER: self.mcp_session_id} if self.mcp_session_id else {}

    def _error(self, text, status, code=INVALID_REQUEST):
        return error_response(text, status, code, self._own_headers())

    def _json(self, message, status=200):
        return Response(message.model_dump_json(by_alias=True, exclude_none=True) if message else None, status_code=status,
                        headers={'Content-Type': CONTENT_TYPE_JSON} | self._own_headers())

    def _events(self, sent, sender):
        return sse_starlette.EventSourceResponse(content=sent, data_sender_callable=sender, headers={
            'Cache-Control': 'no-cache, no-transform', 'Connection': 'keep-alive', 'Content-Type': CONTENT_TYPE_SSE} | self._own_headers())

    def _open(self, stream_id):
        """Where what belongs to a request is put, and read again."""
        made = self._request_streams[stream_id] = anyio.create_memory_object_stream(REQUEST_STREAM_BUFFER_SIZE)
        return made[1]

    async def _close(self, stream_id):
        for stream in self._request_streams.pop(stream_id, ()):
            await stream.aclose()

    async def handle_request(self, scope, receive, send):
        if self.idle_scope is None:
            return await self._handle(scope, receive, send)
        if self.idle_scope.cancel_called:
            await self.terminate()
            return await self._handle(scope, receive, send)
        self._in_flight += 1
        self.idle_scope.deadline = inf
        try:
            await self._handle(scope, receive, send)
        finally:
            self._in_flight -= 1
            if self._in_flight == 0:
                self.idle_scope.deadline = self._idle_timeout + anyio.current_time()

    async def _handle(self, scope, receive, send):
        request = Request(scope, receive)
        answer = await self._security.validate_request(request, is_post=request.method == 'POST')
        if answer is None and self._terminated:
            answer = self._error('Not Found: Session has been terminated', 404)
        if answer is None and request.method == 'POST':
            return await self._handle_post(request, send)
        if answer is None:
            answer = self._wrong_kind(request) if request.method == 'GET' else None
            if answer is None:
                answer = await self._handle_other(request, send)
        if answer is not None:
            await answer(scope, receive, send)

    def _accepts(self, request):
        kinds = [each.strip() for each in request.headers.get('accept', '').split(',')]
        return [any(each.startswith(kind) for each in kinds) for kind in (CONTENT_TYPE_JSON, CONTENT_TYPE_SSE)]

    def _wrong_kind(self, request):
        """Why a request is not answered, as far as what it accepts and says of its body goes."""
        takes_json, takes_events = self._accepts(request)
        if request.method == 'GET':
            return None if takes_events else self._error('Not Acceptable: Client must accept text/event-stream', 406)
        if self.is_json_response_enabled and not takes_json:
            return self._error('Not Acceptable: Client must accept application/json', 406)
        if not self.is_json_response_enabled and not (takes_json and takes_events):
            return self._error('Not Acceptable: Client must accept both application/json and text/event-stream', 406)
        kinds = request.headers.get('content-type', '').split(';')[0].split(',')
        if CONTENT_TYPE_JSON not in [each.strip() for each in kinds]:
            return self._error('Unsupported Media Type: Content-Type must be application/json', 415)

    def _wrong_session(self, request):
        """Why a request is not answered, as far as its session and its version go."""
        if self.mcp_session_id:
            given = request.headers.get(MCP_SESSION_ID_HEADER)
            if not given:
                return self._error('Bad Request: Missing session ID', 400)
            if given != self.mcp_session_id:
                return self._error('Not Found: Invalid or expired session ID', 404)
        version = request.headers.get(MCP_PROTOCOL_VERSION_HEADER, DEFAULT_NEGOTIATED_VERSION)
        if version not in SUPPORTED_PROTOCOL_VERSIONS:
            return self._error(f'Bad Request: Unsupported protocol version: {version}. '
                               f'Supported versions: {", ".join(SUPPORTED_PROTOCOL_VERSIONS)}', 400)

    async def _handle_post(self, request, send):
        writer = self._read_stream_writer
        if writer is None:
            raise ValueError('No read stream writer available. Ensure connect() is called first.')
        try:
            message = None
            answer = self._wrong_kind(request)
            if answer is None:
                message, answer = self._parse(await request.body())
            first = message is not None and isinstance(message.root, JSONRPCRequest) and message.root.method == 'initialize'
            if message is not None and first:
                given = request.headers.get(MCP_SESSION_ID_HEADER)
                if given and self.mcp_session_id and given != self.mcp_session_id:
                    answer = self._error('Not Found: Invalid or expired session ID', 404)
            elif message is not None:
                answer = self._wrong_session(request)
            if answer is not None:
                await answer(request.scope, request.receive, send)
            elif not isinstance(message.root, JSONRPCRequest):
                await self._json(None, 202)(request.scope, request.receive, send)
                await writer.send(SessionMessage(message, ServerMessageMetadata(request_context=request)))
            elif self.is_json_response_enabled:
                await self._answer_with_json(message, request, send)
            else:
                version = request.headers.get(MCP_PROTOCOL_VERSION_HEADER, DEFAULT_NEGOTIATED_VERSION)
                if first and message.root.params:
                    version = str(message.root.params.get('protocolVersion', DEFAULT_NEGOTIATED_VERSION))
                await self._answer_with_events(message, request, send, version)
        except Exception as exc:
            logger.exception('Error handling POST request')
            answer = self._error('Error handling POST request', 500, INTERNAL_ERROR)
            await answer(request.scope, request.receive, send)
            await writer.send(Exception(exc))

    def _parse(self, body):
        try:
            return JSONRPCMessage.model_validate(json.loads(body)), None
        except json.JSONDecodeError as exc:
            return None, self._error(f'Parse error: {exc}', 400, PARSE_ERROR)
        except ValidationError as exc:
            return None, self._error(f'Validation error: {exc}', 400, INVALID_PARAMS)

    async def _answer_with_json(self, message, request, send):
        stream_id = str(message.root.id)
        reader = self._open(stream_id)
        await self._read_stream_writer.send(SessionMessage(message, ServerMessageMetadata(request_context=request)))
        try:
            found = None
            async for each in reader:
                if _is_answer(each.message):
                    found = each.message
                    break
                logger.debug(f'received: {each.message.root.method}')
            if not found:
                logger.error('No response message received before stream closed')
            answer = self._json(found) if found else self._error('Error processing request: No response received', 500)
            await answer(request.scope, request.receive, send)
        except Exception:
            logger.exception('Error processing JSON response')
            answer = self._error('Error processing request', 500, INTERNAL_ERROR)
            await answer(request.scope, request.receive, send)
        finally:
            await self._close(stream_id)

    async def _first_event(self, stream_id, version):
        """With a store, a stream begins with a place to come back to."""
        if not self._event_store or version < '2025-11-25':
            return None
        event = {'id': await self._event_store.store_event(stream_id, None), 'data': ''}
        return event | ({} if self._retry_interval is None else {'retry': self._retry_interval})

    def _way_of(self, request, request_id, version):
        if not self._event_store or version < '2025-11-25':
            return ServerMessageMetadata(request_context=request)

        async def close():
            self.close_sse_stream(request_id)

        async def close_standalone():
            self.close_standalone_sse_stream()
        return ServerMessageMetadata(request_context=request, close_sse_stream=close, close_standalone_sse_stream=close_standalone)

    async def _answer_with_events(self, message, request, send, version):
        stream_id = str(message.root.id)
        begin = await self._first_event(stream_id, version)
        events, sent = anyio.create_memory_object_stream(0)
        self._sse_stream_writers[stream_id] = events
        reader = self._open(stream_id)

        async def write():
            try:
                async with events, reader:
                    if begin is not None:
                        await events.send(begin)
                    async for each in reader:
                        await events.send(_as_event(each))
                        if _is_answer(each.message):
                            return
            except Exception as exc:
                _tell(exc, 'SSE stream closed by close_sse_stream()', 'Error in SSE writer')
            finally:
                logger.debug('Closing SSE writer')
                self._sse_stream_writers.pop(stream_id, None)
                await self._close(stream_id)

        try:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(self._events(sent, write), request.scope, request.receive, send)
                await self._read_stream_writer.send(SessionMessage(message, self._way_of(request, stream_id, version)))
        except Exception:
            logger.exception('SSE response error')
            await events.aclose()
            await self._close(stream_id)
        finally:
            await sent.aclose()

    async def _handle_other(self, request, send):
        """GET, DELETE and what is not understood: an answer, or None after one that went on."""
        if request.method == 'DELETE':
            if not self.mcp_session_id:
                return self._error('Method Not Allowed: Session termination not supported', 405)
            if (wrong := self._wrong_session(request)) is not None:
                return wrong
            await self.terminate()
            return self._json(None)
        if request.method != 'GET':
            answer = self._error('Method Not Allowed', 405)
            answer.headers['Allow'] = 'GET, POST, DELETE'
            return answer
        if (wrong := self._wrong_session(request)) is not None:
            return wrong
        last = request.headers.get(LAST_EVENT_ID_HEADER)
        if last is None and GET_STREAM_KEY in self._request_streams:
            return self._error('Conflict: Only one SSE stream is allowed per session', 409)
        if last and not self._event_store:
            return None
        events, sent = anyio.create_memory_object_stream(0)
        sender = self._replaying(last, request, events) if last else self._standing(events)
        try:
            await self._events(sent, sender)(request.scope, request.receive, send)
        except Exception:
            logger.exception(f'Error in {"replay" if last else "standalone SSE"} response')
            if not last:
                await self._close(GET_STREAM_KEY)
        finally:
            await events.aclose()
            await sent.aclose()

    def _standing(self, events):
        async def send():
            try:
                reader = self._open(GET_STREAM_KEY)
                async with events, reader:
                    async for each in reader:
                        await events.send(_as_event(each))
            except Exception as exc:
                _tell(exc, None, 'Error in standalone SSE writer')
            finally:
                logger.debug('Closing standalone SSE writer')
                await self._close(GET_STREAM_KEY)
        return send

    def _replaying(self, last, request, events):
        version = request.headers.get(MCP_PROTOCOL_VERSION_HEADER, DEFAULT_NEGOTIATED_VERSION)

        async def send_again(each):
            await events.send(_as_event(each))

        async def send():
            try:
                async with events:
                    stream_id = await self._event_store.replay_events_after(last, send_again)
                    if stream_id and stream_id not in self._request_streams:
                        await self._go_on(stream_id, events, version)
            except Exception as exc:
                _tell(exc, 'Replay SSE stream closed by close_sse_stream()', 'Error in replay sender')
        return send

    async def _go_on(self, stream_id, events, version):
        try:
            self._sse_stream_writers[stream_id] = events
            if (begin := await self._first_event(stream_id, version)) is not None:
                await events.send(begin)
            reader = self._open(stream_id)
            async with reader:
                async for each in reader:
                    await events.send(_as_event(each))
        finally:
            self._sse_stream_writers.pop(stream_id, None)
            await self._close(stream_id)

    async def terminate(self):
        if self._terminated:
            return
        self._terminated = True
        logger.info(f'Terminating session: {self.mcp_session_id}')
        await self._close_all()

    async def _close_all(self):
        for stream_id in list(self._request_streams):
            await self._close(stream_id)
        for stream in self._streams:
            await stream.aclose()

    async def _route(self, leaving):
        """Puts what the server says where who asked for it reads."""
        try:
            async for message in leaving:
                root, way = message.message.root, message.metadata
                target = root.id if _is_answer(message.message) else getattr(way, 'related_request_id', None)
                stream_id = GET_STREAM_KEY if target is None else str(target)
                event_id = None
                if self._event_store:
                    event_id = await self._event_store.store_event(stream_id, message.message)
                    logger.debug(f'Stored {event_id} from {stream_id}')
                if stream_id in self._request_streams:
                    try:
                        await self._request_streams[stream_id][0].send(EventMessage(message.message, event_id))
                    except (anyio.BrokenResourceError, anyio.ClosedResourceError):
                        self._request_streams.pop(stream_id, None)
        except anyio.ClosedResourceError as exc:
            _tell(exc, self._terminated and 'Read stream closed by client', 'Unexpected closure of read stream in message router')
        except Exception:
            logger.exception('Error in message router')

    @asynccontextmanager
    async def connect(self):
        if self._idle_timeout is not None:
            self.idle_scope = anyio.CancelScope()
        self._read_stream_writer, read_stream = anyio.create_memory_object_stream(0)
        write_stream, leaving = anyio.create_memory_object_stream(0)
        self._streams = self._read_stream_writer, read_stream, leaving, write_stream
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self._route, leaving)
            try:
                yield read_stream, write_stream
            finally:
                await self._close_all()
