"""A server over HTTP: each message a request, whose answer may be a stream of events."""
import logging
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from warnings import warn

import anyio
import httpx
from httpx_sse import EventSource
from typing_extensions import deprecated

from mcp.shared._httpx_utils import create_mcp_http_client, request_within_origin, sse_within_origin, stream_within_origin
from mcp.shared.message import ClientMessageMetadata, SessionMessage, wire
from mcp.types import ErrorData, InitializeResult, JSONRPCError, JSONRPCMessage, JSONRPCNotification, JSONRPCRequest, JSONRPCResponse

logger = logging.getLogger(__name__)
MCP_SESSION_ID, MCP_PROTOCOL_VERSION, LAST_EVENT_ID = 'mcp-session-id', 'mcp-protocol-version', 'last-event-id'
DEFAULT_RECONNECTION_DELAY_MS = 1000
MAX_RECONNECTION_ATTEMPTS = 2
JSON, SSE = 'application/json', 'text/event-stream'


class StreamableHTTPError(Exception):
    pass


class ResumptionError(StreamableHTTPError):
    pass


def _refuse_redirect(response):
    if response.next_request is not None:
        place = response.next_request.url.copy_with(userinfo=b'', query=None, fragment=None)
        raise httpx.HTTPStatusError(f'Redirect to {place} not followed; use that URL as the endpoint if it is the intended server',
                                    request=response.request, response=response)
    response.raise_for_status()


@dataclass
class _Sending:
    """A message that goes out."""
    client: httpx.AsyncClient
    message: JSONRPCMessage
    metadata: ClientMessageMetadata | None
    arriving: Any

    @property
    def told(self):
        return self.metadata.on_resumption_token_update if self.metadata else None


