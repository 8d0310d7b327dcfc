"""OAuth 2, as far as an application itself takes part in it."""
from typing import Annotated

from fastapi.params import Form
from fastapi.security.base import Model, SecurityBase, parted
from starlette.requests import HTTPConnection


class OAuth2PasswordRequestForm:
    def __init__(self, *, grant_type: Annotated[str | None, Form(pattern='^password$')] = None,
                 username: Annotated[str, Form()],
                 password: Annotated[str, Form(json_schema_extra={'format': 'password'})],
                 scope: Annotated[str, Form()] = '', client_id: Annotated[str | None, Form()] = None,
                 client_secret: Annotated[str | None, Form(json_schema_extra={'format': 'password'})] = None):
        self.grant_type, self.username, self.password, self.scopes = grant_type, username, password, scope.split()
        self.client_id, self.client_secret = client_id, client_secret


class OAuth2PasswordRequestFormStrict(OAuth2PasswordRequestForm):
    def __init__(self, grant_type: Annotated[str, Form(pattern='^password$')], username: Annotated[str, Form()],
                 password: Annotated[str, Form()], scope: Annotated[str, Form()] = '',
                 client_id: Annotated[str | None, Form()] = None,
                 client_secret: Annotated[str | None, Form()] = None):
        super().__init__(grant_type=grant_type, username=username, password=password, scope=scope, client_id=client_id,
                         client_secret=client_secret)


class OAuth2(SecurityBase):
    def __init__(self, *, flows=None, scheme_name=None, description=None, auto_error=True):
        self._set(Model('oauth2', description, flows=flows or {}), scheme_name, auto_error)

    async def __call__(self, request: HTTPConnection):
        return request.headers.get('Authorization') or self._refuse()


class _Bearer(OAuth2):
    async def __call__(self, request: HTTPConnection):
        scheme, token = parted(request.headers.get('Authorization'))
        return token if scheme.lower() == 'bearer' else self._refuse()


def _flow(**parts):
    return {name: value for name, value in parts.items() if value is not None}


class OAuth2PasswordBearer(_Bearer):
    def __init__(self, tokenUrl, scheme_name=None, scopes=None, description=None, auto_error=True, refreshUrl=None):
        super().__init__(flows={'password': _flow(refreshUrl=refreshUrl, scopes=scopes or {}, tokenUrl=tokenUrl)},
                         scheme_name=scheme_name, description=description, auto_error=auto_error)


class OAuth2AuthorizationCodeBearer(_Bearer):
    def __init__(self, authorizationUrl, tokenUrl, refreshUrl=None, scheme_name=None, scopes=None, description=None,
                 auto_error=True):
        super().__init__(flows={'authorizationCode': _flow(
            refreshUrl=refreshUrl, scopes=scopes or {}, authorizationUrl=authorizationUrl, tokenUrl=tokenUrl)},
            scheme_name=scheme_name, description=description, auto_error=auto_error)


class SecurityScopes:
    """The scopes that those who depend on a function want."""

    def __init__(self, scopes=None):
        self.scopes = scopes or []
        self.scope_str = ' '.join(self.scopes)
