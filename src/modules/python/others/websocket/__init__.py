"""Clients of WebSockets that block."""
from websocket._abnf import ABNF, STATUS_ABNORMAL_CLOSED, STATUS_GOING_AWAY, STATUS_NORMAL, STATUS_PROTOCOL_ERROR
from websocket._app import WebSocketApp, set_reconnect
from websocket._core import WebSocket, create_connection, enableTrace, getdefaulttimeout, setdefaulttimeout
from websocket._exceptions import (WebSocketAddressException, WebSocketBadStatusException, WebSocketConnectionClosedException,
                                   WebSocketException, WebSocketPayloadException, WebSocketProtocolException,
                                   WebSocketProxyException, WebSocketTimeoutException)

__version__ = '1.9.2'
