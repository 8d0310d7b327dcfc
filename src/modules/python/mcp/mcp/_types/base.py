"""What all models of the protocol rest on, and JSON-RPC's envelopes."""
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, FileUrl, RootModel
from pydantic.networks import AnyUrl, UrlConstraints
from typing_extensions import deprecated

__name__ = 'mcp.types'  # where their classes are said to be
LATEST_PROTOCOL_VERSION = '2025-11-25'
DEFAULT_NEGOTIATED_VERSION = '2025-03-26'
PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS, INTERNAL_ERROR = -32700, -32600, -32601, -32602, -32603
URL_ELICITATION_REQUIRED, CONNECTION_CLOSED = -32042, -32000
TASK_FORBIDDEN, TASK_OPTIONAL, TASK_REQUIRED = 'forbidden', 'optional', 'required'
TASK_STATUS_WORKING, TASK_STATUS_INPUT_REQUIRED, TASK_STATUS_COMPLETED = 'working', 'input_required', 'completed'
TASK_STATUS_FAILED, TASK_STATUS_CANCELLED = 'failed', 'cancelled'

ProgressToken = str | int
Cursor = str
Role = Literal['user', 'assistant']
AnyFunction = Callable[..., Any]
LoggingLevel = Literal['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency']
IncludeContext = Literal['none', 'thisServer', 'allServers']
StopReason = Literal['endTurn', 'stopSequence', 'maxTokens', 'toolUse'] | str
TaskExecutionMode = Literal['forbidden', 'optional', 'required']
TaskStatus = Literal['working', 'input_required', 'completed', 'failed', 'cancelled']
ElicitRequestedSchema = dict[str, Any]
_Whole = Annotated[int, Field(strict=True)]
RequestId = _Whole | str
_Uri = Annotated[AnyUrl, UrlConstraints(host_required=False)]
_Meta = Annotated[dict[str, Any] | None, Field(alias='_meta')]
_Text = str | None
_Flag = bool | None


class _Open(BaseModel):
    """A model that keeps what it does not know."""
    model_config = ConfigDict(extra='allow')


# What requests and notifications carry.

class TaskMetadata(_Open):
    ttl: _Whole | None = None


class RequestParams(BaseModel):
    class Meta(_Open):
        progressToken: ProgressToken | None = None

    task: TaskMetadata | None = None
    meta: Meta | None = Field(alias='_meta', default=None)


class _OpenParams(RequestParams):
    model_config = ConfigDict(extra='allow')


class PaginatedRequestParams(RequestParams):
    cursor: Cursor | None = None


class NotificationParams(BaseModel):
    class Meta(_Open):
        pass

    meta: Meta | None = Field(alias='_meta', default=None)


class _OpenNews(NotificationParams):
    model_config = ConfigDict(extra='allow')


RequestParamsT = TypeVar('RequestParamsT', bound=RequestParams | dict[str, Any] | None)
NotificationParamsT = TypeVar('NotificationParamsT', bound=NotificationParams | dict[str, Any] | None)
MethodT = TypeVar('MethodT', bound=str)


class Request(_Open, Generic[RequestParamsT, MethodT]):
    method: MethodT
    params: RequestParamsT


class PaginatedRequest(Request[PaginatedRequestParams | None, MethodT], Generic[MethodT]):
    params: PaginatedRequestParams | None = None


class Notification(_Open, Generic[NotificationParamsT, MethodT]):
    method: MethodT
    params: NotificationParamsT


class Result(_Open):
    meta: _Meta = None


class PaginatedResult(Result):
    nextCursor: Cursor | None = None


class EmptyResult(Result):
    pass


# JSON-RPC's envelopes.

class JSONRPCRequest(Request[dict[str, Any] | None, str]):
    jsonrpc: Literal['2.0']
    id: RequestId
    params: dict[str, Any] | None = None
    method: str


class JSONRPCNotification(Notification[dict[str, Any] | None, str]):
    jsonrpc: Literal['2.0']
    params: dict[str, Any] | None = None


class JSONRPCResponse(_Open):
    jsonrpc: Literal['2.0']
    id: RequestId
    result: dict[str, Any]


class ErrorData(_Open):
    code: int
    message: str
    data: Any | None = None


class JSONRPCError(_Open):
    jsonrpc: Literal['2.0']
    id: str | int
    error: ErrorData


class JSONRPCMessage(RootModel[JSONRPCRequest | JSONRPCNotification | JSONRPCResponse | JSONRPCError]):
    pass