class StreamableHTTPTransport:
    def __init__(self, url, **given):
        if given:
            warn(f'Parameters {", ".join(given)} are deprecated and will be ignored. Configure these on the httpx.AsyncClient instead.',
                 DeprecationWarning, stacklevel=2)
        self.url, self.session_id, self.protocol_version = url, None, None

    def get_session_id(self):
        return self.session_id

    def _headers(self, **more):
        known = {MCP_SESSION_ID: self.session_id, MCP_PROTOCOL_VERSION: self.protocol_version}
        return {'accept': f'{JSON}, {SSE}', 'content-type': JSON} | {name: value for name, value in known.items() if value} | more

    def _note_version(self, message):
        if isinstance(message.root, JSONRPCResponse) and message.root.result:
            try:
                self.protocol_version = str(InitializeResult.model_validate(message.root.result).protocolVersion)
                logger.info(f'Negotiated protocol version: {self.protocol_version}')
            except Exception as exc:
                logger.warning(f'Failed to parse initialization response as InitializeResult: {exc}')
                logger.warning(f'Raw result: {message.root.result}')

    async def _take(self, sse, arriving, request_id=None, told=None, first=False):
        """Passes an event on, and says whether it was the answer."""
        if sse.event != 'message':
            logger.warning(f'Unknown SSE event: {sse.event}')
            return False
        message = None
        if sse.data:
            try:
                message = JSONRPCMessage.model_validate_json(sse.data)
                logger.debug(f'SSE message: {message}')
                if first:
                    self._note_version(message)
                if request_id is not None and isinstance(message.root, JSONRPCResponse | JSONRPCError):
                    message.root.id = request_id
                await arriving.send(SessionMessage(message))
            except Exception as exc:
                logger.exception('Error parsing SSE message')
                await arriving.send(exc)
                return False
        if sse.id and told:
            await told(sse.id)
        return message is not None and isinstance(message.root, JSONRPCResponse | JSONRPCError)

    async def handle_get_stream(self, client, arriving):
        """What the server sends of its own accord."""
        last, delay, attempt = None, DEFAULT_RECONNECTION_DELAY_MS, 0
        while attempt < MAX_RECONNECTION_ATTEMPTS:
            try:
                if not self.session_id:
                    return
                headers = self._headers(**{LAST_EVENT_ID: last} if last else {})
                async with sse_within_origin(client, self.url, headers=headers) as source:
                    _refuse_redirect(source.response)
                    logger.debug('GET SSE connection established')
                    async for sse in source.aiter_sse():
                        last = sse.id or last
                        delay = delay if sse.retry is None else sse.retry
                        await self._take(sse, arriving)
                    attempt = 0
            except Exception as exc:
                logger.debug(f'GET stream error: {exc}')
                attempt += 1
            if attempt >= MAX_RECONNECTION_ATTEMPTS:
                logger.debug(f'GET stream max reconnection attempts ({MAX_RECONNECTION_ATTEMPTS}) exceeded')
                return
            logger.info(f'GET stream disconnected, reconnecting in {delay}ms...')
            await anyio.sleep(delay / 1000)

    async def _resume(self, sending):
        root = sending.message.root
        request_id = root.id if isinstance(root, JSONRPCRequest) else None
        async with sse_within_origin(sending.client, self.url,
                                     headers=self._headers(**{LAST_EVENT_ID: sending.metadata.resumption_token})) as source:
            _refuse_redirect(source.response)
            logger.debug('Resumption GET SSE connection established')
            async for sse in source.aiter_sse():
                if await self._take(sse, sending.arriving, request_id, sending.told):
                    await source.response.aclose()
                    break

    async def _post(self, sending):
        root = sending.message.root
        is_request = isinstance(root, JSONRPCRequest)
        first = is_request and root.method == 'initialize'
        async with stream_within_origin(sending.client, 'POST', self.url, json=wire(sending.message), headers=self._headers()) as response:
            if response.status_code == 202:
                logger.debug('Received 202 Accepted')
                return
            if response.status_code == 404:
                if is_request:
                    gone = JSONRPCError(jsonrpc='2.0', id=root.id, error=ErrorData(code=32600, message='Session terminated'))
                    await sending.arriving.send(SessionMessage(JSONRPCMessage(gone)))
                return
            _refuse_redirect(response)
            if first and (session := response.headers.get(MCP_SESSION_ID)):
                self.session_id = session
                logger.info(f'Received session ID: {session}')
            if not is_request:
                return
            kind = response.headers.get('content-type', '').lower()
            if kind.startswith(JSON):
                await self._take_json(response, sending.arriving, first)
            elif kind.startswith(SSE):
                await self._take_events(response, sending, first)
            else:
                message = f'Unexpected content type: {kind}'
                logger.error(message)
                await sending.arriving.send(ValueError(message))

    async def _take_json(self, response, arriving, first):
        try:
            message = JSONRPCMessage.model_validate_json(await response.aread())
            if first:
                self._note_version(message)
            await arriving.send(SessionMessage(message))
        except Exception as exc:
            logger.exception('Error parsing JSON response')
            await arriving.send(exc)

    async def _take_events(self, response, sending, first):
        last = delay = None
        try:
            async for sse in EventSource(response).aiter_sse():
                last = sse.id or last
                delay = delay if sse.retry is None else sse.retry
                if await self._take(sse, sending.arriving, None, sending.told, first):
                    return await response.aclose()
        except Exception as exc:
            logger.debug(f'SSE stream ended: {exc}')
        if last is not None:
            logger.info('SSE stream disconnected, reconnecting...')
            await self._reconnect(sending, last, delay)

    async def _reconnect(self, sending, last, delay):
        """Goes on with a stream of events that has ended before the answer came."""
        request_id, attempt = sending.message.root.id, 0
        while attempt < MAX_RECONNECTION_ATTEMPTS:
            await anyio.sleep((DEFAULT_RECONNECTION_DELAY_MS if delay is None else delay) / 1000)
            try:
                async with sse_within_origin(sending.client, self.url, headers=self._headers(**{LAST_EVENT_ID: last})) as source:
                    source.response.raise_for_status()
                    logger.info('Reconnected to SSE stream')
                    async for sse in source.aiter_sse():
                        last = sse.id or last
                        delay = delay if sse.retry is None else sse.retry
                        if await self._take(sse, sending.arriving, request_id, sending.told):
                            return await source.response.aclose()
                    logger.info('SSE stream disconnected, reconnecting...')
                    attempt = 0
            except Exception as exc:
                logger.debug(f'Reconnection failed: {exc}')
                attempt += 1
        logger.debug(f'Max reconnection attempts ({MAX_RECONNECTION_ATTEMPTS}) exceeded')

    async def post_writer(self, client, leaving, arriving, write_stream, tasks):
        try:
            async with leaving:
                async for message in leaving:
                    root, metadata = message.message.root, message.metadata
                    sending = _Sending(client, message.message, metadata if isinstance(metadata, ClientMessageMetadata) else None, arriving)
                    logger.debug(f'Sending client message: {message.message}')
                    if isinstance(root, JSONRPCNotification) and root.method == 'notifications/initialized':
                        tasks.start_soon(self.handle_get_stream, client, arriving)
                    send = self._resume if sending.metadata and sending.metadata.resumption_token else self._post
                    if isinstance(root, JSONRPCRequest):
                        tasks.start_soon(send, sending)
                    else:
                        await send(sending)
        except Exception:
            logger.exception('Error in post_writer')
        finally:
            await arriving.aclose()
            await write_stream.aclose()

    async def terminate_session(self, client):
        if not self.session_id:
            return
        try:
            response = await request_within_origin(client, 'DELETE', self.url, headers=self._headers())
            wrong = None if response.status_code in (200, 204) else response.status_code
        except Exception as exc:
            wrong = exc
        if wrong == 405:
            logger.debug('Server does not allow session termination')
        elif wrong is not None:
            logger.warning(f'Session termination failed: {wrong}')


@asynccontextmanager
async def streamable_http_client(url, *, http_client=None, terminate_on_close=True):
    arriving, read_stream = anyio.create_memory_object_stream(0)
    write_stream, leaving = anyio.create_memory_object_stream(0)
    client = http_client or create_mcp_http_client()
    transport = StreamableHTTPTransport(url)
    async with anyio.create_task_group() as tasks:
        try:
            logger.debug(f'Connecting to StreamableHTTP endpoint: {url}')
            async with nullcontext() if http_client else client:
                tasks.start_soon(transport.post_writer, client, leaving, arriving, write_stream, tasks)
                try:
                    yield read_stream, write_stream, transport.get_session_id
                finally:
                    if terminate_on_close:
                        await transport.terminate_session(client)
                    tasks.cancel_scope.cancel()
        finally:
            await arriving.aclose()
            await write_stream.aclose()


def _seconds(timeout):
    return timeout.total_seconds() if isinstance(timeout, timedelta) else timeout


@asynccontextmanager
@deprecated('Use `streamable_http_client` instead.')
async def streamablehttp_client(url, headers=None, timeout=30, sse_read_timeout=300, terminate_on_close=True,
                                httpx_client_factory=create_mcp_http_client, auth=None):
    timeout = httpx.Timeout(_seconds(timeout), read=_seconds(sse_read_timeout))
    async with httpx_client_factory(headers=headers, timeout=timeout, auth=auth) as client:
        async with streamable_http_client(url, http_client=client, terminate_on_close=terminate_on_close) as streams:
            yield streams
