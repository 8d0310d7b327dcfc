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


class MaxRetryError(RequestError):
    def __init__(self, pool, url, reason=None):
        self.reason = reason
        super().__init__(pool, url, f'Max retries exceeded with url: {url} (Caused by {reason!r})')


class TimeoutError(HTTPError):
    pass


class ReadTimeoutError(TimeoutError, PoolError):
    pass


class NameResolutionError(HTTPError):
    pass


class ResponseError(HTTPError):
    pass


class NewConnectionError(HTTPError):
    pass


class ProtocolError(HTTPError):
    pass
