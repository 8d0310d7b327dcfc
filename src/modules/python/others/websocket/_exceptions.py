"""What goes wrong with WebSockets."""


class WebSocketException(Exception):
    """Something about WebSockets."""


class WebSocketProtocolException(WebSocketException):
    """The other side breaks the rules."""


class WebSocketPayloadException(WebSocketException):
    """A message that cannot be read."""


class WebSocketConnectionClosedException(WebSocketException):
    """The connection has ended."""


class WebSocketTimeoutException(WebSocketException):
    """It has taken too long."""


class WebSocketProxyException(WebSocketException):
    """Something about a proxy."""


class WebSocketBadStatusException(WebSocketException):
    """The server says no; its status, headers and body."""

    def __init__(self, message, status_code, status_message=None, resp_headers=None, resp_body=None):
        super().__init__(message)
        self.status_code, self.status_message = status_code, status_message
        self.resp_headers, self.resp_body = resp_headers, resp_body


class WebSocketAddressException(WebSocketException):
    """A host that nobody knows."""
