"""What aiohttp's client raises."""
import asyncio as _asyncio
import warnings as _warnings


class ClientError(Exception):
    """Something went wrong with a request."""


class ClientResponseError(ClientError):
    """An answer came, and it is not a good one."""

    def __init__(self, request_info, history, *, code=None, status=None, message='', headers=None):
        if code is not None:
            if status is not None:
                raise ValueError('Both code and status arguments are provided; code is deprecated, use status instead')
            _warnings.warn('code argument is deprecated, use status instead', DeprecationWarning, 2)
        self.request_info, self.history, self.message, self.headers = request_info, history, message, headers
        self.status = status if status is not None else code if code is not None else 0
        self.args = (request_info, history)

    @property
    def code(self):
        _warnings.warn('code property is deprecated, use status instead', DeprecationWarning, 2)
        return self.status

    @code.setter
    def code(self, value):
        _warnings.warn('code property is deprecated, use status instead', DeprecationWarning, 2)
        self.status = value

    def __str__(self):
        return f'{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}'

    def __repr__(self):
        usual = {'status': 0, 'message': '', 'headers': None}
        said = [f'{name}={value!r}' for name in usual if (value := getattr(self, name)) != usual[name]]
        return f"{type(self).__name__}({', '.join([repr(self.request_info), repr(self.history), *said])})"


class ContentTypeError(ClientResponseError):
    pass


class WSServerHandshakeError(ClientResponseError):
    pass


class ClientHttpProxyError(ClientResponseError):
    pass


class TooManyRedirects(ClientResponseError):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientConnectionResetError(ClientConnectionError, ConnectionResetError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError):
    """There is no way to the host."""

    def __init__(self, connection_key, os_error):
        self._conn_key, self._os_error = connection_key, os_error
        super().__init__(os_error.errno, os_error.strerror)
        self.args = (connection_key, os_error)

    os_error = property(lambda self: self._os_error)
    host = property(lambda self: self._conn_key.host)
    port = property(lambda self: self._conn_key.port)
    ssl = property(lambda self: self._conn_key.ssl)

    def __str__(self):
        return (f"Cannot connect to host {self.host}:{self.port} ssl:{'default' if self.ssl is True else self.ssl} "
                f'[{self.strerror}]')

    def __repr__(self):
        return f'{type(self).__name__}({self.args[0]!r}, {self.args[1]!r})'


class ClientConnectorDNSError(ClientConnectorError):
    pass


class ClientProxyConnectionError(ClientConnectorError):
    pass


class ClientSSLError(ClientConnectorError):
    pass


class ClientConnectorSSLError(ClientSSLError):
    pass


class ClientConnectorCertificateError(ClientSSLError):
    """A certificate is not to be trusted."""

    def __init__(self, connection_key, certificate_error):
        super().__init__(connection_key, certificate_error if isinstance(certificate_error, OSError) else OSError())
        self._certificate_error, self.args = certificate_error, (connection_key, certificate_error)

    certificate_error = property(lambda self: self._certificate_error)
    ssl = property(lambda self: self._conn_key.is_ssl)

    def __str__(self):
        error = self._certificate_error
        return f'Cannot connect to host {self.host}:{self.port} ssl:{self.ssl} [{type(error).__name__}: {error.args}]'


class ServerConnectionError(ClientConnectionError):
    pass


class ServerDisconnectedError(ServerConnectionError):
    def __init__(self, message=None):
        self.args = (message := 'Server disconnected' if message is None else message,)
        self.message = message


class ServerTimeoutError(ServerConnectionError, _asyncio.TimeoutError):
    pass


class ConnectionTimeoutError(ServerTimeoutError):
    pass


class SocketTimeoutError(ServerTimeoutError):
    pass


class ServerFingerprintMismatch(ServerConnectionError):
    """Another certificate came than the one that was expected."""

    def __init__(self, expected, got, host, port):
        self.expected, self.got, self.host, self.port = self.args = expected, got, host, port

    def __repr__(self):
        return (f'<{type(self).__name__} expected={self.expected!r} got={self.got!r} host={self.host!r} '
                f'port={self.port!r}>')


class ClientPayloadError(ClientError):
    pass


class InvalidURL(ClientError, ValueError):
    """No URL to send a request to."""

    def __init__(self, url, description=None):
        self._url, self._description = url, description
        super().__init__(*((url, description) if description else (url,)))

    url = property(lambda self: self._url)
    description = property(lambda self: self._description)

    def __str__(self):
        return f'{self._url} - {self._description}' if self._description else str(self._url)

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'


class InvalidUrlClientError(InvalidURL):
    pass


class RedirectClientError(ClientError):
    pass


class NonHttpUrlClientError(ClientError):
    pass


class InvalidUrlRedirectClientError(InvalidUrlClientError, RedirectClientError):
    pass


class NonHttpUrlRedirectClientError(NonHttpUrlClientError, RedirectClientError):
    pass


class WSMessageTypeError(TypeError):
    pass


class UnixClientConnectorError(ClientConnectorError):
    """There is no server at a path."""

    def __init__(self, path, connection_key, os_error):
        self._path = path
        super().__init__(connection_key, os_error)

    path = property(lambda self: self._path)

    def __str__(self):
        ssl = 'default' if self.ssl is True else self.ssl
        return f'Cannot connect to unix socket {self._path} ssl:{ssl} [{self.strerror}]'
