"""A message on its way, with what the transport knows of it."""
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import anyio.lowlevel

from mcp import types

CloseSSEStreamCallback = Callable[[], Awaitable[None]]
ResumptionToken = str
ResumptionTokenUpdateCallback = Callable[[ResumptionToken], Awaitable[None]]
_Closing = CloseSSEStreamCallback | None


@dataclass
class ClientMessageMetadata:
    """How a client goes on with a stream that was cut off."""
    resumption_token: ResumptionToken | None = None
    on_resumption_token_update: ResumptionTokenUpdateCallback | None = None


@dataclass
class ServerMessageMetadata:
    """Which request a message belongs to, and what came with that."""
    related_request_id: types.RequestId | None = None
    request_context: object | None = None
    close_sse_stream: _Closing = None
    close_standalone_sse_stream: _Closing = None


MessageMetadata = ServerMessageMetadata | ClientMessageMetadata | None


@dataclass
class SessionMessage:
    message: types.JSONRPCMessage
    metadata: MessageMetadata = None


async def until_closed(stream, work):
    """Does the work of one direction of a transport, until its stream is closed."""
    try:
        async with stream:
            await work()
    except anyio.ClosedResourceError:
        await anyio.lowlevel.checkpoint()


def wire(model):
    """A model as JSON sends it: without what is not set."""
    return model.model_dump(by_alias=True, mode='json', exclude_none=True)
