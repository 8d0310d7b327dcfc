"""Servers whose tools, resources and prompts are plain functions."""
import inspect
import re
from collections.abc import Callable
from typing import Any, Generic, Literal

import anyio
import pydantic_core
from pydantic import create_model

from mcp.server.fastmcp._context import Context, as_lifespan
from mcp.server.fastmcp._http import HttpServing
from mcp.server.fastmcp.exceptions import ResourceError
from mcp.server.fastmcp.prompts import Prompt, PromptManager
from mcp.server.fastmcp.resources import FunctionResource, ResourceManager
from mcp.server.fastmcp.tools import ToolManager
from mcp.server.fastmcp.utilities.context_injection import find_context_parameter
from mcp.server.fastmcp.utilities.logging import configure_logging, get_logger
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.lowlevel.server import LifespanResultT, Server as MCPServer, lifespan as default_lifespan, request_ctx
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import DEFAULT_MAX_REQUEST_BODY_SIZE, TransportSecuritySettings
from mcp.types import (GetPromptResult, Prompt as MCPPrompt, PromptArgument as MCPPromptArgument, Resource as MCPResource,
                       ResourceTemplate as MCPResourceTemplate, Tool as MCPTool)

logger = get_logger(__name__)


_LEVELS = Literal['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL']
Settings = create_model('Settings', __module__=__name__, **{
    'debug': bool, 'log_level': _LEVELS, 'host': str, 'port': int,
    **dict.fromkeys(('mount_path', 'sse_path', 'message_path', 'streamable_http_path'), str), 'json_response': bool, 'stateless_http': bool,
    'max_request_body_size': int, 'session_idle_timeout': float | None, 'max_sessions': int | None,
    **{f'warn_on_duplicate_{what}': bool for what in ('resources', 'tools', 'prompts')}, 'dependencies': list[str],
    'lifespan': Callable[..., Any] | None, 'auth': Any, 'transport_security': TransportSecuritySettings | None})


def _called(decorator, given, example):
    if callable(given):
        raise TypeError(f'The @{decorator} decorator was used incorrectly. Did you forget to call it? Use @{example} instead of @{decorator}')


