"""Tools, sampling, completion and elicitation; requests and notifications by their methods."""
from pydantic import create_model

from mcp._types.base import *
from mcp._types.base import _Flag, _Meta, _Open, _OpenNews, _OpenParams, _Text
from mcp._types.capabilities import *
from mcp._types.contents import *
from mcp._types.contents import _Listed

__name__ = 'mcp.types'  # where their classes are said to be


class ToolAnnotations(_Open):
    title: _Text = None
    readOnlyHint: _Flag = None
    destructiveHint: _Flag = None
    idempotentHint: _Flag = None
    openWorldHint: _Flag = None


class ToolExecution(_Open):
    taskSupport: TaskExecutionMode | None = None


class Tool(BaseMetadata):
    model_config = ConfigDict(extra='allow')
    description: _Text = None
    inputSchema: dict[str, Any]
    outputSchema: dict[str, Any] | None = None
    icons: list[Icon] | None = None
    annotations: ToolAnnotations | None = None
    meta: _Meta = None
    execution: ToolExecution | None = None


class ListToolsResult(PaginatedResult):
    tools: list[Tool]


class CallToolRequestParams(_OpenParams):
    name: str
    arguments: dict[str, Any] | None = None


class CallToolResult(Result):
    content: list[ContentBlock]
    structuredContent: dict[str, Any] | None = None
    isError: bool = False


class SetLevelRequestParams(_OpenParams):
    level: LoggingLevel


class LoggingMessageNotificationParams(_OpenNews):
    level: LoggingLevel
    logger: _Text = None
    data: Any


class ProgressNotificationParams(_OpenNews):
    progressToken: ProgressToken
    progress: float
    total: float | None = None
    message: _Text = None


class CancelledNotificationParams(_OpenNews):
    requestId: RequestId | None = None
    reason: _Text = None


class ModelHint(_Open):
    name: _Text = None


class ModelPreferences(_Open):
    hints: list[ModelHint] | None = None
    costPriority: float | None = None
    speedPriority: float | None = None
    intelligencePriority: float | None = None


class ToolChoice(_Open):
    mode: Literal['auto', 'required', 'none'] | None = None


class CreateMessageRequestParams(_OpenParams):
    messages: list[SamplingMessage]
    modelPreferences: ModelPreferences | None = None
    systemPrompt: _Text = None
    includeContext: IncludeContext | None = None
    temperature: float | None = None
    maxTokens: int
    stopSequences: list[str] | None = None
    metadata: dict[str, Any] | None = None
    tools: list[Tool] | None = None
    toolChoice: ToolChoice | None = None


class CreateMessageResult(Result):
    role: Role
    content: SamplingContent
    model: str
    stopReason: StopReason | None = None


class CreateMessageResultWithTools(_Listed, Result):
    role: Role
    content: SamplingMessageContentBlock | list[SamplingMessageContentBlock]
    model: str
    stopReason: StopReason | None = None


class ResourceTemplateReference(_Open):
    type: Literal['ref/resource']
    uri: str


@deprecated('`ResourceReference` is deprecated, you should use `ResourceTemplateReference`.')
class ResourceReference(ResourceTemplateReference):
    pass


class PromptReference(_Open):
    type: Literal['ref/prompt']
    name: str


class CompletionArgument(_Open):
    name: str
    value: str


class CompletionContext(_Open):
    arguments: dict[str, str] | None = None


class CompleteRequestParams(_OpenParams):
    ref: ResourceTemplateReference | PromptReference
    argument: CompletionArgument
    context: CompletionContext | None = None


class Completion(_Open):
    values: list[str]
    total: int | None = None
    hasMore: _Flag = None


class CompleteResult(Result):
    completion: Completion


class Root(_Open):
    uri: FileUrl
    name: _Text = None
    meta: _Meta = None


class ListRootsResult(Result):
    roots: list[Root]


class ElicitCompleteNotificationParams(_OpenNews):
    elicitationId: str


class ElicitRequestFormParams(_OpenParams):
    mode: Literal['form'] = 'form'
    message: str
    requestedSchema: ElicitRequestedSchema


class ElicitRequestURLParams(_OpenParams):
    mode: Literal['url'] = 'url'
    message: str
    url: str
    elicitationId: str


ElicitRequestParams = ElicitRequestURLParams | ElicitRequestFormParams


