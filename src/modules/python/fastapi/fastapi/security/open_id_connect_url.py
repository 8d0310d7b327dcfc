"""OpenID Connect."""
from fastapi.security.base import Model, SecurityBase
from starlette.requests import HTTPConnection


class OpenIdConnect(SecurityBase):
    def __init__(self, *, openIdConnectUrl, scheme_name=None, description=None, auto_error=True):
        self._set(Model('openIdConnect', description, openIdConnectUrl=openIdConnectUrl), scheme_name, auto_error)

    async def __call__(self, request: HTTPConnection):
        return request.headers.get('Authorization') or self._refuse()
