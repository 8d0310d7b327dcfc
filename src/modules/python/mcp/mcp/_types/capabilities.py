"""Who speaks, and what each side can."""
from pydantic import create_model

from mcp._types.base import *
from mcp._types.base import _Flag, _Open, _OpenParams, _Text

__name__ = 'mcp.types'  # where their classes are said to be


def _empty(names):
    """Capabilities that only are there or not."""
    for name in names.split():
        globals()[name] = create_model(name, __base__=_Open, __module__=__name__)


class BaseMetadata(BaseModel):
    name: str
    title: _Text = None


class Icon(_Open):
    src: str
    mimeType: _Text = None
    sizes: list[str] | None = None


class Implementation(BaseMetadata):
    version: str
    websiteUrl: _Text = None
    icons: list[Icon] | None = None
    model_config = ConfigDict(extra='allow')


_empty('SamplingContextCapability SamplingToolsCapability FormElicitationCapability UrlElicitationCapability TasksListCapability '
       'TasksCancelCapability TasksCreateMessageCapability TasksCreateElicitationCapability LoggingCapability CompletionsCapability '
       'TasksCallCapability')


class RootsCapability(_Open):
    listChanged: _Flag = None


class ElicitationCapability(_Open):
    form: FormElicitationCapability | None = None
    url: UrlElicitationCapability | None = None


class SamplingCapability(_Open):
    context: SamplingContextCapability | None = None
    tools: SamplingToolsCapability | None = None


class TasksSamplingCapability(_Open):
    createMessage: TasksCreateMessageCapability | None = None


class TasksElicitationCapability(_Open):
    create: TasksCreateElicitationCapability | None = None


class ClientTasksRequestsCapability(_Open):
    sampling: TasksSamplingCapability | None = None
    elicitation: TasksElicitationCapability | None = None


class TasksToolsCapability(_Open):
    call: TasksCallCapability | None = None


class ServerTasksRequestsCapability(_Open):
    tools: TasksToolsCapability | None = None


class ClientTasksCapability(_Open):
    list: TasksListCapability | None = None
    cancel: TasksCancelCapability | None = None
    requests: ClientTasksRequestsCapability | None = None


class ServerTasksCapability(_Open):
    list: TasksListCapability | None = None
    cancel: TasksCancelCapability | None = None
    requests: ServerTasksRequestsCapability | None = None


class PromptsCapability(_Open):
    listChanged: _Flag = None


class ToolsCapability(_Open):
    listChanged: _Flag = None


class ResourcesCapability(_Open):
    subscribe: _Flag = None
    listChanged: _Flag = None


class ClientCapabilities(_Open):
    experimental: dict[str, dict[str, Any]] | None = None
    sampling: SamplingCapability | None = None
    elicitation: ElicitationCapability | None = None
    roots: RootsCapability | None = None
    tasks: ClientTasksCapability | None = None


class ServerCapabilities(_Open):
    experimental: dict[str, dict[str, Any]] | None = None
    logging: LoggingCapability | None = None
    prompts: PromptsCapability | None = None
    resources: ResourcesCapability | None = None
    tools: ToolsCapability | None = None
    completions: CompletionsCapability | None = None
    tasks: ServerTasksCapability | None = None


class InitializeRequestParams(_OpenParams):
    protocolVersion: str | int
    capabilities: ClientCapabilities
    clientInfo: Implementation


class InitializeResult(Result):
    protocolVersion: str | int
    capabilities: ServerCapabilities
    serverInfo: Implementation
    instructions: _Text = None
