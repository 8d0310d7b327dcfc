"""The errors of the client."""


class RedisError(Exception):
    pass


class ConnectionError(RedisError):
    pass


class TimeoutError(RedisError):
    pass


class AuthenticationError(ConnectionError):
    pass


class AuthorizationError(ConnectionError):
    pass


class BusyLoadingError(ConnectionError):
    pass


class MaxConnectionsError(ConnectionError):
    pass


class InvalidResponse(RedisError):
    pass


class ResponseError(RedisError):
    pass


class DataError(RedisError):
    pass


class PubSubError(RedisError):
    pass


class WatchError(RedisError):
    pass


class NoScriptError(ResponseError):
    pass


class OutOfMemoryError(ResponseError):
    pass


class ExecAbortError(ResponseError):
    pass


class ReadOnlyError(ResponseError):
    pass


class NoPermissionError(ResponseError):
    pass


class ModuleError(ResponseError):
    pass


class AuthenticationWrongNumberOfArgsError(ResponseError):
    pass


class LockError(RedisError, ValueError):
    def __init__(self, message=None, lock_name=None):
        self.message, self.lock_name = message, lock_name


class LockNotOwnedError(LockError):
    pass


class ChildDeadlockedError(Exception):
    pass


class RedisClusterException(Exception):
    pass


_KINDS = {
    'OOM': OutOfMemoryError, 'EXECABORT': ExecAbortError, 'LOADING': BusyLoadingError, 'NOSCRIPT': NoScriptError, 'READONLY': ReadOnlyError,
    'NOAUTH': AuthenticationError, 'NOPERM': NoPermissionError, 'WRONGPASS': AuthenticationError}


def of_reply(text):
    """The error that an error reply is raised as."""
    code, _, rest = text.partition(' ')
    if code == 'ERR':
        return ResponseError(rest)
    kind = _KINDS.get(code)
    return ResponseError(text) if kind is None else kind(rest)
