"""The client's side of a conversation."""
import logging
from typing import Any, Protocol

import anyio.lowlevel
from pydantic import TypeAdapter

import mcp.types as types
from mcp.shared.context import RequestContext
from mcp.shared.session import BaseSession, ProgressFnT, RequestResponder
from mcp.shared.version import SUPPORTED_PROTOCOL_VERSIONS

DEFAULT_CLIENT_INFO = types.Implementation(name='mcp', version='0.1.0')
ClientResponse = TypeAdapter(types.ClientResult | types.ErrorData)
logger = logging.getLogger('client')


class SamplingFnT(Protocol):
    async def __call__(self, context, params): ...


class ElicitationFnT(Protocol):
    async def __call__(self, context, params): ...


class ListRootsFnT(Protocol):
    async def __call__(self, context): ...


class LoggingFnT(Protocol):
    async def __call__(self, params): ...


class MessageHandlerFnT(Protocol):
    async def __call__(self, message): ...


def _refusing(what):
    async def refuse(context, *params):
        return types.ErrorData(code=types.INVALID_REQUEST, message=f'{what} not supported')
    return refuse


async def _default_message_handler(message):
    await anyio.lowlevel.checkpoint()


async def _default_logging_callback(params):
    pass


def _page(cursor, params):
    if params is not None and cursor is not None:
        raise ValueError('Cannot specify both cursor and params')
    return types.PaginatedRequestParams(cursor=cursor) if cursor is not None else params


