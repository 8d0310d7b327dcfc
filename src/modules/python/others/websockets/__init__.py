"""WebSockets between the program's own clients and servers."""
from websockets.exceptions import *
from websockets.exceptions import Close, CloseCode
from websockets._connection import Headers, Request, Response, State, broadcast
from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import Server, ServerConnection, serve

__version__ = '17.4'
WebSocketClientProtocol, WebSocketServerProtocol, WebSocketServer = ClientConnection, ServerConnection, Server


_ABSENT = frozenset("""
BasicAuthWebSocketServerProtocol ClientProtocol Data ExtensionName ExtensionParameter Frame HeadersLike LoggerLike Opcode Origin
Protocol Router ServerProtocol Side StatusLike Subprotocol WebSocketCommonProtocol basic_auth basic_auth_protocol_factory route
unix_connect unix_route unix_serve
""".split())


def __getattr__(name):
    if name in ('client', 'exceptions', 'frames', 'protocol', 'server', 'sync'):
        import importlib
        return importlib.import_module(f'websockets.{name}')
    if name in _ABSENT:
        from _frames import not_supported
        not_supported(f'websockets.{name}')
    raise AttributeError(f"module 'websockets' has no attribute {name!r}")
