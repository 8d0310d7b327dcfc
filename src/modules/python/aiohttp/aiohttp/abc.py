"""What may be put in the place of aiohttp's own things."""
from abc import ABC, abstractmethod
from collections.abc import Iterable as _Iterable, Sized as _Sized
from typing import TypedDict


class AbstractAccessLogger(ABC):
    """What writes a line for each request."""

    def __init__(self, logger, log_format):
        self.logger, self.log_format = logger, log_format

    @abstractmethod
    def log(self, request, response, time): ...

    enabled = property(lambda self: True)


class AbstractView(ABC):
    """A class that is a handler."""

    def __init__(self, request):
        self._request = request

    request = property(lambda self: self._request)

    @abstractmethod
    def __await__(self): ...


class AbstractCookieJar(_Sized, _Iterable):
    """Where a session keeps cookies."""

    def __init__(self, *, loop=None):
        import asyncio
        self._loop = loop or asyncio.get_running_loop()

    @abstractmethod
    def clear(self, predicate=None): ...

    @abstractmethod
    def clear_domain(self, domain): ...

    @abstractmethod
    def update_cookies(self, cookies, response_url=None): ...

    @abstractmethod
    def filter_cookies(self, request_url): ...


class ResolveResult(TypedDict):
    """An address that a resolver has found."""
    hostname: str
    host: str
    port: int
    family: int
    proto: int
    flags: int


class AbstractResolver(ABC):
    """What finds the addresses of hosts."""

    @abstractmethod
    async def resolve(self, host, port=0, family=2): ...

    @abstractmethod
    async def close(self): ...
