"""Which requests over HTTP are let in."""
import logging

from pydantic import BaseModel, Field

logger = logging.getLogger(__name__)
DEFAULT_MAX_REQUEST_BODY_SIZE = 4 * 1024 * 1024


class TransportSecuritySettings(BaseModel):
    enable_dns_rebinding_protection: bool = Field(True, description='Enable DNS rebinding protection (recommended for production)')
    allowed_hosts: list[str] = Field([], description='List of allowed Host header values. Only applies when '
                                                     'enable_dns_rebinding_protection is True.')
    allowed_origins: list[str] = Field([], description='List of allowed Origin header values. Only applies when '
                                                       'enable_dns_rebinding_protection is True.')


class TransportSecurityMiddleware:
    def __init__(self, settings=None):
        self.settings = settings or TransportSecuritySettings(enable_dns_rebinding_protection=False)

    def _is_allowed(self, value, allowed, what):
        for each in allowed:
            if value == each or each.endswith(':*') and value.startswith(each[:-1]):
                return True
        logger.warning(f'Invalid {what} header: {value}')
        return False

    def _validate_host(self, host):
        if not host:
            logger.warning('Missing Host header in request')
            return False
        return self._is_allowed(host, self.settings.allowed_hosts, 'Host')

    def _validate_origin(self, origin):
        return not origin or self._is_allowed(origin, self.settings.allowed_origins, 'Origin')

    def _validate_content_type(self, content_type):
        if content_type and content_type.lower().startswith('application/json'):
            return True
        logger.warning(f'Invalid Content-Type header: {content_type}' if content_type else 'Missing Content-Type header in POST request')
        return False

    async def validate_request(self, request, is_post=False):
        """The answer to a request that is not let in, or None."""
        from starlette.responses import Response
        if is_post and not self._validate_content_type(request.headers.get('content-type')):
            return Response('Invalid Content-Type header', status_code=400)
        if self.settings.enable_dns_rebinding_protection:
            if not self._validate_host(request.headers.get('host')):
                return Response('Invalid Host header', status_code=421)
            if not self._validate_origin(request.headers.get('origin')):
                return Response('Invalid Origin header', status_code=403)


class RequestBodyLimitMiddleware:
    """Reads a request's body before the application does, and answers one that is too large itself."""

    def __init__(self, app, max_body_size):
        self.app, self.max_body_size = app, max_body_size

    async def __call__(self, scope, receive, send):
        from starlette.responses import Response
        if scope['type'] != 'http':
            return await self.app(scope, receive, send)
        declared = dict(scope['headers']).get(b'content-length', b'')
        too_large = declared.isdigit() and int(declared) > self.max_body_size
        body, more, kept = b'', True, []
        while more and not too_large:
            message = await receive()
            if message['type'] != 'http.request':
                kept.append(message)
                break
            body, more = body + message.get('body', b''), message.get('more_body', False)
            kept = [{'type': 'http.request', 'body': body, 'more_body': more}]
            too_large = len(body) > self.max_body_size
        if too_large:
            return await Response('Request body too large', status_code=413)(scope, receive, send)

        async def replay():
            return kept.pop(0) if kept else await receive()
        await self.app(scope, replay, send)
