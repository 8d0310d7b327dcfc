"""WebSockets of servers."""
from aiohttp._websockets import WebSocketReady, WebSocketResponse, WSCloseCode, WSMessage, WSMsgType
