"""asyncio's servers and clients over the simulated network."""  #: in asyncio/base_events.py
import asyncio
import _selector
from _host_names import SOCK_STREAM, check_port
from _sockets import End
from asyncio._transports import TransportSocket, _SelectorSocketTransport, _log

from asyncio._host_addresses import _ensure_resolved, getaddrinfo, getnameinfo


def _end_of(sock):
    if isinstance(sock, End):
        return sock
    end = sock._open()
    # Dropped, the program's socket would close it.
    end._given = sock
    return end


class Server(asyncio.AbstractServer):
    """Sockets that listen, and the connections that came from them."""

    # The path of its socket and the file that was made there.
    _file = None, None

    def __init__(self, loop, sockets, protocol_factory, backlog, ssl=None):
        self._loop, self._sockets, self._ssl = loop, sockets, ssl
        self._clients = {}
        self._waiters = []
        self._protocol_factory, self._backlog = protocol_factory, backlog
        self._serving = False
        self._forever = None

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    def _detach(self, transport):
        self._clients.pop(transport, None)
        if not self._clients and self._sockets is None:
            self._wake_up()

    def _wake_up(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if not self._serving:
            self._serving = True
            for sock in self._sockets:  #: 317
                sock.listen(self._backlog)
                self._loop._add_reader(sock._source, self._accept_connection, sock)

    def _accept_connection(self, sock):
        for _ in range(self._backlog):
            try:
                connection, address = sock.accept()
            except BlockingIOError:
                return
            _log(self._loop, 'debug', '%r got a new connection from %r: %r', self, address, _Shown(connection))
            self._loop.create_task(self._accept_connection2(connection, {'peername': address}))

    async def _accept_connection2(self, connection, extra):  #: in asyncio/selector_events.py
        protocol = transport = None
        forgotten = True
        try:
            protocol = self._protocol_factory()  #: 221 protocol = «protocol_factory()»
            waiter = self._loop.create_future()
            # One that cannot begin is part of a cycle, and holds its connection.
            forgotten = False
            transport = _transport_of(self, connection, protocol, waiter, extra)  #: 230 transport = «self._make_socket_transport(⏎    conn, protocol, waiter=waiter, extra=extra,⏎    server=server)»
            try:
                await waiter
            except BaseException:
                transport.close()
                raise
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if self._loop.get_debug():
                context = {'message': 'Error on transport creation for incoming connection', 'exception': exc}
                given = {'protocol': protocol, 'transport': transport}
                context.update((name, value) for name, value in given.items() if value is not None)
                self._loop.call_exception_handler(context)
        if forgotten:
            connection.close()

    def get_loop(self):  #: in asyncio/base_events.py
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return tuple(map(TransportSocket, self._sockets or ()))

    def close(self):
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop._remove_reader(sock._source)
            sock.close()
        path, node = self._file
        if node is not None:
            import _files
            if _files.find(path) is node:
                _files.remove(path)
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
            self._forever = None
        if not self._clients:
            self._wake_up()

    def close_clients(self):
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        for transport in list(self._clients):
            transport.abort()

    async def start_serving(self):  #: 363
        self._start_serving()  #: 364
        await asyncio.tasks.sleep(0)

    async def serve_forever(self):  #: 369
        if self._forever is not None:
            raise RuntimeError(  #: 371
                f'server {self!r} is already being awaited on serve_forever()')  #: 372
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')  #: 374
        self._start_serving()
        self._forever = _selector.future(self._loop, 'accept', 0)
        try:
            await self._forever  #: 380 await self._serving_forever_fut
        except asyncio.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._forever = None

    async def wait_closed(self):  #: 390
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter

    #: in asyncio/events.py
    async def __aenter__(self):  #: 213
        return self

    async def __aexit__(self, *exc):  #: 216
        self.close()  #: 217
        await self.wait_closed()  #: 218


class _Shown(TransportSocket):  #: in asyncio/base_events.py
    def __repr__(self):
        return super().__repr__().replace('asyncio.TransportSocket', 'socket.socket', 1)


Server.__module__ = 'asyncio.base_events'


def _transport_of(server, connection, protocol, waiter, extra):  #: -
    if server._ssl:
        extra = {**extra, **server._ssl._extra(connection, True)}
    return _make_socket_transport(server._loop, connection, protocol, waiter, extra, server)


def _make_socket_transport(*args):  #: in asyncio/selector_events.py
    return _SelectorSocketTransport(*args)  #: 72 return «_SelectorSocketTransport(self, sock, protocol, waiter,⏎                                extra, server)»


def _stream_end(sock):  #: in asyncio/base_events.py
    """The end of a socket that the program gives."""
    sock.setblocking(False)
    return _end_of(sock)


def _context(ssl):
    if not ssl:
        return None
    import ssl as _ssl
    return _ssl.create_default_context() if ssl is True else ssl


async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100,  #: 1500 async def create_server(
                        ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None, start_serving=True):
    loop = self
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')  #: 1530
    if ssl_handshake_timeout is not None and ssl is None:
        raise ValueError(  #: 1533
            'ssl_handshake_timeout is only meaningful with ssl')  #: 1534
    if ssl_shutdown_timeout is not None and ssl is None:
        raise ValueError(  #: 1537
            'ssl_shutdown_timeout is only meaningful with ssl')  #: 1538
    if sock is not None:
        if host is not None or port is not None:
            raise ValueError(  #: 1545
                'host/port and sock can not be specified at the same time')  #: 1546
        if sock.type != SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')  #: 1624
        ends = [_stream_end(sock)]
    elif host is None and port is None:
        raise ValueError('Neither host/port nor sock were specified')  #: 1622
    else:
        hosts = [host or None] if host in (None, '') else [host] if isinstance(host, str) or not hasattr(host, '__iter__') else list(host)
        fs = [_create_server_getaddrinfo(loop, host, port, family, flags) for host in hosts]
        found = await asyncio.tasks.gather(*fs)  #: 1562 infos = «await tasks.gather(*fs)»
        infos = list(dict.fromkeys(info for infos in found for info in infos))
        [check_port(info[4], 'bind') for info in infos]  #: 1597 «sock.bind(sa)»
        ends = _bound_ends(infos, reuse_port, loop.get_debug())  #: 1609 raise OSError(err.errno, msg) from None
        if not ends:
            raise OSError(f'could not bind on any address out of {[info[4] for info in infos]!r}')  #: 1612 raise OSError('could not bind on any address out of %r'⏎              % ([info[4] for info in infos],))
    server = Server(loop, ends, protocol_factory, backlog, ssl)
    if start_serving:
        server._start_serving()
        await asyncio.tasks.sleep(0)
    _log(loop, 'info', '%r is serving', server)
    return server


