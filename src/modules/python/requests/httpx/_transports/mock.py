"""A function of the program's own answers."""
from httpx._models import Response
from httpx._transports.base import AsyncBaseTransport, BaseTransport

__name__ = 'httpx'  # where what is here is said to be


class MockTransport(AsyncBaseTransport, BaseTransport):
    """A function of the program's own answers."""

    def __init__(self, handler):
        self.handler = handler

    def handle_request(self, request):
        request.read()
        response = self.handler(request)
        if not isinstance(response, Response):
            raise TypeError('Cannot use an async handler in a sync Client')
        return response

    async def handle_async_request(self, request):
        await request.aread()
        response = self.handler(request)
        return response if isinstance(response, Response) else await response
