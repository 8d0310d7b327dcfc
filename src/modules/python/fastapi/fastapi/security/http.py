"""HTTP's own schemes."""
from base64 import b64decode as _b64decode

from fastapi.security.base import Model, SecurityBase, parted
from pydantic import BaseModel
from starlette.requests import HTTPConnection


class HTTPBasicCredentials(BaseModel):
    username: str
    password: str


class HTTPAuthorizationCredentials(BaseModel):
    scheme: str
    credentials: str


class HTTPBase(SecurityBase):
    _wanted = None

    def __init__(self, *, scheme, scheme_name=None, description=None, auto_error=True):
        self._set(Model('http', description, scheme=scheme), scheme_name, auto_error)

    def make_authenticate_headers(self):
        return {'WWW-Authenticate': self.model.scheme.title()}

    async def __call__(self, request: HTTPConnection):
        scheme, credentials = parted(request.headers.get('Authorization'))
        if not scheme or not credentials or self._wanted not in (None, scheme.lower()):
            return self._refuse()
        return HTTPAuthorizationCredentials(scheme=scheme, credentials=credentials)


class HTTPBasic(HTTPBase):
    def __init__(self, *, scheme_name=None, realm=None, description=None, auto_error=True):
        super().__init__(scheme='basic', scheme_name=scheme_name, description=description, auto_error=auto_error)
        self.realm = realm

    def make_authenticate_headers(self):
        return {'WWW-Authenticate': f'Basic realm="{self.realm}"' if self.realm else 'Basic'}

    async def __call__(self, request: HTTPConnection):
        scheme, text = parted(request.headers.get('Authorization'))
        if scheme.lower() != 'basic':
            return self._refuse()
        try:
            name, colon, password = _b64decode(text).decode('ascii').partition(':')
        except ValueError as e:
            raise self.make_not_authenticated_error() from e
        if not colon:
            raise self.make_not_authenticated_error()
        return HTTPBasicCredentials(username=name, password=password)


class HTTPBearer(HTTPBase):
    _wanted = 'bearer'

    def __init__(self, *, bearerFormat=None, scheme_name=None, description=None, auto_error=True):
        self._set(Model('http', description, scheme='bearer', bearerFormat=bearerFormat), scheme_name, auto_error)


class HTTPDigest(HTTPBase):
    _wanted = 'digest'

    def __init__(self, *, scheme_name=None, description=None, auto_error=True):
        super().__init__(scheme='digest', scheme_name=scheme_name, description=description, auto_error=auto_error)
