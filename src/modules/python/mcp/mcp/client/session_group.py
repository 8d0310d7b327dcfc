"""Several servers as if they were one."""
import contextlib
import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import anyio
import httpx
from pydantic import BaseModel

from mcp import types
from mcp.client.session import ClientSession
from mcp.client.sse import sse_client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared._httpx_utils import create_mcp_http_client
from mcp.shared.exceptions import McpError


class SseServerParameters(BaseModel):
    url: str
    headers: dict[str, Any] | None = None
    timeout: float = 5
    sse_read_timeout: float = 300


class StreamableHttpParameters(BaseModel):
    url: str
    headers: dict[str, Any] | None = None
    timeout: timedelta = timedelta(seconds=30)
    sse_read_timeout: timedelta = timedelta(seconds=300)
    terminate_on_close: bool = True


ServerParameters = StdioServerParameters | SseServerParameters | StreamableHttpParameters


@dataclass
class ClientSessionParameters:
    read_timeout_seconds: timedelta | None = None
    sampling_callback: Any = None
    elicitation_callback: Any = None
    list_roots_callback: Any = None
    logging_callback: Any = None
    message_handler: Any = None
    client_info: types.Implementation | None = None


def _refuse(message):
    raise McpError(types.ErrorData(code=types.INVALID_PARAMS, message=message))


class ClientSessionGroup:
    def __init__(self, exit_stack=None, component_name_hook=None):
        self.tools, self.resources, self.prompts = {}, {}, {}
        self._sessions, self._tool_to_session, self._session_exit_stacks = {}, {}, {}
        self._owns_exit_stack = exit_stack is None
        self._exit_stack = exit_stack or contextlib.AsyncExitStack()
        self._component_name_hook = component_name_hook

    async def __aenter__(self):
        if self._owns_exit_stack:
            await self._exit_stack.__aenter__()
        return self

    async def __aexit__(self, kind, exc, traceback):
        if self._owns_exit_stack:
            await self._exit_stack.aclose()
        async with anyio.create_task_group() as tasks:
            for stack in self._session_exit_stacks.values():
                tasks.start_soon(stack.aclose)

    @property
    def sessions(self):
        return list(self._sessions)

    async def call_tool(self, name, arguments=None, read_timeout_seconds=None, progress_callback=None, *, meta=None, args=None):
        session, tool = self._tool_to_session[name], self.tools[name].name
        return await session.call_tool(tool, arguments if args is None else args, read_timeout_seconds=read_timeout_seconds,
                                       progress_callback=progress_callback, meta=meta)

    async def disconnect_from_server(self, session):
        if session not in self._sessions and session not in self._session_exit_stacks:
            _refuse('Provided session is not managed or already disconnected.')
        for kept, names in self._sessions.pop(session, ()):
            for name in names:
                kept.pop(name, None)
                if kept is self.tools:
                    self._tool_to_session.pop(name, None)
        if session in self._session_exit_stacks:
            await self._session_exit_stacks.pop(session).aclose()

    async def connect_to_server(self, server_params, session_params=None):
        return await self.connect_with_session(*await self._establish_session(server_params, session_params or ClientSessionParameters()))

    async def _establish_session(self, server_params, session_params):
        stack = contextlib.AsyncExitStack()
        try:
            if isinstance(server_params, StdioServerParameters):
                client = stdio_client(server_params)
            elif isinstance(server_params, SseServerParameters):
                client = sse_client(**server_params.model_dump())
            else:
                timeout = httpx.Timeout(server_params.timeout.total_seconds(), read=server_params.sse_read_timeout.total_seconds())
                http = await stack.enter_async_context(create_mcp_http_client(headers=server_params.headers, timeout=timeout))
                client = streamable_http_client(server_params.url, http_client=http, terminate_on_close=server_params.terminate_on_close)
            read, write = (await stack.enter_async_context(client))[:2]
            session = await stack.enter_async_context(ClientSession(read, write, **vars(session_params)))
            result = await session.initialize()
            self._session_exit_stacks[session] = stack
            await self._exit_stack.enter_async_context(stack)
            return result.serverInfo, session
        except Exception:
            await stack.aclose()
            raise

    async def connect_with_session(self, server_info, session):
        """Takes in what a server offers, under names that nothing else has."""
        found = []
        for kept, listed in ((self.prompts, 'prompts'), (self.resources, 'resources'), (self.tools, 'tools')):
            try:
                offered = getattr(await getattr(session, f'list_{listed}')(), listed)
            except McpError as exc:
                logging.warning(f'Could not fetch {listed}: {exc}')
                offered = []
            named = {self._component_name_hook(each.name, server_info) if self._component_name_hook else each.name: each
                     for each in offered}
            found.append((kept, named))
        if not any(named for _, named in found):
            del self._session_exit_stacks[session]
        for kept, named in found:
            if doubled := set(named) & set(kept):
                what = 'tools' if kept is self.tools else 'prompts' if kept is self.prompts else 'resources'
                _refuse(f'{doubled} already exist in group {what}.')
        for kept, named in found:
            kept.update(named)
            if kept is self.tools:
                self._tool_to_session.update(dict.fromkeys(named, session))
        self._sessions[session] = [(kept, list(named)) for kept, named in found]
        return session
