"""Which other origins may use an application."""
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

ALL_METHODS = 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'QUERY'
SAFELISTED_HEADERS = {'Accept', 'Accept-Language', 'Content-Language', 'Content-Type'}
_ALLOW = 'Access-Control-Allow-'


class CORSMiddleware:
    def __init__(self, app, allow_origins=(), allow_methods=('GET',), allow_headers=(), allow_credentials=False,
                 allow_origin_regex=None, allow_private_network=False, expose_headers=(), max_age=600):
        import re
        self.app, self.allow_origins, self.allow_credentials = app, allow_origins, allow_credentials
        self.allow_methods = ALL_METHODS if '*' in allow_methods else allow_methods
        self.allow_all_origins, self.allow_all_headers = '*' in allow_origins, '*' in allow_headers
        self.allow_origin_regex = None if allow_origin_regex is None else re.compile(allow_origin_regex)
        self.allow_private_network = allow_private_network
        self._names_origin = not self.allow_all_origins or allow_credentials
        credentials = {_ALLOW + 'Credentials': 'true'} if allow_credentials else {}
        self.simple_headers = {_ALLOW + 'Origin': '*'} if self.allow_all_origins else {}
        self.simple_headers.update(credentials)
        if expose_headers:
            self.simple_headers['Access-Control-Expose-Headers'] = ', '.join(expose_headers)
        asked = ('Method', 'Headers', 'Private-Network')
        self.preflight_headers = {'Vary': 'Origin, ' + ', '.join('Access-Control-Request-' + each for each in asked)}
        if not self._names_origin:
            self.preflight_headers[_ALLOW + 'Origin'] = '*'
        self.preflight_headers[_ALLOW + 'Methods'] = ', '.join(self.allow_methods)
        self.preflight_headers['Access-Control-Max-Age'] = str(max_age)
        allowed = sorted(SAFELISTED_HEADERS | set(allow_headers))
        if not self.allow_all_headers:
            self.preflight_headers[_ALLOW + 'Headers'] = ', '.join(allowed)
        self.preflight_headers.update(credentials)
        self.allow_headers = [name.lower() for name in allowed]

    async def __call__(self, scope, receive, send):
        if scope['type'] != 'http':
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get('origin')
        if origin is not None and scope['method'] == 'OPTIONS' and 'access-control-request-method' in headers:
            await self.preflight_response(headers)(scope, receive, send)
            return

        async def sender(message):
            if message['type'] == 'http.response.start':
                message.setdefault('headers', [])
                self._add(MutableHeaders(scope=message), origin)
            await send(message)
        await self.app(scope, receive, sender)

    def is_allowed_origin(self, origin):
        return bool(self.allow_all_origins or self.allow_origin_regex is not None
                    and self.allow_origin_regex.fullmatch(origin) or origin in self.allow_origins)

    def preflight_response(self, request_headers):
        headers, failures = dict(self.preflight_headers), []
        origin, wanted = request_headers['origin'], request_headers.get('access-control-request-headers')
        if not self.is_allowed_origin(origin):
            failures.append('origin')
        elif self._names_origin:
            headers[_ALLOW + 'Origin'] = origin
        if request_headers['access-control-request-method'] not in self.allow_methods:
            failures.append('method')
        if wanted is not None:
            if self.allow_all_headers:
                headers[_ALLOW + 'Headers'] = wanted
            elif any(name.strip().lower() not in self.allow_headers for name in wanted.split(',')):
                failures.append('headers')
        if request_headers.get('access-control-request-private-network') is not None:
            if self.allow_private_network:
                headers[_ALLOW + 'Private-Network'] = 'true'
            else:
                failures.append('private-network')
        if failures:
            return PlainTextResponse('Disallowed CORS ' + ', '.join(failures), 400, headers)
        return PlainTextResponse('OK', 200, headers)

    def _add(self, headers, origin):
        if origin is not None:
            headers.update(self.simple_headers)
            if self._names_origin and self.is_allowed_origin(origin):
                headers[_ALLOW + 'Origin'] = origin
        headers.add_vary_header('Origin')
