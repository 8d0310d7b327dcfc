"""A request that was sent, and what came back."""
from aiohttp import ClientResponse, ConnectionKey, RequestInfo
