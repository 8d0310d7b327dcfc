"""asyncio's datagrams over the simulated network."""  #: in asyncio/base_events.py
from _host_names import AF_UNIX, SOCK_DGRAM, SOCK_STREAM
from _sockets import End
from asyncio._network import _end_of, _ensure_resolved
from asyncio._transports import _SelectorDatagramTransport, _log


async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,  #: 1346 async def create_datagram_endpoint(self, protocol_factory,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    loop = self
    if sock is not None:
        if sock.type == SOCK_STREAM:
            raise ValueError(  #: 1354
                f'A datagram socket was expected, got {sock!r}')  #: 1355
        options = {'local_addr': local_addr, 'remote_addr': remote_addr, 'family': family, 'proto': proto,
                   'flags': flags, 'reuse_port': reuse_port, 'allow_broadcast': allow_broadcast}
        problems = ', '.join(f'{name}={value}' for name, value in options.items() if value)
        if problems:
            raise ValueError(  #: 1365
                f'socket modifier keyword arguments can not be used '  #: 1366
                f'when sock is specified. ({problems})')  #: 1367
        sock.setblocking(False)
        end = _end_of(sock)
        remote = local_addr = remote_addr = None
    else:
        if not (local_addr or remote_addr) and not family:
            raise ValueError('unexpected address family')  #: 1373
        found = {}
        if family == AF_UNIX:
            for address in local_addr, remote_addr:
                if address is not None and not isinstance(address, str):
                    raise TypeError('string is expected')  #: 1378
            if local_addr and local_addr[0] not in (0, '\0'):
                _without_stale(local_addr)
            found[family, proto] = local_addr or None, remote_addr or None
        for at, address in enumerate((local_addr, remote_addr)):
            if address is not None and family != AF_UNIX:
                if not (isinstance(address, tuple) and len(address) == 2):
                    raise TypeError('2-tuple is expected')  #: 1400
                infos = await _ensure_resolved(loop, address, SOCK_DGRAM, flags, family, proto)  #: 1402 infos = «await self._ensure_resolved(⏎    addr, family=family, type=socket.SOCK_DGRAM,⏎    proto=proto, flags=flags, loop=self)»
                for kind, _, number, _, resolved in infos:
                    found.setdefault((kind, number), [None, None])[at] = resolved
        pairs = [(int(kind), *pair) for (kind, _), pair in found.items()
                 if not (local_addr and pair[0] is None or remote_addr and pair[1] is None)]
        if found and not pairs:
            raise ValueError('can not get address information')  #: 1421
        kind, local, remote = pairs[0] if pairs else (int(family), None, None)
        end = End(SOCK_DGRAM, 'datagrams', kind or 2)
        exceptions = []
        try:
            if reuse_port:
                end.setsockopt(1, 15, 1)
            if allow_broadcast:
                end.setsockopt(1, 6, 1)
            if local is not None:
                end.bind(local)  #: 1440 sock.bind(local_address)
            if remote is not None:
                end.connect(remote)
        except OSError as exc:
            end.close()
            exceptions.append(exc)
        except BaseException:
            end.close()
            raise
        if exceptions:
            try:
                raise exceptions[0]  #: 1456
            finally:
                exceptions = None
    try:
        protocol = protocol_factory()  #: 1458 protocol = «protocol_factory()»
    except BaseException:
        if sock is None:
            # Nobody else has it.
            end.close()
        raise
    waiter = loop.create_future()
    transport = _made(loop, end, remote, protocol, waiter)  #: 1460 transport = «self._make_datagram_transport(⏎    sock, protocol, r_addr, waiter)»
    if local_addr:
        _log(loop, 'info', 'Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)', local_addr, remote_addr,
             transport, protocol)
    else:
        _log(loop, 'debug', 'Datagram endpoint remote_addr=%r created: (%r, %r)', remote_addr, transport, protocol)
    try:
        await waiter  #: 1473
    except BaseException:
        transport.close()
        raise
    return transport, protocol


def _without_stale(path):
    """Removes a socket's file of that name."""
    import os
    import stat
    try:
        if stat.S_ISSOCK(os.stat(path).st_mode):
            os.remove(path)
    except OSError:
        # What stands there otherwise is told of when the name is taken.
        pass


def _made(loop, sock, remote, protocol, waiter):  #: in asyncio/selector_events.py _make_datagram_transport
    sock._refresh()
    return _SelectorDatagramTransport(loop, sock, protocol, remote, waiter)  #: 96 return «_SelectorDatagramTransport(self, sock, protocol,⏎                                  address, waiter, extra)»


create_datagram_endpoint.__qualname__ = 'BaseEventLoop.create_datagram_endpoint'
