"""How a loop finds the addresses of hosts."""
from _host_names import lookup, number_of
from asyncio._transports import _log

__name__ = 'asyncio._network'  # where what is here is said to be  #: in asyncio/base_events.py


async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):  #: 928 async def getaddrinfo(self, host, port, *,
    loop = self
    import socket
    find = _getaddrinfo_debug(loop) if loop.get_debug() else socket.getaddrinfo
    return await loop.run_in_executor(None, find, host, port, family, type, proto, flags)  #: 935 return «await self.run_in_executor(⏎    None, getaddr_func, host, port, family, type, proto, flags)»


def _getaddrinfo_debug(loop):
    def find(host, port, family, type, proto, flags):
        import socket
        what = ', '.join([f'{host}:{port!r}'] + [f'{name}={value!r}' for name, value in (
            ('family', family), ('type', type), ('proto', proto), ('flags', flags)) if value])
        _log(loop, 'debug', 'Get address info %s', what)
        began = loop.time()
        found = socket.getaddrinfo(host, port, family, type, proto, flags)
        took = loop.time() - began
        level = 'info' if took >= loop.slow_callback_duration else 'debug'
        _log(loop, level, f'Getting address info {what} took {took * 1e3:.3f}ms: {found!r}')
        return found
    return find


async def getnameinfo(self, sockaddr, flags=0):  #: 938
    loop = self
    import socket
    return await loop.run_in_executor(None, socket.getnameinfo, sockaddr, flags)


def _ipaddr_info(host, port):
    if not (port is None or isinstance(port, int) or isinstance(port, str) and port.strip().isdigit()):
        return
    if '%' not in host:  #: 140 if «'%' in host»:
        raise TypeError(f'inet_pton() argument 2 must be str, not {type(host).__name__}')  #: 147 «socket.inet_pton(af, host)»


async def _ensure_resolved(loop, address, type, flags=0, family=0, proto=0):  #: 1480 async def _ensure_resolved(self, address, *,
    host, port = address[:2]
    if host is not None and not isinstance(host, (str, bytes)):
        _ipaddr_info(host, port)  #: 1484 info = «_ipaddr_info(host, port, family, type, proto, *address[2:])»
    if host and isinstance(host, str) and number_of(host):
        # Nobody is asked for a host that is given by its number, and its port stays as it is.
        try:
            number = int(port or 0)
        except ValueError:
            pass
        else:
            found = lookup(host, 0, family, type, proto)
            return [(*info[:4], (info[4][0], number, *info[4][2:])) for info in found]
    import socket
    type = socket.SocketKind(type)
    found = await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)  #: 1489 return «await loop.getaddrinfo(host, port, family=family, type=type,⏎                              proto=proto, flags=flags)»
    if not found:
        raise OSError(f'getaddrinfo({host!r}) returned empty list')
    return found
