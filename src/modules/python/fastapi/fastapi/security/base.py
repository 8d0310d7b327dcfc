"""What schemes of security have in common."""
from starlette.exceptions import HTTPException


class Model:
    """What the description of an application says of a scheme."""

    def __init__(self, type, description=None, **parts):
        self._parts = {'type': type, 'description': description, **parts}

    def __getattr__(self, name):
        try:
            return self.__dict__['_parts'][name.rstrip('_')]
        except KeyError:
            raise AttributeError(name) from None

    def described(self):
        return {name: value for name, value in self._parts.items() if value is not None}


class SecurityBase:
    auto_error = True
    _challenge = 'Bearer'

    def _set(self, model, scheme_name, auto_error):
        self.model, self.scheme_name, self.auto_error = model, scheme_name or type(self).__name__, auto_error

    def make_authenticate_headers(self):
        return {'WWW-Authenticate': self._challenge}

    def make_not_authenticated_error(self):
        return HTTPException(status_code=401, detail='Not authenticated', headers=self.make_authenticate_headers())

    def _refuse(self):
        if self.auto_error:
            raise self.make_not_authenticated_error()


def parted(header):
    """The scheme of an Authorization header, and the rest."""
    scheme, _, rest = (header or '').partition(' ')
    return scheme, rest.strip()
