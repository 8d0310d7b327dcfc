"""A server that is a process of its own, spoken to through its stdin and stdout."""
import logging
import os
import signal
import sys
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Literal

import anyio
from anyio.streams.text import TextReceiveStream
from pydantic import BaseModel, Field

import mcp.types as types
from mcp.shared.message import SessionMessage, until_closed

logger = logging.getLogger(__name__)
DEFAULT_INHERITED_ENV_VARS = ['HOME', 'LOGNAME', 'PATH', 'SHELL', 'TERM', 'USER']
PROCESS_TERMINATION_TIMEOUT = 2.0


def get_default_environment():
    """What of the environment a server may see."""
    found = {name: os.environ[name] for name in DEFAULT_INHERITED_ENV_VARS if name in os.environ}
    return {name: value for name, value in found.items() if not value.startswith('()')}


class StdioServerParameters(BaseModel):
    command: str
    args: list[str] = Field(default_factory=list)
    env: dict[str, str] | None = None
    cwd: str | Path | None = None
    encoding: str = 'utf-8'
    encoding_error_handler: Literal['strict', 'ignore', 'replace'] = 'strict'


@asynccontextmanager
async def stdio_client(server, errlog=sys.stderr):
    arriving, read_stream = anyio.create_memory_object_stream(0)
    write_stream, leaving = anyio.create_memory_object_stream(0)

    async def close():
        for stream in (read_stream, write_stream, arriving, leaving):
            await stream.aclose()

    try:
        process = await anyio.open_process([server.command, *server.args], env=get_default_environment() | (server.env or {}),
                                           stderr=errlog, cwd=server.cwd, start_new_session=True)
    except OSError:
        await close()
        raise

    async def read():
        rest = ''
        async for chunk in TextReceiveStream(process.stdout, encoding=server.encoding, errors=server.encoding_error_handler):
            *lines, rest = (rest + chunk).split('\n')
            for line in lines:
                try:
                    message = SessionMessage(types.JSONRPCMessage.model_validate_json(line))
                except Exception as exc:
                    logger.exception('Failed to parse JSONRPC message from server')
                    message = exc
                await arriving.send(message)

    async def write():
        async for message in leaving:
            line = message.message.model_dump_json(by_alias=True, exclude_none=True) + '\n'
            await process.stdin.send(line.encode(server.encoding, server.encoding_error_handler))

    async with anyio.create_task_group() as tasks, process:
        tasks.start_soon(until_closed, arriving, read)
        tasks.start_soon(until_closed, leaving, write)
        try:
            yield read_stream, write_stream
        finally:
            await _shut_down(process)
            await close()


async def _shut_down(process):
    """Ends a server: its input first, and if that does not help, with signals."""
    with suppress(Exception):
        await process.stdin.aclose()
    with anyio.move_on_after(PROCESS_TERMINATION_TIMEOUT) as patience:
        await process.wait()
    if patience.cancelled_caught:
        await _terminate_process_tree(process)


async def _terminate_process_tree(process, timeout_seconds=2.0):
    with suppress(ProcessLookupError):
        group = os.getpgid(process.pid)
        os.killpg(group, signal.SIGTERM)
        with anyio.move_on_after(timeout_seconds):
            while True:
                os.killpg(group, 0)
                await anyio.sleep(0.1)
        os.killpg(group, signal.SIGKILL)
