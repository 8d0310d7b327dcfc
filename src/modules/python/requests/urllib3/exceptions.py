"""What urllib3 raises; requests wraps it."""


class HTTPError(Exception):
    pass


class HTTPWarning(Warning):
    pass


class SecurityWarning(HTTPWarning):
    pass


class InsecureRequestWarning(SecurityWarning):
    pass


class PoolError(HTTPError):
    def __init__(self, pool, message):
        self.pool, self._message = pool, message
        super().__init__(f'{pool}: {message}')


class RequestError(PoolError):
    def __init__(self, pool, url, message):
        self.url = url
        super().__init__(pool, message)


class HostChangedError(RequestError):
    def __init__(self, pool, url, retries=3):
        self.retries = retries
        super().__init__(pool, url, f'Tried to open a foreign host with url: {url}')


class MaxRetryError(RequestError):
    def __init__(self, pool, url, reason=None):
        self.reason = reason
        super().__init__(pool, url, f'Max retries exceeded with url: {url} (Caused by {reason!r})')


class TimeoutError(HTTPError):
    pass


class ReadTimeoutError(TimeoutError, PoolError):
    pass


class ConnectTimeoutError(TimeoutError):
    pass


class NewConnectionError(ConnectTimeoutError):
    pass


class NameResolutionError(NewConnectionError):
    pass


class ResponseError(HTTPError):
    pass


class ProtocolError(HTTPError):
    pass


class LocationValueError(ValueError, HTTPError):
    pass


class LocationParseError(LocationValueError):
    def __init__(self, location):
        super().__init__(f'Failed to parse: {location}')
        self.location = location


class URLSchemeUnknown(LocationValueError):
    def __init__(self, scheme):
        super().__init__(f'Not supported URL scheme {scheme}')
        self.scheme = scheme


class EmptyPoolError(PoolError):
    pass


class FullPoolError(PoolError):
    pass


class ClosedPoolError(PoolError):
    pass


class TimeoutStateError(HTTPError):
    pass


class InvalidHeader(HTTPError):
    pass


class DependencyWarning(HTTPWarning):
    pass


class SystemTimeWarning(SecurityWarning):
    pass


ConnectionError = ProtocolError


class SSLError(HTTPError):
    pass


class DecodeError(HTTPError):
    pass


class ProxyError(HTTPError):
    def __init__(self, message, error):
        super().__init__(message, error)
        self.original_error = error
