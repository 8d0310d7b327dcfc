from dataclasses import dataclass
from typing import Any, Generic

from typing_extensions import TypeVar

from mcp import types
from mcp.shared.message import _Closing

SessionT, LifespanContextT, RequestT = TypeVar('SessionT'), TypeVar('LifespanContextT'), TypeVar('RequestT', default=Any)


@dataclass
class RequestContext(Generic[SessionT, LifespanContextT, RequestT]):
    """What a handler may know of the request that it answers."""
    request_id: types.RequestId
    meta: types.RequestParams.Meta | None
    session: SessionT
    lifespan_context: LifespanContextT
    experimental: object = None
    request: RequestT | None = None
    close_sse_stream: _Closing = None
    close_standalone_sse_stream: _Closing = None
