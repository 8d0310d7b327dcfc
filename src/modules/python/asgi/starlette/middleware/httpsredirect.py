"""Leads http to https."""
from starlette.datastructures import URL
from starlette.responses import RedirectResponse


class HTTPSRedirectMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        app = self.app
        if scope['type'] in ('http', 'websocket') and scope['scheme'] in ('http', 'ws'):
            url = URL(scope=scope)
            app = RedirectResponse(url.replace(scheme=url.scheme + 's', netloc=(
                url.hostname if url.port in (80, 443) else url.netloc)))
        await app(scope, receive, send)
