# recorded by hand: needs mcp
"""A server of the Model Context Protocol at a process's stdin and stdout: with a client of its own, and with lines written by hand."""
import asyncio
import json
import subprocess
import sys
from contextlib import AsyncExitStack
from pathlib import Path

from mcp import ClientSession, McpError, StdioServerParameters, stdio_client

SERVER = Path('/tmp/abacus.py')
SERVER.write_text('''
import os, sys
from mcp.server.fastmcp import FastMCP

app = FastMCP('Abacus')

@app.tool()
def add(a: int, b: int) -> int:
    """Adds."""
    print('adding', file=sys.stderr)
    return a + b

@app.tool()
def unit() -> str:
    return os.environ.get('UNIT', 'none')

if __name__ == '__main__':
    app.run()
''')


class Desk:
    def __init__(self):
        self.stack, self.sessions = AsyncExitStack(), {}

    async def open(self, name, **environment):
        params = StdioServerParameters(command='python', args=[str(SERVER)], env=environment or None)
        read, write = await self.stack.enter_async_context(stdio_client(params))
        self.sessions[name] = session = await self.stack.enter_async_context(ClientSession(read, write))
        told = await session.initialize()
        print(name, told.serverInfo.name, told.protocolVersion)


async def main():
    desk = Desk()
    async with desk.stack:
        await desk.open('first', UNIT='cm')
        await desk.open('second')
        print([tool.name for tool in (await desk.sessions['first'].list_tools()).tools])
        sums = await asyncio.gather(*(desk.sessions[name].call_tool('add', {'a': n, 'b': 1}) for n, name in enumerate(desk.sessions)))
        print([each.structuredContent for each in sums])
        for name, session in desk.sessions.items():
            print(name, (await session.call_tool('unit')).content[0].text)
    print('closed')
    for command in (['no-such-program'], ['python', '/tmp/nowhere.py']):
        try:
            async with stdio_client(StdioServerParameters(command=command[0], args=command[1:])) as streams:
                async with ClientSession(*streams) as session:
                    await session.initialize()
        except (OSError, McpError, ExceptionGroup) as exc:
            print(repr(exc))


asyncio.run(main())
first = {'protocolVersion': '2025-03-26', 'capabilities': {}, 'clientInfo': {'name': 'hand', 'version': '0'}}
lines = [{'id': 0, 'method': 'tools/list'}, {'id': 1, 'method': 'initialize', 'params': first}, {'method': 'notifications/initialized'},
         {'id': 'two', 'method': 'ping'}, {'id': 3, 'method': 'no/such'}, None]
server = subprocess.Popen([sys.executable, str(SERVER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
for line in lines:
    server.stdin.write('what?\n' if line is None else json.dumps({'jsonrpc': '2.0', **line}) + '\n')
    server.stdin.flush()
    if line is None or 'id' in line:
        print(server.stdout.readline(), end='')
server.stdin.close()
print(repr(server.stdout.read()), server.wait())
