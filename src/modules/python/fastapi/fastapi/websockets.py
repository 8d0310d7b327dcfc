"""What Starlette has, under the name of FastAPI."""
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
