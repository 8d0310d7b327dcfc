"""An application answers, without a network."""
import asyncio as _asyncio

from httpx._models import Response
from httpx._transports.base import AsyncBaseTransport
from httpx._transports.default import _WholeBody

__name__ = 'httpx'  # where what is here is said to be


class ASGITransport(AsyncBaseTransport):
    """An application answers, without a network."""

    def __init__(self, app, raise_app_exceptions=True, root_path='', client=('127.0.0.1', 123)):
        self.app, self.raise_app_exceptions, self.root_path, self.client = app, raise_app_exceptions, root_path, client

    async def handle_async_request(self, request):
        sent = b''.join([piece async for piece in request.stream])
        url = request.url
        scope = {'type': 'http', 'asgi': {'version': '3.0'}, 'http_version': '1.1', 'method': request.method,
                 'headers': [(name.lower(), value) for name, value in request.headers.raw], 'scheme': url.scheme,
                 'path': url.path, 'raw_path': url.raw_path.split(b'?')[0], 'query_string': url.query,
                 'server': (url.host, url.port), 'client': self.client, 'root_path': self.root_path}
        asked, status, headers, body, complete = False, None, None, [], _asyncio.Event()

        async def receive():
            nonlocal asked
            if asked:
                await complete.wait()
                return {'type': 'http.disconnect'}
            asked = True
            return {'type': 'http.request', 'body': sent, 'more_body': False}

        async def send(message):
            nonlocal status, headers
            if message['type'] == 'http.response.start':
                assert status is None
                status, headers = message['status'], message.get('headers', [])
            elif message['type'] == 'http.response.body':
                assert not complete.is_set()
                if message.get('body', b'') and request.method != 'HEAD':
                    body.append(bytes(message['body']))
                if not message.get('more_body', False):
                    complete.set()
        try:
            await self.app(scope, receive, send)
        except Exception:
            if self.raise_app_exceptions:
                raise
            complete.set()
            status, headers = status or 500, headers or []
        assert complete.is_set()
        assert status is not None
        assert headers is not None
        return Response(status, headers=headers, stream=_WholeBody(body))
