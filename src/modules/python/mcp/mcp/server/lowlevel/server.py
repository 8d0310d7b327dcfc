"""A server whose handlers are functions, each for one kind of request."""
import json
import logging
import warnings
from base64 import b64encode
from collections.abc import Iterable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, Generic

import anyio
import jsonschema
from typing_extensions import TypeVar

import mcp.types as types
from mcp.server.lowlevel import func_inspection
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.models import InitializationOptions
from mcp.server.session import ServerSession
from mcp.shared import tool_name_validation
from mcp.shared.context import RequestContext
from mcp.shared.exceptions import McpError, UrlElicitationRequiredError
from mcp.shared.message import ServerMessageMetadata
from mcp.shared.session import RequestResponder

request_ctx = ContextVar('request_ctx')
logger = logging.getLogger(__name__)
LifespanResultT, RequestT = (TypeVar(name, default=Any) for name in ('LifespanResultT', 'RequestT'))


class NotificationOptions:
    def __init__(self, prompts_changed=False, resources_changed=False, tools_changed=False):
        self.prompts_changed, self.resources_changed, self.tools_changed = prompts_changed, resources_changed, tools_changed


@asynccontextmanager
async def lifespan(_):
    yield {}


async def _ping_handler(request):
    return types.ServerResult(types.EmptyResult())


def _failed(text):
    return types.ServerResult(types.CallToolResult(content=[types.TextContent(type='text', text=text)], isError=True))


def _contents(uri, data, mime_type, meta):
    told = {} if meta is None else {'_meta': meta}
    if isinstance(data, str):
        return types.TextResourceContents(uri=uri, text=data, mimeType=mime_type or 'text/plain', **told)
    if isinstance(data, bytes):
        return types.BlobResourceContents(uri=uri, blob=b64encode(data).decode(),
                                          mimeType=mime_type or 'application/octet-stream', **told)


