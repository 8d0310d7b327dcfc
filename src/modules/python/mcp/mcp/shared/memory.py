"""A client and a server that speak through memory."""
from contextlib import asynccontextmanager

import anyio

from mcp.client.session import ClientSession
from mcp.server.fastmcp import FastMCP


@asynccontextmanager
async def create_client_server_memory_streams():
    """(reads, writes) of the client, and those of the server."""
    to_client, client_reads = anyio.create_memory_object_stream(1)
    to_server, server_reads = anyio.create_memory_object_stream(1)
    async with client_reads, to_server, server_reads, to_client:
        yield (client_reads, to_server), (server_reads, to_client)


@asynccontextmanager
async def create_connected_server_and_client_session(
        server, read_timeout_seconds=None, sampling_callback=None, list_roots_callback=None, logging_callback=None,
        message_handler=None, client_info=None, raise_exceptions=False, elicitation_callback=None):
    if isinstance(server, FastMCP):
        server = server._mcp_server
    async with create_client_server_memory_streams() as (ours, theirs), anyio.create_task_group() as tasks:
        tasks.start_soon(lambda: server.run(*theirs, server.create_initialization_options(), raise_exceptions=raise_exceptions))
        try:
            async with ClientSession(
                    *ours, read_timeout_seconds=read_timeout_seconds, sampling_callback=sampling_callback,
                    elicitation_callback=elicitation_callback, list_roots_callback=list_roots_callback,
                    logging_callback=logging_callback, message_handler=message_handler, client_info=client_info) as session:
                await session.initialize()
                yield session
        finally:
            tasks.cancel_scope.cancel()