class ElicitResult(Result):
    action: Literal['accept', 'decline', 'cancel']
    content: dict[str, str | int | float | bool | list[str] | None] | None = None


class ElicitationRequiredErrorData(_Open):
    elicitations: list[ElicitRequestURLParams]


def _named(base, name, method, params):
    """A request or notification of one method; params that may be left out say so with `None`."""
    method, optional = Literal[method], params is None or type(None) in getattr(params, '__args__', ())
    generic = base[method] if base is PaginatedRequest else base[params, method]
    fields = {'method': (method, method.__args__[0])}
    if base is not PaginatedRequest:
        fields['params'] = (params, None) if optional else params
    made = globals()[name] = create_model(name, __base__=generic, __module__=__name__, **fields)
    return made


def _listing(table):
    for line in table.split('\n'):
        name, method = line.split()
        kind = Notification if method.startswith('notifications/') else Request
        params = globals().get(name + 'Params') or (NotificationParams if kind is Notification else RequestParams) | None
        listing = method.endswith('/list') and name != 'ListRootsRequest'
        _named(PaginatedRequest if listing else kind, name, method, params)


_listing('''InitializeRequest initialize
PingRequest ping
GetTaskRequest tasks/get
GetTaskPayloadRequest tasks/result
CancelTaskRequest tasks/cancel
ListTasksRequest tasks/list
ListResourcesRequest resources/list
ListResourceTemplatesRequest resources/templates/list
ReadResourceRequest resources/read
SubscribeRequest resources/subscribe
UnsubscribeRequest resources/unsubscribe
ListPromptsRequest prompts/list
GetPromptRequest prompts/get
ListToolsRequest tools/list
CallToolRequest tools/call
SetLevelRequest logging/setLevel
CompleteRequest completion/complete
CreateMessageRequest sampling/createMessage
ListRootsRequest roots/list
ElicitRequest elicitation/create
InitializedNotification notifications/initialized
CancelledNotification notifications/cancelled
ProgressNotification notifications/progress
TaskStatusNotification notifications/tasks/status
LoggingMessageNotification notifications/message
ResourceUpdatedNotification notifications/resources/updated
ResourceListChangedNotification notifications/resources/list_changed
ToolListChangedNotification notifications/tools/list_changed
PromptListChangedNotification notifications/prompts/list_changed
RootsListChangedNotification notifications/roots/list_changed
ElicitCompleteNotification notifications/elicitation/complete''')

_TASK_REQUESTS = GetTaskRequest | GetTaskPayloadRequest | ListTasksRequest | CancelTaskRequest
_TASK_RESULTS = GetTaskResult | GetTaskPayloadResult | ListTasksResult | CancelTaskResult | CreateTaskResult
ClientRequestType = (PingRequest | InitializeRequest | CompleteRequest | SetLevelRequest | GetPromptRequest | ListPromptsRequest
                     | ListResourcesRequest | ListResourceTemplatesRequest | ReadResourceRequest | SubscribeRequest | UnsubscribeRequest
                     | CallToolRequest | ListToolsRequest | _TASK_REQUESTS)
ServerRequestType = PingRequest | CreateMessageRequest | ListRootsRequest | ElicitRequest | _TASK_REQUESTS
ClientNotificationType = (CancelledNotification | ProgressNotification | InitializedNotification | RootsListChangedNotification
                          | TaskStatusNotification)
ServerNotificationType = (CancelledNotification | ProgressNotification | LoggingMessageNotification | ResourceUpdatedNotification
                          | ResourceListChangedNotification | ToolListChangedNotification | PromptListChangedNotification
                          | ElicitCompleteNotification | TaskStatusNotification)
ClientResultType = EmptyResult | CreateMessageResult | CreateMessageResultWithTools | ListRootsResult | ElicitResult | _TASK_RESULTS
ServerResultType = (EmptyResult | InitializeResult | CompleteResult | GetPromptResult | ListPromptsResult | ListResourcesResult
                    | ListResourceTemplatesResult | ReadResourceResult | CallToolResult | ListToolsResult | _TASK_RESULTS)


class ClientRequest(RootModel[ClientRequestType]):
    pass


class ClientNotification(RootModel[ClientNotificationType]):
    pass


class ClientResult(RootModel[ClientResultType]):
    pass


class ServerRequest(RootModel[ServerRequestType]):
    pass


class ServerNotification(RootModel[ServerNotificationType]):
    pass


class ServerResult(RootModel[ServerResultType]):
    pass