async def _create_server_getaddrinfo(loop, host, port, family, flags):  #: 1492 async def _create_server_getaddrinfo(self, host, port, family, flags):
    return await _ensure_resolved(loop, (host, port), SOCK_STREAM, flags, family)  #: 1493 infos = «await self._ensure_resolved((host, port), family=family,⏎                                    type=socket.SOCK_STREAM,⏎                                    flags=flags, loop=self)»


def _bound_ends(infos, reuse_port, debug):  #: -
    ends = []
    try:
        for family, address in dict.fromkeys((info[0], info[4]) for info in infos):
            end = End(SOCK_STREAM, 'server', int(family))
            ends.append(end)
            if reuse_port:
                end.setsockopt(1, 15, 1)
            if family == 10:
                end.setsockopt(41, 26, 1)
            try:
                end.bind(address)
            except OSError as exc:
                text = _unbound(exc, address)
                if exc.errno == 99:
                    # Not an address of this machine: another one may be.
                    ends.pop().close()
                    if debug:
                        from asyncio.log import logger
                        logger.warning(text)
                    continue
                raise OSError(exc.errno, text) from None
    except BaseException:
        for end in ends:
            end.close()
        raise
    return ends


# Clients.

def _sock_connect_cb(fut, sock, address):  #: in asyncio/selector_events.py
    if fut.done() or sock.connecting:
        return
    try:
        if err := sock.take_failure():
            raise OSError(err, f'Connect call failed {address}')  #: 681 raise OSError(err, f'Connect call failed {address}')
    except OSError as exc:
        fut.set_exception(exc)
    else:
        fut.set_result(None)
    finally:
        # Its exception holds this frame.
        fut = None


