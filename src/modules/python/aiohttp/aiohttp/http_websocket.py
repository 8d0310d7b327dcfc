"""What messages of WebSockets are."""
from aiohttp._websockets import WebSocketError, WSCloseCode, WSMessage, WSMsgType
