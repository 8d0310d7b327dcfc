"""What finds the addresses of hosts."""
import asyncio as _asyncio
import socket as _socket
from aiohttp.abc import AbstractResolver, ResolveResult

__all__ = ('ThreadedResolver', 'AsyncResolver', 'DefaultResolver')
aiodns, aiodns_default = None, False


class ThreadedResolver(AbstractResolver):
    """Asks the system in a thread of the loop's pool."""

    def __init__(self, loop=None):
        self._loop = loop or _asyncio.get_running_loop()

    async def resolve(self, host, port=0, family=_socket.AF_INET):
        found = await self._loop.getaddrinfo(host, port, type=_socket.SOCK_STREAM, family=family, flags=_socket.AI_ADDRCONFIG)
        numeric = _socket.AI_NUMERICHOST | _socket.AI_NUMERICSERV
        return [ResolveResult(hostname=host, host=address[0], port=address[1], family=family, proto=proto, flags=numeric)
                for family, _, proto, _, address in found]

    async def close(self):
        pass


class AsyncResolver(AbstractResolver):
    """Asks name servers by the package aiodns, which there is not."""

    def __init__(self, *args, **kwargs):
        raise RuntimeError('Resolver requires aiodns library')

    async def resolve(self, host, port=0, family=_socket.AF_INET): ...

    async def close(self): ...


DefaultResolver = ThreadedResolver
