"""How long a request may take, as a whole and in its parts."""
import time as _time
from enum import Enum as _Enum

from urllib3.exceptions import TimeoutStateError

_TYPE_DEFAULT = _Enum('_TYPE_DEFAULT', {'token': -1}, module=__name__)
_DEFAULT_TIMEOUT = _TYPE_DEFAULT.token


class Timeout:
    """Seconds; None: for ever. What is not given is what sockets have."""
    DEFAULT_TIMEOUT = _DEFAULT_TIMEOUT

    def __init__(self, total=None, connect=_DEFAULT_TIMEOUT, read=_DEFAULT_TIMEOUT):
        for name, value in (('connect', connect), ('read', read), ('total', total)):
            _check(name, value)
        self._connect, self._read, self.total, self._start_connect = connect, read, total, None

    def __repr__(self):
        return f'{type(self).__name__}(connect={self._connect!r}, read={self._read!r}, total={self.total!r})'

    @classmethod
    def from_float(cls, timeout):
        return Timeout(read=timeout, connect=timeout)

    @staticmethod
    def resolve_default_timeout(timeout):
        from socket import getdefaulttimeout
        return getdefaulttimeout() if timeout is _DEFAULT_TIMEOUT else timeout

    def clone(self):
        return Timeout(self.total, self._connect, self._read)

    def start_connect(self):
        if self._start_connect is None:
            self._start_connect = _time.monotonic()
            return self._start_connect
        raise TimeoutStateError('Timeout timer has already been started.')

    def get_connect_duration(self):
        if self._start_connect is not None:
            return _time.monotonic() - self._start_connect
        raise TimeoutStateError("Can't get connect duration for timer that has not started.")

    @property
    def connect_timeout(self):
        limits = [limit for limit in (self.total, self._connect) if limit not in (None, _DEFAULT_TIMEOUT)]
        return self._connect if self.total is None else min(limits, default=self.total)

    @property
    def read_timeout(self):
        if self.total in (None, _DEFAULT_TIMEOUT):
            return self.resolve_default_timeout(self._read)
        own = self._read not in (None, _DEFAULT_TIMEOUT)
        if own and self._start_connect is None:
            return self._read
        left = self.total - self.get_connect_duration()
        return max(0, min(left, self._read) if own else left)


def _check(name, value):
    if value is None or value is _DEFAULT_TIMEOUT:
        return
    if isinstance(value, bool):
        raise ValueError('Timeout cannot be a boolean value. It must be an int, float or None.')
    try:
        float(value)
        late = value <= 0
    except (TypeError, ValueError):
        raise ValueError(f'Timeout value {name} was {value}, but it must be an int, float or None.') from None
    if late:
        raise ValueError(f'Attempted to set {name} timeout to {value}, but the timeout cannot be set to a value less than or '
                         'equal to 0.')
