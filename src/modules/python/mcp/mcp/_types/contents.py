"""Tasks, resources, prompts, and what messages and results are made of."""
from mcp._types.base import *
from mcp._types.base import _Flag, _Meta, _Open, _OpenNews, _OpenParams, _Text, _Uri, _Whole
from mcp._types.capabilities import BaseMetadata, Icon

__name__ = 'mcp.types'  # where their classes are said to be


# Tasks.

class RelatedTaskMetadata(_Open):
    taskId: str


class Task(_Open):
    taskId: str
    status: TaskStatus
    statusMessage: _Text = None
    createdAt: datetime
    lastUpdatedAt: datetime
    ttl: _Whole | None
    pollInterval: _Whole | None = None


class CreateTaskResult(Result):
    task: Task


class _TaskParams(_OpenParams):
    taskId: str


class GetTaskRequestParams(_TaskParams):
    pass


class GetTaskPayloadRequestParams(_TaskParams):
    pass


class CancelTaskRequestParams(_TaskParams):
    pass


class GetTaskResult(Result, Task):
    pass


class GetTaskPayloadResult(Result):
    pass


class CancelTaskResult(Result, Task):
    pass


class ListTasksResult(PaginatedResult):
    tasks: list[Task]


class TaskStatusNotificationParams(NotificationParams, Task):
    pass


# Resources.

class Annotations(_Open):
    audience: list[Role] | None = None
    priority: Annotated[float, Field(ge=0.0, le=1.0)] | None = None


class Resource(BaseMetadata):
    model_config = ConfigDict(extra='allow')
    uri: _Uri
    description: _Text = None
    mimeType: _Text = None
    size: int | None = None
    icons: list[Icon] | None = None
    annotations: Annotations | None = None
    meta: _Meta = None


class ResourceTemplate(BaseMetadata):
    model_config = ConfigDict(extra='allow')
    uriTemplate: str
    description: _Text = None
    mimeType: _Text = None
    icons: list[Icon] | None = None
    annotations: Annotations | None = None
    meta: _Meta = None


class ListResourcesResult(PaginatedResult):
    resources: list[Resource]


class ListResourceTemplatesResult(PaginatedResult):
    resourceTemplates: list[ResourceTemplate]


class _UriParams(_OpenParams):
    uri: _Uri


class ReadResourceRequestParams(_UriParams):
    pass


class SubscribeRequestParams(_UriParams):
    pass


class UnsubscribeRequestParams(_UriParams):
    pass


class ResourceUpdatedNotificationParams(_OpenNews):
    uri: _Uri


class ResourceContents(_Open):
    uri: _Uri
    mimeType: _Text = None
    meta: _Meta = None


class TextResourceContents(ResourceContents):
    text: str


class BlobResourceContents(ResourceContents):
    blob: str


class ReadResourceResult(Result):
    contents: list[TextResourceContents | BlobResourceContents]


# What messages and results are made of.

class TextContent(_Open):
    type: Literal['text']
    text: str
    annotations: Annotations | None = None
    meta: _Meta = None


class ImageContent(_Open):
    type: Literal['image']
    data: str
    mimeType: str
    annotations: Annotations | None = None
    meta: _Meta = None


class AudioContent(_Open):
    type: Literal['audio']
    data: str
    mimeType: str
    annotations: Annotations | None = None
    meta: _Meta = None


class EmbeddedResource(_Open):
    type: Literal['resource']
    resource: TextResourceContents | BlobResourceContents
    annotations: Annotations | None = None
    meta: _Meta = None


class ResourceLink(Resource):
    type: Literal['resource_link']


class ToolUseContent(_Open):
    type: Literal['tool_use']
    name: str
    id: str
    input: dict[str, Any]
    meta: _Meta = None


Content = ContentBlock = TextContent | ImageContent | AudioContent | ResourceLink | EmbeddedResource


class ToolResultContent(_Open):
    type: Literal['tool_result']
    toolUseId: str
    content: list[ContentBlock] = []
    structuredContent: dict[str, Any] | None = None
    isError: _Flag = None
    meta: _Meta = None


SamplingContent = TextContent | ImageContent | AudioContent
SamplingMessageContentBlock = TextContent | ImageContent | AudioContent | ToolUseContent | ToolResultContent


class _Listed:
    @property
    def content_as_list(self):
        return self.content if isinstance(self.content, list) else [self.content]


class SamplingMessage(_Listed, _Open):
    role: Role
    content: SamplingMessageContentBlock | list[SamplingMessageContentBlock]
    meta: _Meta = None


# Prompts.

class PromptArgument(_Open):
    name: str
    description: _Text = None
    required: _Flag = None


class Prompt(BaseMetadata):
    model_config = ConfigDict(extra='allow')
    description: _Text = None
    arguments: list[PromptArgument] | None = None
    icons: list[Icon] | None = None
    meta: _Meta = None


class ListPromptsResult(PaginatedResult):
    prompts: list[Prompt]


class GetPromptRequestParams(_OpenParams):
    name: str
    arguments: dict[str, str] | None = None


class PromptMessage(_Open):
    role: Role
    content: ContentBlock


class GetPromptResult(Result):
    description: _Text = None
    messages: list[PromptMessage]
