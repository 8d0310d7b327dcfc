"""A key in a query, a header or a cookie."""
from fastapi.security.base import Model, SecurityBase
from starlette.requests import HTTPConnection


class APIKeyBase(SecurityBase):
    _challenge = 'APIKey'

    def __init__(self, *, name, scheme_name=None, description=None, auto_error=True):
        self._set(Model('apiKey', description, **{'in': self._in, 'name': name}), scheme_name, auto_error)

    def _key(self, given):
        return given.get(self.model.name) or self._refuse()


class APIKeyQuery(APIKeyBase):
    _in = 'query'

    async def __call__(self, request: HTTPConnection):
        return self._key(request.query_params)


class APIKeyHeader(APIKeyBase):
    _in = 'header'

    async def __call__(self, request: HTTPConnection):
        return self._key(request.headers)


class APIKeyCookie(APIKeyBase):
    _in = 'cookie'

    async def __call__(self, request: HTTPConnection):
        return self._key(request.cookies)
