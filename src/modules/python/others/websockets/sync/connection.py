"""What both sides of a connection do, each for threads that block."""
import random
import threading
import time
import uuid
from collections import deque

import _websocket
from websockets._connection import Ending, State
from websockets.exceptions import Close, CloseCode, ConcurrencyError, ConnectionClosedError, ConnectionClosedOK


class Connection(Ending):
    side = None

    def __init__(self, sock, request, response, subprotocol, options):
        self.id, self.logger = uuid.UUID(int=random.getrandbits(128), version=4), self._telling(options.get('logger'))
        self.socket, self.request, self.response, self.subprotocol = sock, request, response, subprotocol
        self.ping_interval, self.ping_timeout, self.close_timeout = (options[name] for name in ('ping_interval', 'ping_timeout', 'close_timeout'))
        self.state, self.latency = State.OPEN, 0.0
        self._frames = _websocket.Frames(client=self.side == 'client', limit=options['max_size'])
        self._messages, self._pings, self._receiving, self._done = deque(), {}, False, False
        self._changed, self._writing = threading.Condition(), threading.Lock()
        self._ended = threading.Event()

    def _begin(self, waiting):
        self._frames.feed(waiting)
        self.recv_events_thread = threading.Thread(target=self.recv_events, daemon=True)
        self.recv_events_thread.start()

    def start_keepalive(self):
        if self.ping_interval is not None:
            self.keepalive_thread = threading.Thread(target=self.keepalive, daemon=True)
            self.keepalive_thread.start()

    def keepalive(self):
        while not self._ended.wait(self.ping_interval):
            try:
                pong = self.ping()
            except (ConnectionClosedOK, ConnectionClosedError):
                return
            if self.ping_timeout is not None and not pong.wait(self.ping_timeout):
                self._say(Close(CloseCode.INTERNAL_ERROR, 'keepalive ping timeout'))
                return

    def _write(self, kind, data):
        with self._writing:
            try:
                self.socket.sendall(self._frames.packed(kind, data))
            except OSError:
                pass

    def _say(self, close):
        self._sent, self.state = close, State.CLOSING
        self._write(_websocket.CLOSE, b'' if close.code == 1005 else int(close.code).to_bytes(2) + close.reason.encode())

    def recv_events(self):
        import socket
        try:
            while True:
                self._came()
                data = self.socket.recv(65536)
                if not data:
                    break
                self._frames.feed(data)
        except OSError:
            pass
        finally:
            if self.side == 'server':
                self.logger.info('connection closed')
            with self._changed:
                self.state, self._done = State.CLOSED, True
                self._changed.notify_all()
            self._ended.set()
            for pong, _ in self._pings.values():
                pong.set()
            try:
                self.socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            self.socket.close()

    def _came(self):
        import socket
        frames = self._frames
        while frames._messages:
            kind, *data = frames._messages.popleft()
            if kind in (_websocket.TEXT, _websocket.BINARY):
                with self._changed:
                    self._messages.append(data[0])
                    self._changed.notify_all()
            elif kind == _websocket.PING:
                if self.state is State.OPEN:
                    self._write(_websocket.PONG, data[0])
            elif kind == _websocket.PONG:
                self._ponged(data[0])
            elif self._heard(*data) and self.side == 'server':
                self.socket.shutdown(socket.SHUT_WR)
        self._refused(frames._error)

    def _ponged(self, data):
        if data in self._pings:
            for number in list(self._pings):
                pong, began = self._pings.pop(number)
                pong.set()
                if number == data:
                    self.latency = time.monotonic() - began
                    return

    def _closed(self):
        self.recv_events_thread.join()
        return super()._closed()

    def _used(self):
        """Somebody calls a method."""

    def recv(self, timeout=None, decode=None):
        self._used()
        with self._changed:
            if self._receiving:
                raise ConcurrencyError('cannot call recv while another thread is already running recv or recv_streaming')
            self._receiving = True
            try:
                if not self._changed.wait_for(lambda: self._messages or self._done, timeout):
                    raise TimeoutError(f'timed out in {timeout:.1f}s')
                message = self._messages.popleft() if self._messages else None
            finally:
                self._receiving = False
        if message is None:
            raise self._closed()
        return self._as_told(message, decode)

    def recv_streaming(self, decode=None):
        yield self.recv(decode=decode)

    def __iter__(self):
        try:
            while True:
                yield self.recv()
        except ConnectionClosedOK:
            return

    def send(self, message, text=None):
        self._used()
        if isinstance(message, (str, bytes, bytearray, memoryview)):
            parts = [message]
        elif hasattr(message, 'keys'):
            raise TypeError('data is a dict-like object')
        elif hasattr(message, '__iter__'):
            parts = list(message)
        else:
            raise TypeError('data must be str, bytes, or iterable')
        if not parts:
            return
        if self.state is not State.OPEN:
            raise self._closed()
        is_text = isinstance(parts[0], str) if text is None else text
        data = b''.join(part.encode() if isinstance(part, str) else bytes(part) for part in parts)
        self._write(_websocket.TEXT if is_text else _websocket.BINARY, data)

    def ping(self, data=None, ack_on_close=False):
        self._used()
        data = data.encode() if isinstance(data, str) else bytes(data) if isinstance(data, (bytes, bytearray, memoryview)) else data
        if data is not None and not isinstance(data, bytes):
            raise TypeError('data must be str or bytes-like')
        if self.state is not State.OPEN:
            raise self._closed()
        if data in self._pings:
            raise ConcurrencyError('already waiting for a pong with the same data')
        if data is None:
            data = random.getrandbits(32).to_bytes(4)
        pong = threading.Event()
        self._pings[data] = pong, time.monotonic()
        self._write(_websocket.PING, data)
        return pong

    def pong(self, data=b''):
        self._used()
        if self.state is not State.OPEN:
            raise self._closed()
        self._write(_websocket.PONG, data.encode() if isinstance(data, str) else bytes(data))

    def close(self, code=CloseCode.NORMAL_CLOSURE, reason=''):
        import socket
        self._used()
        if self.state is State.OPEN:
            self._first = False
            self._say(Close(code, reason))
        if threading.current_thread() is not self.recv_events_thread:
            self.recv_events_thread.join(self.close_timeout)
            if self.recv_events_thread.is_alive():
                try:
                    self.socket.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
                self.recv_events_thread.join()

    def wait_closed(self, timeout=None):
        self.recv_events_thread.join(timeout)
        return not self.recv_events_thread.is_alive()

    local_address = property(lambda self: self.socket.getsockname())
    remote_address = property(lambda self: self.socket.getpeername())

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        self.close() if kind is None else self.close(CloseCode.INTERNAL_ERROR)


def read_head(sock):
    """The first line and the headers of what comes, and the bytes behind them; None: nothing whole came."""
    held = b''
    while b'\r\n\r\n' not in held:
        more = sock.recv(65536)
        if not more:
            return None
        held += more
    head, _, rest = held.partition(b'\r\n\r\n')
    first, *lines = head.decode('latin-1').split('\r\n')
    return first, fields_of(lines), rest


def fields_of(lines):
    """Headers as pairs."""
    return [(name.strip(), value.strip()) for name, _, value in (line.partition(':') for line in lines)]
