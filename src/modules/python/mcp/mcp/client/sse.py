"""A server over HTTP of the older kind: events come in one long answer, messages go in requests of their own."""
import logging
from contextlib import asynccontextmanager
from urllib.parse import parse_qs, urljoin, urlparse

import anyio
import httpx
from httpx_sse import SSEError

import mcp.types as types
from mcp.shared._httpx_utils import create_mcp_http_client, request_within_origin, sse_within_origin
from mcp.shared.message import SessionMessage, wire

logger = logging.getLogger(__name__)


def remove_request_params(url):
    return urljoin(url, urlparse(url).path)


def _session_of(endpoint):
    given = parse_qs(urlparse(endpoint).query)
    return (given.get('sessionId') or given.get('session_id') or [None])[0]


def _endpoint(url, place):
    endpoint = urljoin(url, place)
    logger.debug(f'Received endpoint URL: {endpoint}')
    if urlparse(url)[:2] != urlparse(endpoint)[:2]:
        message = f'Endpoint origin does not match connection origin: {endpoint}'
        logger.error(message)
        raise ValueError(message)
    return endpoint


@asynccontextmanager
async def sse_client(url, headers=None, timeout=5, sse_read_timeout=300, httpx_client_factory=create_mcp_http_client, auth=None,
                     on_session_created=None):
    arriving, read_stream = anyio.create_memory_object_stream(0)
    write_stream, leaving = anyio.create_memory_object_stream(0)

    async def take(sse):
        try:
            message = types.JSONRPCMessage.model_validate_json(sse.data)
            logger.debug(f'Received server message: {message}')
        except Exception as exc:
            logger.exception('Error parsing server message')
            await arriving.send(exc)
        else:
            await arriving.send(SessionMessage(message))

    async def read(source, task_status=anyio.TASK_STATUS_IGNORED):
        try:
            async for sse in source.aiter_sse():
                logger.debug(f'Received SSE event: {sse.event}')
                if sse.event == 'endpoint':
                    endpoint = _endpoint(url, sse.data)
                    if on_session_created and (session := _session_of(endpoint)):
                        on_session_created(session)
                    task_status.started(endpoint)
                elif sse.event != 'message':
                    logger.warning(f'Unknown SSE event: {sse.event}')
                elif sse.data:
                    await take(sse)
        except SSEError:
            logger.exception('Encountered SSE exception')
            raise
        except Exception as exc:
            logger.exception('Error in sse_reader')
            await arriving.send(exc)
        finally:
            await arriving.aclose()

    async def write(client, endpoint):
        try:
            async with leaving:
                async for message in leaving:
                    logger.debug(f'Sending client message: {message}')
                    response = await request_within_origin(client, 'POST', endpoint, json=wire(message.message))
                    response.raise_for_status()
                    logger.debug(f'Client message sent successfully: {response.status_code}')
        except Exception:
            logger.exception('Error in post_writer')
        finally:
            await write_stream.aclose()

    async with anyio.create_task_group() as tasks:
        try:
            logger.debug(f'Connecting to SSE endpoint: {remove_request_params(url)}')
            async with (httpx_client_factory(headers=headers, auth=auth, timeout=httpx.Timeout(timeout, read=sse_read_timeout)) as client,
                        sse_within_origin(client, url) as source):
                source.response.raise_for_status()
                logger.debug('SSE connection established')
                endpoint = await tasks.start(read, source)
                logger.debug(f'Starting post writer with endpoint URL: {endpoint}')
                tasks.start_soon(write, client, endpoint)
                try:
                    yield read_stream, write_stream
                finally:
                    tasks.cancel_scope.cancel()
        finally:
            for stream in (arriving, write_stream, read_stream, leaving):
                await stream.aclose()