def _sock_connect(loop, fut, sock, address):  #: in asyncio/selector_events.py
    try:
        sock.connect(address)  #: 649
    except OverflowError as exc:
        return fut.set_exception(exc)
    loop._add_writer(sock._source, _sock_connect_cb, fut, sock, address)
    fut.add_done_callback(lambda _: loop._remove_writer(sock._source))


async def sock_connect(loop, sock, address):  #: 621 async def sock_connect(self, sock, address):
    fut = _selector.future(loop, 'connect', sock._of_trace)
    _sock_connect(loop, fut, sock, address)
    try:
        return await fut  #: 641 return «await fut»
    finally:
        # Its exception holds this frame.
        fut = None


  #: in asyncio/base_events.py
async def _connect_sock(loop, exceptions, info, local_infos):  #: 1011 async def _connect_sock(self, exceptions, addr_info, local_addr_infos=None):
    end = End(SOCK_STREAM, 'connection', int(info[0]))
    try:
        if local_infos is not None:
            _bind_to_one(end, exceptions, info[0], local_infos)
        await sock_connect(loop, end, info[4])  #: 1040 await self.sock_connect(sock, address)
        return end
    except OSError as exc:
        end.close()
        exceptions.append(exc)
        raise
    except BaseException:
        end.close()
        raise
    finally:
        exceptions = None


def _bind_to_one(end, exceptions, family, infos):  #: in asyncio/base_events.py _connect_sock
    """Binds to the first address of the family that is free."""
    failed = []
    for info in infos:
        if info[0] == family:
            try:
                return end.bind(info[4])
            except OSError as exc:
                failed.append(OSError(exc.errno, _unbound(exc, info[4])))
    try:
        if failed:
            *before, last = failed
            exceptions.extend(before)
            raise last  #: 1037 raise my_exceptions.pop()
        import socket
        family = socket.AddressFamily(family)
        raise OSError(f'no matching local address with {family=} found')  #: 1039 raise OSError(f"no matching local address with {family=} found")
    finally:
        failed = last = None


def _unbound(exc, address):  #: -
    return f'error while attempting to bind on address {address!r}: {str(exc).lower()}'


def _made_protocol(protocol_factory, end):  #: -
    try:
        return protocol_factory()
    except BaseException:
        if end._given is None:
            # Nobody has it.
            end.close()
        raise


