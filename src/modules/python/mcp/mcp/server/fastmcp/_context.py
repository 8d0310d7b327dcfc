"""What a tool may do besides computing: tell how far it is, write to the client's log, ask, read."""
from contextlib import asynccontextmanager
from typing import Generic

from pydantic import BaseModel

from mcp.server.elicitation import elicit_url, elicit_with_validation
from mcp.server.session import ServerSessionT
from mcp.shared.context import LifespanContextT, RequestT

__name__ = 'mcp.server.fastmcp.server'  # where its class is said to be


def as_lifespan(app, lifespan):
    """What a server of the lower level takes, from what gets the application."""
    @asynccontextmanager
    async def wrap(_):
        async with lifespan(app) as context:
            yield context
    return wrap


class Context(BaseModel, Generic[ServerSessionT, LifespanContextT, RequestT]):
    _request_context: object = None
    _fastmcp: object = None

    def __init__(self, *, request_context=None, fastmcp=None, **kwargs):
        super().__init__(**kwargs)
        self._request_context, self._fastmcp = request_context, fastmcp

    @property
    def fastmcp(self):
        if self._fastmcp is None:
            raise ValueError('Context is not available outside of a request')
        return self._fastmcp

    @property
    def request_context(self):
        if self._request_context is None:
            raise ValueError('Context is not available outside of a request')
        return self._request_context

    @property
    def session(self):
        return self.request_context.session

    @property
    def request_id(self):
        return str(self.request_context.request_id)

    @property
    def client_id(self):
        return getattr(self.request_context.meta, 'client_id', None)

    async def report_progress(self, progress, total=None, message=None):
        token = getattr(self.request_context.meta, 'progressToken', None)
        if token is not None:
            await self.session.send_progress_notification(token, progress, total, message, related_request_id=self.request_id)

    async def read_resource(self, uri):
        assert self._fastmcp is not None, 'Context is not available outside of a request'
        return await self._fastmcp.read_resource(uri)

    async def elicit(self, message, schema):
        return await elicit_with_validation(self.session, message, schema, self.request_id)

    async def elicit_url(self, message, url, elicitation_id):
        return await elicit_url(self.session, message, url, elicitation_id, self.request_id)

    async def log(self, level, message, *, logger_name=None):
        await self.session.send_log_message(level=level, data=message, logger=logger_name, related_request_id=self.request_id)

    async def debug(self, message, **extra):
        await self.log('debug', message, **extra)

    async def info(self, message, **extra):
        await self.log('info', message, **extra)

    async def warning(self, message, **extra):
        await self.log('warning', message, **extra)

    async def error(self, message, **extra):
        await self.log('error', message, **extra)

    async def close_sse_stream(self):
        if self._request_context and self._request_context.close_sse_stream:
            await self._request_context.close_sse_stream()

    async def close_standalone_sse_stream(self):
        if self._request_context and self._request_context.close_standalone_sse_stream:
            await self._request_context.close_standalone_sse_stream()