class Server(Generic[LifespanResultT, RequestT]):
    def __init__(self, name, version=None, instructions=None, website_url=None, icons=None, lifespan=lifespan):
        self.name, self.version, self.instructions = name, version, instructions
        self.website_url, self.icons, self.lifespan = website_url, icons, lifespan
        self.request_handlers = {types.PingRequest: _ping_handler}
        self.notification_handlers = {}
        self._tool_cache = {}
        logger.debug('Initializing server %r', name)

    def create_initialization_options(self, notification_options=None, experimental_capabilities=None):
        from importlib.metadata import version
        return InitializationOptions(
            server_name=self.name, server_version=self.version or version('mcp'), instructions=self.instructions,
            capabilities=self.get_capabilities(notification_options or NotificationOptions(), experimental_capabilities or {}),
            website_url=self.website_url, icons=self.icons)

    def get_capabilities(self, notification_options, experimental_capabilities):
        has = self.request_handlers
        return types.ServerCapabilities(
            prompts=types.PromptsCapability(listChanged=notification_options.prompts_changed) if types.ListPromptsRequest in has else None,
            resources=types.ResourcesCapability(subscribe=False, listChanged=notification_options.resources_changed)
            if types.ListResourcesRequest in has else None,
            tools=types.ToolsCapability(listChanged=notification_options.tools_changed) if types.ListToolsRequest in has else None,
            logging=types.LoggingCapability() if types.SetLevelRequest in has else None,
            completions=types.CompletionsCapability() if types.CompleteRequest in has else None,
            experimental=experimental_capabilities)

    @property
    def request_context(self):
        return request_ctx.get()

    @property
    def experimental(self):
        from _frames import not_supported
        not_supported('mcp: experimental tasks', 'a tool that reports its progress')

    def _registering(self, request, answer):
        """A decorator: `answer(func, request)` gives the result of one that has come."""
        def register(func):
            async def handler(req):
                return types.ServerResult(await answer(func, req))
            self._register(request, handler)
            return func
        return register

    def _register(self, request, handler):
        name = 'PromptListRequest' if request is types.ListPromptsRequest else request.__name__
        logger.debug('Registering handler for %s', name)
        (self.notification_handlers if issubclass(request, types.Notification) else self.request_handlers)[request] = handler

    def _listing(self, request, result, field, seen=lambda listed: None):
        def register(func):
            call = func_inspection.create_call_wrapper(func, request)

            async def answer(_, req):
                listed = await call(req)
                whole = listed if isinstance(listed, result) else None
                seen(listed)
                return whole if whole is not None else result(**{field: listed})
            return self._registering(request, answer)(func)
        return register

    def list_prompts(self):
        return self._listing(types.ListPromptsRequest, types.ListPromptsResult, 'prompts')

    def list_resources(self):
        return self._listing(types.ListResourcesRequest, types.ListResourcesResult, 'resources')

    def list_tools(self):
        return self._listing(types.ListToolsRequest, types.ListToolsResult, 'tools', self._remember_tools)

    def list_resource_templates(self):
        async def answer(func, req):
            return types.ListResourceTemplatesResult(resourceTemplates=await func())
        return self._registering(types.ListResourceTemplatesRequest, answer)

    def get_prompt(self):
        async def answer(func, req):
            return await func(req.params.name, req.params.arguments)
        return self._registering(types.GetPromptRequest, answer)

    def read_resource(self):
        async def answer(func, req):
            result, uri = await func(req.params.uri), req.params.uri
            if isinstance(result, (str, bytes)):
                warnings.warn('Returning str or bytes from read_resource is deprecated. Use Iterable[ReadResourceContents] instead.',
                              DeprecationWarning, stacklevel=2)
                return types.ReadResourceResult(contents=[_contents(uri, result, None, None)])
            if not isinstance(result, Iterable):
                raise ValueError(f'Unexpected return type from read_resource: {type(result)}')
            return types.ReadResourceResult(
                contents=[_contents(uri, each.content, each.mime_type, getattr(each, 'meta', None)) for each in result])
        return self._registering(types.ReadResourceRequest, answer)

    def _telling(self, request, field):
        async def answer(func, req):
            await func(getattr(req.params, field))
            return types.EmptyResult()
        return self._registering(request, answer)

    def set_logging_level(self):
        return self._telling(types.SetLevelRequest, 'level')

    def subscribe_resource(self):
        return self._telling(types.SubscribeRequest, 'uri')

    def unsubscribe_resource(self):
        return self._telling(types.UnsubscribeRequest, 'uri')

    def completion(self):
        async def answer(func, req):
            found = await func(req.params.ref, req.params.argument, req.params.context)
            return types.CompleteResult(completion=types.Completion(values=[]) if found is None else found)
        return self._registering(types.CompleteRequest, answer)

    def progress_notification(self):
        def register(func):
            async def handler(req):
                await func(req.params.progressToken, req.params.progress, req.params.total, req.params.message)
            self._register(types.ProgressNotification, handler)
            return func
        return register

    def _remember_tools(self, listed):
        if not isinstance(listed, types.ListToolsResult):
            self._tool_cache.clear()
        for tool in getattr(listed, 'tools', listed):
            tool_name_validation.validate_and_warn_tool_name(tool.name)
            self._tool_cache[tool.name] = tool

    async def _get_cached_tool_definition(self, tool_name):
        lister = self.request_handlers.get(types.ListToolsRequest)
        if tool_name not in self._tool_cache and lister:
            logger.debug('Tool cache miss for %s, refreshing cache', tool_name)
            await lister(None)
        if tool_name not in self._tool_cache:
            logger.warning("Tool '%s' not listed, no validation will be performed", tool_name)
        return self._tool_cache.get(tool_name)

    def call_tool(self, *, validate_input=True):
        def register(func):
            async def handler(req):
                try:
                    return await self._call(func, req.params.name, req.params.arguments or {}, validate_input)
                except UrlElicitationRequiredError:
                    raise
                except Exception as exc:
                    return _failed(str(exc))
            self._register(types.CallToolRequest, handler)
            return func
        return register

    async def _call(self, func, name, arguments, validate_input):
        tool = await self._get_cached_tool_definition(name)
        if validate_input and tool:
            try:
                jsonschema.validate(arguments, tool.inputSchema)
            except jsonschema.ValidationError as exc:
                return _failed(f'Input validation error: {exc.message}')
        results, structured = await func(name, arguments), None
        if isinstance(results, types.CallToolResult | types.CreateTaskResult):
            return types.ServerResult(results)
        if isinstance(results, tuple) and len(results) == 2:
            results, structured = results
        elif isinstance(results, dict):
            results, structured = [types.TextContent(type='text', text=json.dumps(results, indent=2))], results
        elif not hasattr(results, '__iter__'):
            return _failed(f'Unexpected return type from tool: {type(results).__name__}')
        if tool and tool.outputSchema is not None:
            if structured is None:
                return _failed('Output validation error: outputSchema defined but no structured output returned')
            try:
                jsonschema.validate(structured, tool.outputSchema)
            except jsonschema.ValidationError as exc:
                return _failed(f'Output validation error: {exc.message}')
        return types.ServerResult(types.CallToolResult(content=list(results), structuredContent=structured, isError=False))

    async def run(self, read_stream, write_stream, initialization_options, raise_exceptions=False, stateless=False):
        async with (self.lifespan(self) as context,
                    ServerSession(read_stream, write_stream, initialization_options, stateless=stateless) as session,
                    anyio.create_task_group() as tasks):
            try:
                async for message in session.incoming_messages:
                    logger.debug('Received message: %s', message)
                    tasks.start_soon(self._handle_message, message, session, context, raise_exceptions)
            finally:
                tasks.cancel_scope.cancel()

    async def _handle_message(self, message, session, lifespan_context, raise_exceptions=False):
        with warnings.catch_warnings(record=True) as told:
            if isinstance(message, RequestResponder):
                with message:
                    await self._handle_request(message, message.request.root, session, lifespan_context, raise_exceptions)
            elif isinstance(message, types.ClientNotification):
                await self._handle_notification(message.root)
            elif isinstance(message, Exception):
                logger.error(f'Received exception from stream: {message}')
                await session.send_log_message(level='error', data='Internal Server Error', logger='mcp.server.exception_handler')
                if raise_exceptions:
                    raise message
            for each in told:
                logger.info('Warning: %s: %s', each.category.__name__, each.message)

    async def _handle_request(self, message, req, session, lifespan_context, raise_exceptions):
        logger.info('Processing request of type %s', type(req).__name__)
        handler = self.request_handlers.get(type(req))
        if handler is None:
            response = types.ErrorData(code=types.METHOD_NOT_FOUND, message='Method not found')
        else:
            logger.debug('Dispatching request of type %s', type(req).__name__)
            way = message.message_metadata
            way = way if isinstance(way, ServerMessageMetadata) else ServerMessageMetadata()
            token = request_ctx.set(RequestContext(
                message.request_id, message.request_meta, session, lifespan_context, request=way.request_context,
                close_sse_stream=way.close_sse_stream, close_standalone_sse_stream=way.close_standalone_sse_stream))
            try:
                response = await handler(req)
            except McpError as exc:
                response = exc.error
            except anyio.get_cancelled_exc_class():
                if not message.cancelled:
                    raise
                logger.info('Request %s cancelled - duplicate response suppressed', message.request_id)
                return
            except Exception as exc:
                if raise_exceptions:
                    raise
                response = types.ErrorData(code=0, message=str(exc), data=None)
            finally:
                request_ctx.reset(token)
        try:
            await message.respond(response)
            logger.debug('Response sent')
        except (anyio.ClosedResourceError, anyio.BrokenResourceError):
            logger.debug('Response for %s dropped - transport closed', message.request_id)

    async def _handle_notification(self, notify):
        if handler := self.notification_handlers.get(type(notify)):
            logger.debug('Dispatching notification of type %s', type(notify).__name__)
            try:
                await handler(notify)
            except Exception:
                logger.exception('Uncaught exception in notification handler')