class ClientSession(BaseSession[types.ClientRequest, types.ClientNotification, types.ClientResult, types.ServerRequest,
                                types.ServerNotification]):
    def __init__(self, read_stream, write_stream, read_timeout_seconds=None, sampling_callback=None, elicitation_callback=None,
                 list_roots_callback=None, logging_callback=None, message_handler=None, client_info=None, *, sampling_capabilities=None,
                 experimental_task_handlers=None):
        super().__init__(read_stream, write_stream, types.ServerRequest, types.ServerNotification, read_timeout_seconds)
        if experimental_task_handlers is not None:
            from _frames import not_supported
            not_supported('mcp: experimental tasks', 'a tool that reports its progress')
        self._client_info = client_info or DEFAULT_CLIENT_INFO
        can = self._can = {}
        if sampling_callback:
            can['sampling'] = sampling_capabilities or types.SamplingCapability()
        if elicitation_callback:
            can['elicitation'] = types.ElicitationCapability(form=types.FormElicitationCapability(), url=types.UrlElicitationCapability())
        if list_roots_callback:
            can['roots'] = types.RootsCapability(listChanged=True)
        self._sampling_callback = sampling_callback or _refusing('Sampling')
        self._elicitation_callback = elicitation_callback or _refusing('Elicitation')
        self._list_roots_callback = list_roots_callback or _refusing('List roots')
        self._logging_callback = logging_callback or _default_logging_callback
        self._message_handler = message_handler or _default_message_handler
        self._tool_output_schemas = {}
        self._server_capabilities = None

    async def _ask(self, request, result, **how):
        return await self.send_request(types.ClientRequest(request), result, **how)

    async def initialize(self):
        params = types.InitializeRequestParams(protocolVersion=types.LATEST_PROTOCOL_VERSION, clientInfo=self._client_info,
                                               capabilities=types.ClientCapabilities(**self._can))
        result = await self._ask(types.InitializeRequest(params=params), types.InitializeResult)
        self._server_capabilities = result.capabilities
        if result.protocolVersion not in SUPPORTED_PROTOCOL_VERSIONS:
            raise RuntimeError(f'Unsupported protocol version from the server: {result.protocolVersion}')
        await self.send_notification(types.ClientNotification(types.InitializedNotification()))
        return result

    def get_server_capabilities(self):
        return self._server_capabilities

    @property
    def experimental(self):
        from _frames import not_supported
        not_supported('mcp: experimental tasks', 'a tool that reports its progress')

    async def send_ping(self):
        return await self._ask(types.PingRequest(), types.EmptyResult)

    async def send_progress_notification(self, progress_token, progress, total=None, message=None):
        params = types.ProgressNotificationParams(progressToken=progress_token, progress=progress, total=total, message=message)
        await self.send_notification(types.ClientNotification(types.ProgressNotification(params=params)))

    async def set_logging_level(self, level):
        return await self._ask(types.SetLevelRequest(params=types.SetLevelRequestParams(level=level)), types.EmptyResult)

    async def list_resources(self, cursor=None, *, params=None):
        return await self._ask(types.ListResourcesRequest(params=_page(cursor, params)), types.ListResourcesResult)

    async def list_resource_templates(self, cursor=None, *, params=None):
        return await self._ask(types.ListResourceTemplatesRequest(params=_page(cursor, params)), types.ListResourceTemplatesResult)

    async def read_resource(self, uri):
        return await self._ask(types.ReadResourceRequest(params=types.ReadResourceRequestParams(uri=uri)), types.ReadResourceResult)

    async def subscribe_resource(self, uri):
        return await self._ask(types.SubscribeRequest(params=types.SubscribeRequestParams(uri=uri)), types.EmptyResult)

    async def unsubscribe_resource(self, uri):
        return await self._ask(types.UnsubscribeRequest(params=types.UnsubscribeRequestParams(uri=uri)), types.EmptyResult)

    async def call_tool(self, name, arguments=None, read_timeout_seconds=None, progress_callback=None, *, meta=None):
        params = types.CallToolRequestParams(name=name, arguments=arguments,
                                             _meta=None if meta is None else types.RequestParams.Meta(**meta))
        result = await self._ask(types.CallToolRequest(params=params), types.CallToolResult,
                                 request_read_timeout_seconds=read_timeout_seconds, progress_callback=progress_callback)
        if not result.isError:
            await self._validate_tool_result(name, result)
        return result

    async def _validate_tool_result(self, name, result):
        if name not in self._tool_output_schemas:
            await self.list_tools()
        if name not in self._tool_output_schemas:
            logger.warning(f'Tool {name} not listed by server, cannot validate any structured content')
        schema = self._tool_output_schemas.get(name)
        if schema is None:
            return
        if result.structuredContent is None:
            raise RuntimeError(f'Tool {name} has an output schema but did not return structured content')
        from jsonschema import SchemaError, ValidationError, validate
        try:
            validate(result.structuredContent, schema)
        except ValidationError as exc:
            raise RuntimeError(f'Invalid structured content returned by tool {name}: {exc}')
        except SchemaError as exc:
            raise RuntimeError(f'Invalid schema for tool {name}: {exc}')

    async def list_prompts(self, cursor=None, *, params=None):
        return await self._ask(types.ListPromptsRequest(params=_page(cursor, params)), types.ListPromptsResult)

    async def get_prompt(self, name, arguments=None):
        params = types.GetPromptRequestParams(name=name, arguments=arguments)
        return await self._ask(types.GetPromptRequest(params=params), types.GetPromptResult)

    async def complete(self, ref, argument, context_arguments=None):
        context = None if context_arguments is None else types.CompletionContext(arguments=context_arguments)
        params = types.CompleteRequestParams(ref=ref, argument=types.CompletionArgument(**argument), context=context)
        return await self._ask(types.CompleteRequest(params=params), types.CompleteResult)

    async def list_tools(self, cursor=None, *, params=None):
        result = await self._ask(types.ListToolsRequest(params=_page(cursor, params)), types.ListToolsResult)
        self._tool_output_schemas.update((tool.name, tool.outputSchema) for tool in result.tools)
        return result

    async def send_roots_list_changed(self):
        await self.send_notification(types.ClientNotification(types.RootsListChangedNotification()))

    async def _received_request(self, responder):
        context = RequestContext[ClientSession, Any](request_id=responder.request_id, meta=responder.request_meta, session=self,
                                                     lifespan_context=None)
        request = responder.request.root
        if isinstance(request, types.PingRequest):
            with responder:
                return await responder.respond(types.ClientResult(root=types.EmptyResult()))
        if isinstance(request, types.CreateMessageRequest):
            answering = self._sampling_callback(context, request.params)
        elif isinstance(request, types.ElicitRequest):
            answering = self._elicitation_callback(context, request.params)
        elif isinstance(request, types.ListRootsRequest):
            answering = self._list_roots_callback(context)
        else:
            return
        with responder:
            await responder.respond(ClientResponse.validate_python(await answering))

    async def _handle_incoming(self, req):
        await self._message_handler(req)

    async def _received_notification(self, notification):
        if isinstance(notification.root, types.LoggingMessageNotification):
            await self._logging_callback(notification.root.params)
