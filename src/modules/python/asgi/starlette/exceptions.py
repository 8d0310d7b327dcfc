"""What handlers raise to answer."""
from http.client import responses as _phrases


class HTTPException(Exception):
    """An answer of a status other than 200."""

    def __init__(self, status_code, detail=None, headers=None):
        self.status_code, self.headers = status_code, headers
        self.detail = _phrases.get(status_code, '') if detail is None else detail

    def __str__(self):
        return f'{self.status_code}: {self.detail}'

    def __repr__(self):
        return f'{type(self).__name__}(status_code={self.status_code!r}, detail={self.detail!r})'


class WebSocketException(Exception):
    """A WebSocket that is closed."""

    def __init__(self, code, reason=None):
        self.code, self.reason = code, reason or ''

    def __str__(self):
        return f'{self.code}: {self.reason}'

    def __repr__(self):
        return f'{type(self).__name__}(code={self.code!r}, reason={self.reason!r})'


class StarletteDeprecationWarning(UserWarning):
    pass
