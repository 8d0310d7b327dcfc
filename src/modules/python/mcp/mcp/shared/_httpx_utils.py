"""Clients of HTTP, and requests that are redirected only to where they were sent."""
from contextlib import AsyncExitStack, asynccontextmanager

import httpx
from httpx_sse import EventSource

MCP_DEFAULT_TIMEOUT = 30.0
MCP_DEFAULT_SSE_READ_TIMEOUT = 300.0


def create_mcp_http_client(headers=None, timeout=None, auth=None):
    given = {'headers': headers, 'auth': auth}
    return httpx.AsyncClient(timeout=httpx.Timeout(MCP_DEFAULT_TIMEOUT, read=MCP_DEFAULT_SSE_READ_TIMEOUT) if timeout is None else timeout,
                             **{name: value for name, value in given.items() if value is not None})


@asynccontextmanager
async def stream_within_origin(client, method, url, **kwargs):
    """The answer to a request, as it comes, after redirects to the same method and origin."""
    further = client.build_request(method, url, **kwargs)
    async with AsyncExitStack() as stack:
        for _ in range(client.max_redirects + 1):
            await stack.aclose()
            response = await client.send(further, stream=True, follow_redirects=False)
            stack.push_async_callback(response.aclose)
            further = _within_origin(response)
            if further is None:
                break
            await response.aread()
        yield response


def _within_origin(response):
    further = response.next_request
    if further is None or further.method != response.request.method:
        return None
    was, now = response.request.url, further.url
    secured = was.scheme == 'http' and now.scheme == 'https' and was.port is None and now.port is None
    return further if was.host == now.host and (secured or (was.scheme, was.port) == (now.scheme, now.port)) else None


async def request_within_origin(client, method, url, **kwargs):
    async with stream_within_origin(client, method, url, **kwargs) as answer:
        await answer.aread()
        return answer


@asynccontextmanager
async def sse_within_origin(client, url, *, headers=None):
    merged = httpx.Headers({'Accept': 'text/event-stream', 'Cache-Control': 'no-store'})
    merged.update(headers or {})
    async with stream_within_origin(client, 'GET', url, headers=merged) as response:
        yield EventSource(response)
