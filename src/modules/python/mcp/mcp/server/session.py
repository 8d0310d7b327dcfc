"""The server's side of a conversation."""
from enum import Enum
from typing import TypeVar

import anyio
import anyio.lowlevel

import mcp.types as types
from mcp.server.validation import validate_sampling_tools, validate_tool_use_result_messages
from mcp.shared.message import ServerMessageMetadata
from mcp.shared.session import BaseSession, RequestResponder
from mcp.shared.version import SUPPORTED_PROTOCOL_VERSIONS


InitializationState = Enum('InitializationState', 'NotInitialized Initializing Initialized')
ServerSessionT = TypeVar('ServerSessionT', bound='ServerSession')
ServerRequestResponder = RequestResponder[types.ClientRequest, types.ServerResult] | types.ClientNotification | Exception


class ServerSession(BaseSession[types.ServerRequest, types.ServerNotification, types.ServerResult, types.ClientRequest,
                                types.ClientNotification]):
    _client_params = None

    def __init__(self, read_stream, write_stream, init_options, stateless=False):
        super().__init__(read_stream, write_stream, types.ClientRequest, types.ClientNotification)
        self._initialization_state = InitializationState.Initialized if stateless else InitializationState.NotInitialized
        self._init_options = init_options
        self._incoming_message_stream_writer, self._incoming_message_stream_reader = anyio.create_memory_object_stream(0)
        self._exit_stack.push_async_callback(self._incoming_message_stream_reader.aclose)

    @property
    def client_params(self):
        return self._client_params

    @property
    def experimental(self):
        from _frames import not_supported
        not_supported('mcp: experimental tasks', 'a tool that reports its progress')

    def check_client_capability(self, capability):
        if self._client_params is None:
            return False
        has = self._client_params.capabilities
        for name in ('roots', 'sampling', 'elicitation', 'experimental', 'tasks'):
            if getattr(capability, name) is not None and getattr(has, name) is None:
                return False
        if capability.roots is not None and capability.roots.listChanged and not has.roots.listChanged:
            return False
        if capability.sampling is not None and any(getattr(capability.sampling, name) is not None and getattr(has.sampling, name) is None
                                                   for name in ('context', 'tools')):
            return False
        return all(name in has.experimental and has.experimental[name] == value for name, value in (capability.experimental or {}).items())

    async def _receive_loop(self):
        async with self._incoming_message_stream_writer:
            await super()._receive_loop()

    async def _received_request(self, responder):
        request = responder.request.root
        if isinstance(request, types.InitializeRequest):
            self._initialization_state = InitializationState.Initializing
            self._client_params = request.params
            wanted, options = request.params.protocolVersion, self._init_options
            known = wanted in SUPPORTED_PROTOCOL_VERSIONS
            with responder:
                await responder.respond(types.ServerResult(types.InitializeResult(
                    protocolVersion=wanted if known else types.LATEST_PROTOCOL_VERSION, capabilities=options.capabilities,
                    serverInfo=types.Implementation(name=options.server_name, version=options.server_version, icons=options.icons,
                                                    websiteUrl=options.website_url),
                    instructions=options.instructions)))
            self._initialization_state = InitializationState.Initialized
        elif not isinstance(request, types.PingRequest) and self._initialization_state != InitializationState.Initialized:
            raise RuntimeError('Received request before initialization was complete')

    async def _received_notification(self, notification):
        await anyio.lowlevel.checkpoint()
        if isinstance(notification.root, types.InitializedNotification):
            self._initialization_state = InitializationState.Initialized
        elif self._initialization_state != InitializationState.Initialized:
            raise RuntimeError('Received notification before initialization was complete')

    async def _tell(self, notification, related_request_id=None):
        await self.send_notification(types.ServerNotification(notification), related_request_id)

    async def _ask(self, request, result_type, related_request_id=None):
        return await self.send_request(types.ServerRequest(request), result_type,
                                       metadata=ServerMessageMetadata(related_request_id=related_request_id))

    async def send_log_message(self, level, data, logger=None, related_request_id=None):
        params = types.LoggingMessageNotificationParams(level=level, data=data, logger=logger)
        await self._tell(types.LoggingMessageNotification(params=params), related_request_id)

    async def send_resource_updated(self, uri):
        await self._tell(types.ResourceUpdatedNotification(params=types.ResourceUpdatedNotificationParams(uri=uri)))

    async def create_message(self, messages, *, max_tokens, system_prompt=None, include_context=None, temperature=None, stop_sequences=None,
                             metadata=None, model_preferences=None, tools=None, tool_choice=None, related_request_id=None):
        validate_sampling_tools(self._client_params.capabilities if self._client_params else None, tools, tool_choice)
        validate_tool_use_result_messages(messages)
        params = types.CreateMessageRequestParams(
            messages=messages, modelPreferences=model_preferences, systemPrompt=system_prompt, includeContext=include_context,
            temperature=temperature, maxTokens=max_tokens, stopSequences=stop_sequences, metadata=metadata, tools=tools,
            toolChoice=tool_choice)
        result = types.CreateMessageResult if tools is None else types.CreateMessageResultWithTools
        return await self._ask(types.CreateMessageRequest(params=params), result, related_request_id)

    async def list_roots(self):
        return await self.send_request(types.ServerRequest(types.ListRootsRequest()), types.ListRootsResult)

    async def elicit(self, message, requestedSchema, related_request_id=None):
        return await self.elicit_form(message, requestedSchema, related_request_id)

    async def elicit_form(self, message, requestedSchema, related_request_id=None):
        params = types.ElicitRequestFormParams(message=message, requestedSchema=requestedSchema)
        return await self._ask(types.ElicitRequest(params=params), types.ElicitResult, related_request_id)

    async def elicit_url(self, message, url, elicitation_id, related_request_id=None):
        params = types.ElicitRequestURLParams(message=message, url=url, elicitationId=elicitation_id)
        return await self._ask(types.ElicitRequest(params=params), types.ElicitResult, related_request_id)

    async def send_ping(self):
        return await self.send_request(types.ServerRequest(types.PingRequest()), types.EmptyResult)

    async def send_progress_notification(self, progress_token, progress, total=None, message=None, related_request_id=None):
        params = types.ProgressNotificationParams(progressToken=progress_token, progress=progress, total=total, message=message)
        await self._tell(types.ProgressNotification(params=params), related_request_id)

    async def send_resource_list_changed(self):
        await self._tell(types.ResourceListChangedNotification())

    async def send_tool_list_changed(self):
        await self._tell(types.ToolListChangedNotification())

    async def send_prompt_list_changed(self):
        await self._tell(types.PromptListChangedNotification())

    async def send_elicit_complete(self, elicitation_id, related_request_id=None):
        params = types.ElicitCompleteNotificationParams(elicitationId=elicitation_id)
        await self._tell(types.ElicitCompleteNotification(params=params), related_request_id)

    async def send_message(self, message):
        await self._write_stream.send(message)

    async def _handle_incoming(self, req):
        await self._incoming_message_stream_writer.send(req)

    @property
    def incoming_messages(self):
        return self._incoming_message_stream_reader
