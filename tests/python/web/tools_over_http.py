# recorded by hand: needs mcp
"""The Model Context Protocol over HTTP, in the older way and the newer one, and what is refused."""
import asyncio
import contextlib
import logging
import sys

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount

logging.basicConfig(stream=sys.stdout, level=logging.CRITICAL)

from mcp import ClientSession
from mcp.client.sse import sse_client
from mcp.client.streamable_http import streamable_http_client
from mcp.server.fastmcp import Context, FastMCP

clock = FastMCP('Clock', port=8400)
adder = FastMCP('Adder', stateless_http=True, json_response=True)


@clock.tool()
async def tick(times: int, ctx: Context) -> list[int]:
    for each in range(times):
        await asyncio.sleep(0.25)
        await ctx.report_progress(each + 1, times)
    await ctx.session.send_log_message('notice', {'agent': ctx.request_context.request.headers['x-agent']})
    return list(range(times))


@adder.tool()
def add(a: int, b: int) -> int:
    return a + b


@clock.custom_route('/health', methods=['GET'])
async def health(request):
    return PlainTextResponse('well')


@contextlib.asynccontextmanager
async def sessions(app):
    async with clock.session_manager.run(), adder.session_manager.run():
        yield


parts = {'/sse-clock': clock.sse_app(), '/clock': clock.streamable_http_app(), '/adder': adder.streamable_http_app()}
site = Starlette(routes=[Mount(path, app) for path, app in parts.items()], lifespan=sessions)


@contextlib.asynccontextmanager
async def served():
    server = uvicorn.Server(uvicorn.Config(site, port=8400, log_level='error'))
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.1)
    yield 'http://127.0.0.1:8400'
    server.should_exit = True
    await task


async def progressed(progress, total, message):
    print('  progress', progress, total)


async def logged(params):
    print('  logged', params.level, params.data)


async def talk(streams):
    async with ClientSession(*streams[:2], logging_callback=logged) as session:
        print((await session.initialize()).serverInfo.name)
        names = [tool.name for tool in (await session.list_tools()).tools]
        print(names)
        if names == ['tick']:
            print(await session.call_tool('tick', {'times': 2}, progress_callback=progressed))
        else:
            print([(await session.call_tool('add', {'a': n, 'b': n})).structuredContent for n in range(3)])


async def main():
    async with served() as base, httpx.AsyncClient(headers={'x-agent': 'watch'}) as http:
        async with sse_client(f'{base}/sse-clock/sse', headers={'x-agent': 'old'}) as streams:
            await talk(streams)
        async with streamable_http_client(f'{base}/clock/mcp', http_client=http) as streams:
            await talk(streams)
            print(len(streams[2]()))
        async with streamable_http_client(f'{base}/adder/mcp') as streams:
            await talk(streams)
            print(streams[2]())
        both = {'accept': 'application/json, text/event-stream'}
        for method, path, given in (
                ('POST', '/adder/mcp', {'json': {'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}, 'headers': both}),
                ('POST', '/adder/mcp', {'content': 'x', 'headers': {**both, 'content-type': 'application/json'}}),
                ('POST', '/adder/mcp', {'json': [], 'headers': {'accept': 'text/html'}}),
                ('POST', '/clock/mcp', {'json': {'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}, 'headers': both}),
                ('POST', '/clock/mcp', {'json': {}, 'headers': {**both, 'mcp-session-id': 'gone'}}),
                ('POST', '/clock/mcp', {'content': 'x', 'headers': both}),
                ('POST', '/clock/mcp', {'json': {}, 'headers': {**both, 'host': 'elsewhere'}}),
                ('DELETE', '/adder/mcp', {}), ('PATCH', '/adder/mcp', {}), ('GET', '/clock/mcp', {}), ('GET', '/clock/health', {})):
            answer = await http.request(method, base + path, **given)
            print(method, path, answer.status_code, answer.headers.get('content-type'), answer.text[:150])


asyncio.run(main())