async def _started(loop, end, protocol_factory, ssl, extra=None, server_hostname=None):  #: in asyncio/base_events.py _create_connection_transport
    """A connection's transport and protocol."""
    protocol = _made_protocol(protocol_factory, end)  #: 1202 protocol = «protocol_factory()»
    waiter = loop.create_future()
    context = _context(ssl)
    extra = context._extra(end, False, server_hostname) if context else extra
    transport = _make_socket_transport(loop, end, protocol, waiter, extra)  #: 1212 transport = «self._make_socket_transport(sock, protocol, waiter)»
    try:
        await waiter  #: 1215
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,  #: 1054 async def create_connection(
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False):
    loop = self
    if server_hostname is not None and not ssl:
        raise ValueError('server_hostname is only meaningful with ssl')  #: 1075
    if server_hostname is None and ssl and not host:
        raise ValueError('You must set server_hostname '  #: 1089
                         'when using ssl without a host')  #: 1090
    if ssl_handshake_timeout is not None and not ssl:
        raise ValueError(  #: 1094
            'ssl_handshake_timeout is only meaningful with ssl')  #: 1095
    if ssl_shutdown_timeout is not None and not ssl:
        raise ValueError(  #: 1098
            'ssl_shutdown_timeout is only meaningful with ssl')  #: 1099
    if sock is not None:
        if host is not None or port is not None:
            raise ValueError(  #: 1110
                'host/port and sock can not be specified at the same time')  #: 1111
        if sock.type != SOCK_STREAM:  #: 1172 if «sock.type» != socket.SOCK_STREAM:
            raise ValueError(  #: 1179
                f'A Stream Socket was expected, got {sock!r}')  #: 1180
        return await _connected(loop, _stream_end(sock), protocol_factory, ssl, name=server_hostname)
    if host is None and port is None:
        raise ValueError(  #: 1170
            'host and port was not specified and no sock specified')  #: 1171
    exceptions = []
    infos = await _ensure_resolved(loop, (host, port), SOCK_STREAM, flags, family, proto)  #: 1113 infos = «await self._ensure_resolved(⏎    (host, port), family=family,⏎    type=socket.SOCK_STREAM, proto=proto, flags=flags, loop=self)»
    local_infos = local_addr if local_addr is None else await _ensure_resolved(loop, local_addr, SOCK_STREAM, flags, family, proto)  #: 1120 laddr_infos = «await self._ensure_resolved(⏎    local_addr, family=family,⏎    type=socket.SOCK_STREAM, proto=proto,⏎    flags=flags, loop=self)»
    for info in infos:
        try:
            end = await _connect_sock(loop, exceptions, info, local_infos)  #: 1137 sock = «await self._connect_sock(⏎    exceptions, addrinfo, laddr_infos)»
            break
        except OSError:
            continue
    else:
        try:
            if all_errors:
                raise ExceptionGroup("create_connection failed", exceptions)  #: 1153
            if len(exceptions) == 1:
                raise exceptions[0]  #: 1155
            if all(str(exc) == str(exceptions[0]) for exc in exceptions):
                raise exceptions[0]  #: 1160
            raise OSError('Multiple exceptions: {}'.format(  #: 1163
                ', '.join(str(exc) for exc in exceptions)))  #: 1164
        finally:
            exceptions = None
    return await _connected(loop, end, protocol_factory, ssl, host, port, server_hostname)  #: 1182 transport, protocol = «await self._create_connection_transport(⏎    sock, protocol_factory, ssl, server_hostname,⏎    ssl_handshake_timeout=ssl_handshake_timeout,⏎    ssl_shutdown_timeout=ssl_shutdown_timeout)»


async def _connected(loop, end, protocol_factory, ssl, host=None, port=None, name=None):  #: -
    transport, protocol = await _started(loop, end, protocol_factory, ssl, server_hostname=name or host)
    _log(loop, 'debug', '%r connected to %s:%r: (%r, %r)', transport.get_extra_info('socket'), host, port, transport,
         protocol)
    return transport, protocol


async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,  #: 1643 async def connect_accepted_socket(
                                  ssl_shutdown_timeout=None):
    loop = self
    if sock.type != SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')  #: 1649
    if ssl_handshake_timeout is not None and not ssl:
        raise ValueError(  #: 1652
            'ssl_handshake_timeout is only meaningful with ssl')  #: 1653
    if ssl_shutdown_timeout is not None and not ssl:
        raise ValueError(  #: 1656
            'ssl_shutdown_timeout is only meaningful with ssl')  #: 1657
    transport, protocol = await _started(loop, _stream_end(sock), protocol_factory, ssl)
    _log(loop, 'debug', '%r handled: (%r, %r)', transport.get_extra_info('socket'), transport, protocol)
    return transport, protocol


for _function in (getaddrinfo, getnameinfo, create_server, create_connection, connect_accepted_socket):
    _function.__qualname__ = 'BaseEventLoop.' + _function.__name__
