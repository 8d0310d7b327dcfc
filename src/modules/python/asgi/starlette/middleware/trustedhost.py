"""Which hosts an application answers for."""
from starlette._utils import parse_host_header as _parse_host_header
from starlette.datastructures import URL, Headers
from starlette.responses import PlainTextResponse, RedirectResponse

ENFORCE_DOMAIN_WILDCARD = "Domain wildcard patterns must be like '*.example.com'."


class TrustedHostMiddleware:
    def __init__(self, app, allowed_hosts=None, www_redirect=True):
        self.app, self.www_redirect = app, www_redirect
        self.allowed_hosts = [pattern.lower() for pattern in (['*'] if allowed_hosts is None else allowed_hosts)]
        for pattern in self.allowed_hosts:
            assert '*' not in pattern[1:], ENFORCE_DOMAIN_WILDCARD
            assert pattern[:1] != '*' or pattern == '*' or pattern[1] == '.', ENFORCE_DOMAIN_WILDCARD
        self.allow_any = '*' in self.allowed_hosts

    async def __call__(self, scope, receive, send):
        app = self.app
        if not self.allow_any and scope['type'] in ('http', 'websocket'):
            found = _parse_host_header(Headers(scope=scope).get('host'))
            host = found and found[0].lower()
            if not host or not any(host == pattern or pattern[0] == '*' and host.endswith(pattern[1:])
                                   for pattern in self.allowed_hosts):
                app = PlainTextResponse('Invalid host header', 400)
                if host and self.www_redirect and 'www.' + host in self.allowed_hosts:
                    url = URL(scope=scope)
                    app = RedirectResponse(url.replace(netloc='www.' + url.netloc))
        await app(scope, receive, send)
