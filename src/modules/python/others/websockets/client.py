"""Clients, by their older name."""
from websockets.asyncio.client import ClientConnection, connect
WebSocketClientProtocol = ClientConnection
