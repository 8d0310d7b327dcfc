"""What stands between a session and its requests: kinds of functions."""
from collections.abc import Awaitable, Callable
from aiohttp.client_reqrep import ClientRequest, ClientResponse

ClientHandlerType = Callable[[ClientRequest], Awaitable[ClientResponse]]
ClientMiddlewareType = Callable[[ClientRequest, ClientHandlerType], Awaitable[ClientResponse]]
