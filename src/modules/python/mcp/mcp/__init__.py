"""The Model Context Protocol: tools, resources and prompts that servers offer to what language models run in."""
from mcp.client.session import ClientSession
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.server.session import ServerSession
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import McpError, UrlElicitationRequiredError
from mcp.types import (
    CallToolRequest, ClientCapabilities, ClientNotification, ClientRequest, ClientResult, CompleteRequest, CreateMessageRequest,
    CreateMessageResult, CreateMessageResultWithTools, ErrorData, GetPromptRequest, GetPromptResult, Implementation, IncludeContext,
    InitializedNotification, InitializeRequest, InitializeResult, JSONRPCError, JSONRPCRequest, JSONRPCResponse, ListPromptsRequest,
    ListPromptsResult, ListResourcesRequest, ListResourcesResult, ListToolsResult, LoggingLevel, LoggingMessageNotification, Notification,
    PingRequest, ProgressNotification, PromptsCapability, ReadResourceRequest, ReadResourceResult, Resource, ResourcesCapability,
    ResourceUpdatedNotification, Role as SamplingRole, RootsCapability, SamplingCapability, SamplingContent, SamplingContextCapability,
    SamplingMessage, SamplingMessageContentBlock, SamplingToolsCapability, ServerCapabilities, ServerNotification, ServerRequest,
    ServerResult, SetLevelRequest, StopReason, SubscribeRequest, Tool, ToolChoice, ToolResultContent, ToolsCapability, ToolUseContent,
    UnsubscribeRequest)

__all__ = [*(name for name in dir() if name[0] != '_' and name not in ('client', 'server', 'shared', 'types')), 'ClientSessionGroup']


def __getattr__(name):
    if name == 'ClientSessionGroup':
        from mcp.client.session_group import ClientSessionGroup
        return ClientSessionGroup
    raise AttributeError(f"module 'mcp' has no attribute {name!r}")