class FastMCP(HttpServing, Generic[LifespanResultT]):
    def __init__(self, name=None, instructions=None, website_url=None, icons=None, auth_server_provider=None, token_verifier=None,
                 event_store=None, retry_interval=None, *, tools=None, debug=False, log_level='INFO', host='127.0.0.1', port=8000,
                 mount_path='/', sse_path='/sse', message_path='/messages/', streamable_http_path='/mcp', json_response=False,
                 stateless_http=False, max_request_body_size=DEFAULT_MAX_REQUEST_BODY_SIZE, session_idle_timeout=1800,
                 max_sessions=10000, warn_on_duplicate_resources=True, warn_on_duplicate_tools=True, warn_on_duplicate_prompts=True,
                 dependencies=(), lifespan=None, auth=None, transport_security=None):
        if auth is not None or auth_server_provider or token_verifier:
            from _frames import not_supported
            not_supported('mcp: authorization', 'FastMCP without auth=, auth_server_provider= and token_verifier=')
        if transport_security is None and host in ('127.0.0.1', 'localhost', '::1'):
            names = ['127.0.0.1:*', 'localhost:*', '[::1]:*']
            transport_security = TransportSecuritySettings(
                enable_dns_rebinding_protection=True, allowed_hosts=names, allowed_origins=[f'http://{each}' for each in names])
        self.settings = Settings(
            debug=debug, log_level=log_level, host=host, port=port, mount_path=mount_path, sse_path=sse_path, message_path=message_path,
            streamable_http_path=streamable_http_path, json_response=json_response, stateless_http=stateless_http,
            max_request_body_size=max_request_body_size, session_idle_timeout=session_idle_timeout, max_sessions=max_sessions,
            warn_on_duplicate_resources=warn_on_duplicate_resources, warn_on_duplicate_tools=warn_on_duplicate_tools,
            warn_on_duplicate_prompts=warn_on_duplicate_prompts, dependencies=list(dependencies), lifespan=lifespan, auth=auth,
            transport_security=transport_security)
        self._mcp_server = MCPServer(name=name or 'FastMCP', instructions=instructions, website_url=website_url, icons=icons,
                                     lifespan=as_lifespan(self, lifespan) if lifespan else default_lifespan)
        self._tool_manager = ToolManager(tools=tools, warn_on_duplicate_tools=warn_on_duplicate_tools)
        self._resource_manager = ResourceManager(warn_on_duplicate_resources)
        self._prompt_manager = PromptManager(warn_on_duplicate_prompts)
        self._event_store, self._retry_interval = event_store, retry_interval
        self._custom_starlette_routes = []
        self._session_manager = None
        self.dependencies = self.settings.dependencies
        self._setup_handlers()
        configure_logging(self.settings.log_level)

    name = property(lambda self: self._mcp_server.name)
    instructions = property(lambda self: self._mcp_server.instructions)
    website_url = property(lambda self: self._mcp_server.website_url)
    icons = property(lambda self: self._mcp_server.icons)

    def run(self, transport='stdio', mount_path=None):
        """Serves until its clients are gone, or until it is interrupted."""
        ways = {'stdio': self.run_stdio_async, 'sse': lambda: self.run_sse_async(mount_path),
                'streamable-http': self.run_streamable_http_async}
        if transport not in ways:
            raise ValueError(f'Unknown transport: {transport}')
        anyio.run(ways[transport])

    async def run_stdio_async(self):
        async with stdio_server() as (read_stream, write_stream):
            await self._mcp_server.run(read_stream, write_stream, self._mcp_server.create_initialization_options())

    def _setup_handlers(self):
        server = self._mcp_server
        server.list_tools()(self.list_tools)
        server.call_tool(validate_input=False)(self.call_tool)
        server.list_resources()(self.list_resources)
        server.read_resource()(self.read_resource)
        server.list_prompts()(self.list_prompts)
        server.get_prompt()(self.get_prompt)
        server.list_resource_templates()(self.list_resource_templates)

    def get_context(self):
        return Context(request_context=request_ctx.get(None), fastmcp=self)

    async def list_tools(self):
        return [MCPTool(name=tool.name, title=tool.title, description=tool.description, inputSchema=tool.parameters,
                        outputSchema=tool.output_schema, annotations=tool.annotations, icons=tool.icons, _meta=tool.meta)
                for tool in self._tool_manager.list_tools()]

    async def call_tool(self, name, arguments):
        return await self._tool_manager.call_tool(name, arguments, context=self.get_context(), convert_result=True)

    async def list_resources(self):
        return [MCPResource(uri=each.uri, name=each.name or '', title=each.title, description=each.description, mimeType=each.mime_type,
                            icons=each.icons, annotations=each.annotations, _meta=each.meta)
                for each in self._resource_manager.list_resources()]

    async def list_resource_templates(self):
        return [MCPResourceTemplate(uriTemplate=each.uri_template, name=each.name, title=each.title, description=each.description,
                                    mimeType=each.mime_type, icons=each.icons, annotations=each.annotations, _meta=each.meta)
                for each in self._resource_manager.list_templates()]

    async def read_resource(self, uri):
        resource = await self._resource_manager.get_resource(uri, context=self.get_context())
        try:
            return [ReadResourceContents(content=await resource.read(), mime_type=resource.mime_type, meta=resource.meta)]
        except Exception as exc:
            logger.exception(f'Error reading resource {uri}')
            raise ResourceError(str(exc))

    async def list_prompts(self):
        return [MCPPrompt(name=prompt.name, title=prompt.title, description=prompt.description, icons=prompt.icons,
                          arguments=[MCPPromptArgument(name=each.name, description=each.description, required=each.required)
                                     for each in prompt.arguments or ()])
                for prompt in self._prompt_manager.list_prompts()]

    async def get_prompt(self, name, arguments=None):
        try:
            messages = await self._prompt_manager.render_prompt(name, arguments, context=self.get_context())
            return GetPromptResult(description=self._prompt_manager.get_prompt(name).description,
                                   messages=pydantic_core.to_jsonable_python(messages))
        except Exception as exc:
            logger.exception(f'Error getting prompt {name}')
            raise ValueError(str(exc))

    def add_tool(self, fn, name=None, title=None, description=None, annotations=None, icons=None, meta=None, structured_output=None):
        self._tool_manager.add_tool(fn, name=name, title=title, description=description, annotations=annotations, icons=icons, meta=meta,
                                    structured_output=structured_output)

    def remove_tool(self, name):
        self._tool_manager.remove_tool(name)

    def tool(self, name=None, title=None, description=None, annotations=None, icons=None, meta=None, structured_output=None):
        _called('tool', name, 'tool()')

        def decorator(fn):
            self.add_tool(fn, name, title, description, annotations, icons, meta, structured_output)
            return fn
        return decorator

    def completion(self):
        return self._mcp_server.completion()

    def add_resource(self, resource):
        self._resource_manager.add_resource(resource)

    def resource(self, uri, *, name=None, title=None, description=None, mime_type=None, icons=None, annotations=None, meta=None):
        _called('resource', uri, "resource('uri')")
        how = {'name': name, 'title': title, 'description': description, 'mime_type': mime_type, 'icons': icons,
               'annotations': annotations, 'meta': meta}

        def decorator(fn):
            parameters = inspect.signature(fn).parameters
            if not parameters and not ('{' in uri and '}' in uri):
                self.add_resource(FunctionResource.from_function(fn=fn, uri=uri, **how))
                return fn
            context = find_context_parameter(fn)
            named, taken = set(re.findall(r'{(\w+)}', uri)), {each for each in parameters if each != context}
            if named != taken:
                raise ValueError(f'Mismatch between URI parameters {named} and function parameters {taken}')
            self._resource_manager.add_template(fn, uri, **how)
            return fn
        return decorator

    def add_prompt(self, prompt):
        self._prompt_manager.add_prompt(prompt)

    def prompt(self, name=None, title=None, description=None, icons=None):
        _called('prompt', name, 'prompt()')

        def decorator(func):
            self.add_prompt(Prompt.from_function(func, name=name, title=title, description=description, icons=icons))
            return func
        return decorator
