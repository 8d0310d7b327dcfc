"""Servers, by their older name."""
from websockets.asyncio.server import Server, ServerConnection, broadcast, serve
WebSocketServer, WebSocketServerProtocol = Server, ServerConnection
