"""A server that speaks through its process's stdin and stdout, a line a message."""
import io
import sys
from contextlib import asynccontextmanager

import anyio

import mcp.types as types
from mcp.shared.message import SessionMessage, until_closed


@asynccontextmanager
async def stdio_server(stdin=None, stdout=None):
    if not stdin:
        stdin = anyio.wrap_file(io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', errors='replace'))
    if not stdout:
        stdout = anyio.wrap_file(io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8'))
    arriving, read_stream = anyio.create_memory_object_stream(0)
    write_stream, leaving = anyio.create_memory_object_stream(0)

    async def read():
        async for line in stdin:
            try:
                message = SessionMessage(types.JSONRPCMessage.model_validate_json(line))
            except Exception as exc:
                message = exc
            await arriving.send(message)

    async def write():
        async for message in leaving:
            await stdout.write(message.message.model_dump_json(by_alias=True, exclude_none=True) + '\n')
            await stdout.flush()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(until_closed, arriving, read)
        tasks.start_soon(until_closed, leaving, write)
        yield read_stream, write_stream
