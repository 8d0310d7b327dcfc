"""WebSockets of clients."""
from aiohttp._websockets import ClientWebSocketResponse
from aiohttp.client import ClientWSTimeout
