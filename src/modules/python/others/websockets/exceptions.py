"""What goes wrong with a connection."""
import enum as _enum


class CloseCode(_enum.IntEnum):
    NORMAL_CLOSURE = 1000
    GOING_AWAY = 1001
    PROTOCOL_ERROR = 1002
    UNSUPPORTED_DATA = 1003
    NO_STATUS_RCVD = 1005
    ABNORMAL_CLOSURE = 1006
    INVALID_DATA = 1007
    POLICY_VIOLATION = 1008
    MESSAGE_TOO_BIG = 1009
    MANDATORY_EXTENSION = 1010
    INTERNAL_ERROR = 1011
    SERVICE_RESTART = 1012
    TRY_AGAIN_LATER = 1013
    BAD_GATEWAY = 1014
    TLS_HANDSHAKE = 1015


_WORDS = {code: code.name.lower().replace('_', ' ') for code in CloseCode} | {
    1000: 'OK', 1005: 'no status received [internal]', 1006: 'abnormal closure [internal]', 1007: 'invalid frame payload data',
    1015: 'TLS handshake failure [internal]'}


class Close:
    """How one side ends a connection."""

    def __init__(self, code, reason):
        self.code, self.reason = code, reason

    def __repr__(self):
        return f'Close(code={self.code!r}, reason={self.reason!r})'

    def __str__(self):
        words = 'registered' if 3000 <= self.code < 4000 else 'private use' if 4000 <= self.code < 5000 else _WORDS.get(self.code, 'unknown')
        return f'{int(self.code)} ({words}) {self.reason}'.rstrip()


class WebSocketException(Exception):
    pass


class ConnectionClosed(WebSocketException):
    def __init__(self, rcvd, sent, rcvd_then_sent=None):
        self.rcvd, self.sent, self.rcvd_then_sent = rcvd, sent, rcvd_then_sent
        super().__init__(rcvd, sent, rcvd_then_sent)

    def __str__(self):
        if self.rcvd is None:
            return 'no close frame received or sent' if self.sent is None else f'sent {self.sent}; no close frame received'
        if self.sent is None:
            return f'received {self.rcvd}; no close frame sent'
        received, sent = f'received {self.rcvd}', f'sent {self.sent}'
        return f'{received}; then {sent}' if self.rcvd_then_sent else f'{sent}; then {received}'

    @property
    def code(self):
        return 1006 if self.rcvd is None else self.rcvd.code

    @property
    def reason(self):
        return '' if self.rcvd is None else self.rcvd.reason


class ConnectionClosedOK(ConnectionClosed):
    pass


class ConnectionClosedError(ConnectionClosed):
    pass


class InvalidURI(WebSocketException):
    def __init__(self, uri, msg):
        super().__init__(uri, msg)
        self.uri, self.msg = uri, msg

    def __str__(self):
        return f"{self.uri} isn't a valid URI: {self.msg}"


class InvalidHandshake(WebSocketException):
    pass


class InvalidMessage(InvalidHandshake):
    pass


class InvalidStatus(InvalidHandshake):
    def __init__(self, response):
        super().__init__(response)
        self.response = response

    def __str__(self):
        return f'server rejected WebSocket connection: HTTP {self.response.status_code:d}'


class InvalidHeader(InvalidHandshake):
    def __init__(self, name, value=None):
        super().__init__(name, value)
        self.name, self.value = name, value

    def __str__(self):
        return f'missing {self.name} header' if self.value is None else f'invalid {self.name} header: {self.value}'


class InvalidUpgrade(InvalidHeader):
    pass


class InvalidOrigin(InvalidHeader):
    def __init__(self, origin):
        super().__init__('Origin', origin)


class NegotiationError(InvalidHandshake):
    pass


class ProtocolError(WebSocketException):
    pass


class PayloadTooBig(WebSocketException):
    pass


class InvalidState(WebSocketException, AssertionError):
    pass


class ConcurrencyError(WebSocketException, RuntimeError):
    pass


InvalidStatusCode = InvalidStatus
Close.__module__ = CloseCode.__module__ = 'websockets.frames'
