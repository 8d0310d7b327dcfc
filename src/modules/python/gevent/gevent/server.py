"""Servers that handle each connection, or each datagram, in a greenlet."""
import socket

from gevent import monkey
from gevent.event import Event
from gevent.greenlet import Greenlet
from gevent.pool import Pool

__all__ = ['StreamServer', 'DatagramServer']


class _Server:
    """What both have: a socket, a greenlet that listens at it, and what starts those that handle."""

    def __init__(self, listener, handle=None, spawn='default'):
        monkey._cooperative_sockets()
        self._stopped, self._accepting, self.socket = Event(), None, None
        if isinstance(listener, socket.socket):
            self.socket, self.address, self.family = listener, listener.getsockname(), listener.family
        else:
            self.family, self.address = self._parsed(listener)
        if handle is not None:
            self.handle = handle
        if not hasattr(self, 'handle'):
            raise TypeError("'handle' must be provided")
        self.pool = spawn if isinstance(spawn, Pool) else Pool(spawn) if isinstance(spawn, int) else None
        self._spawn = self.pool.spawn if self.pool is not None else spawn if callable(spawn) else Greenlet.spawn

    @staticmethod
    def _parsed(listener):
        """The family and the address: without a host it is any of both families."""
        if isinstance(listener, tuple):
            return socket.AF_INET6 if not listener[0] or ':' in listener[0] else socket.AF_INET, listener
        if isinstance(listener, int) or isinstance(listener, str) and listener.isdigit():
            return socket.AF_INET6, ('', int(listener))
        if not isinstance(listener, (int, str)):
            raise TypeError(f'Expected tuple or string, got {type(listener)}')
        host, _, port = listener.rpartition(':')
        try:
            port = int(port)
        except ValueError as error:
            raise ValueError(f'Failed to parse address {listener!r}: {error}') from None
        if host[:1] == '[' and host[-1:] == ']':
            return socket.AF_INET6, (host[1:-1], port)
        return socket.AF_INET, ('' if host == '*' else host, port)

    def _bound(self, kind, reuse):
        made = socket.socket(self.family, kind)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, reuse)
        try:
            made.bind(self.address)
        except OSError as error:
            made.close()
            if error.strerror:
                error.strerror += f': {self.address!r}'
            raise
        return made

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._told()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._told()}>'

    def _told(self):
        fileno = "'NoneType' object has no attribute 'fileno'" if self.socket is None else self.socket.fileno()
        address = '{}:{}'.format(*self.address) if len(self.address) == 2 else self.address
        handle = self.__dict__.get('handle')
        if handle is not None and getattr(handle, '__self__', None) is self:
            handle = f'<bound method {type(self).__name__}.{handle.__name__} of self>'
        return f'fileno={fileno} address={address}' + (f' handle={handle}' if handle is not None else '')

    @property
    def started(self):
        return self._accepting is not None

    @property
    def closed(self):
        return self.socket is None

    @property
    def server_host(self):
        return self.address[0]

    @property
    def server_port(self):
        return self.address[1]

    def start(self):
        self.init_socket()
        self._stopped.clear()
        self._accepting = Greenlet.spawn(self._accept)

    def stop_accepting(self):
        if self._accepting is not None:
            self._accepting.kill(block=False)
            self._accepting = None

    def close(self):
        self.stop_accepting()
        if self.socket is not None:
            self.socket.close()
            self.socket = None
        self._stopped.set()

    def stop(self, timeout=None):
        self.close()
        if self.pool:
            self.pool.join(timeout=1 if timeout is None else timeout)
            self.pool.kill(block=True, timeout=1)

    def serve_forever(self, stop_timeout=None):
        if not self.started:
            self.start()
        try:
            self._stopped.wait()
        finally:
            Greenlet.spawn(self.stop, timeout=stop_timeout).join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stop()


class StreamServer(_Server):
    """`handle(socket, address)`: called in a greenlet for each connection. `spawn`: a pool, how many at once, or what starts it."""

    def __init__(self, listener, handle=None, backlog=None, spawn='default', **ssl_args):
        if ssl_args:
            from _frames import not_supported
            not_supported('gevent.ssl')
        super().__init__(listener, handle, spawn)
        self.backlog = backlog or 256

    def init_socket(self):
        if self.socket is None:
            self.socket = self._bound(socket.SOCK_STREAM, 1)
            self.socket.listen(self.backlog)
        self.address = self.socket.getsockname()

    def _accept(self):
        while True:
            try:
                client, address = self.socket.accept()
            except OSError:
                return
            self._spawn(self._handled, client, address)

    def _handled(self, client, address):
        try:
            self.handle(client, address)
        finally:
            client.close()


class DatagramServer(_Server):
    """`handle(data, address)`: called in a greenlet for each datagram."""
    reuse_addr = 1

    def init_socket(self):
        if self.socket is None:
            self.socket = self._bound(socket.SOCK_DGRAM, self.reuse_addr)
        self.address = self.socket.getsockname()

    def sendto(self, *args):
        return self.socket.sendto(*args)

    def _accept(self):
        while True:
            try:
                data, address = self.socket.recvfrom(8192)
            except OSError:
                return
            self._spawn(self.handle, data, address)
