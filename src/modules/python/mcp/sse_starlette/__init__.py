from sse_starlette.event import JSONServerSentEvent, ServerSentEvent
from sse_starlette.sse import EventSourceResponse

__all__ = ['EventSourceResponse', 'ServerSentEvent', 'JSONServerSentEvent']
