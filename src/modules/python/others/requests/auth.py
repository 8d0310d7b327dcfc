"""A name and a password."""
import _network


class AuthBase:
    """What may be given as `auth`."""

    def __call__(self, r):
        raise NotImplementedError('Auth hooks must be callable.')


class HTTPBasicAuth(AuthBase):
    """In a header of the request."""

    def __init__(self, username, password):
        self.username, self.password = username, password

    def __eq__(self, other):
        return (self.username, self.password) == (getattr(other, 'username', None), getattr(other, 'password', None))

    __hash__ = None

    def __call__(self, r):
        r.headers['Authorization'] = _network.basic_auth(self.username, self.password)
        return r


class HTTPProxyAuth(HTTPBasicAuth):
    def __call__(self, r):
        r.headers['Proxy-Authorization'] = _network.basic_auth(self.username, self.password)
        return r


class HTTPDigestAuth(AuthBase):
    def __init__(self, username, password):
        _network.not_supported('requests.auth.HTTPDigestAuth', 'requests.auth.HTTPBasicAuth')
