"""Clients that block."""
import logging
import socket
import struct
import threading
import time

from _websocket import answer_to, bounds_of, new_key, taken_out
from websocket._abnf import ABNF, STATUS_NORMAL
from websocket._exceptions import (WebSocketAddressException, WebSocketBadStatusException, WebSocketConnectionClosedException,
                                   WebSocketException, WebSocketPayloadException, WebSocketProtocolException,
                                   WebSocketTimeoutException)

_logger = logging.getLogger('websocket')
_logger.addHandler(logging.NullHandler())
_default_timeout = None


def setdefaulttimeout(timeout):
    """How long connections wait that say nothing else."""
    global _default_timeout
    if timeout is not None and (not isinstance(timeout, (int, float)) or timeout < 0):
        raise ValueError('Timeout value must be positive')
    _default_timeout = timeout


def getdefaulttimeout():
    return _default_timeout


def enableTrace(traceable, handler=None, level='DEBUG'):
    """Logs what is sent and received."""
    if traceable:
        _logger.addHandler(handler or logging.StreamHandler())
        _logger.setLevel(getattr(logging, level))


def _parsed(url):
    """The host, port and path of an address, and whether it is secret."""
    from urllib.parse import urlsplit
    if ':' not in url:
        raise ValueError('url is invalid')
    parts = urlsplit(url)
    if parts.scheme not in ('ws', 'wss'):
        raise ValueError(f'scheme {parts.scheme} is invalid')
    if not parts.hostname:
        raise ValueError('hostname is invalid')
    secret = parts.scheme == 'wss'
    path = (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
    return parts.hostname, parts.port or (443 if secret else 80), path, secret


class _Handshake:
    """What a server has said."""

    def __init__(self, status, headers, subprotocol):
        self.status, self.headers, self.subprotocol = status, headers, subprotocol


class WebSocket:
    """A connection to a server."""

    def __init__(self, get_mask_key=None, sockopt=None, sslopt=None, fire_cont_frame=False, enable_multithread=True,
                 skip_utf8_validation=False, dispatcher=None, **_):
        self.get_mask_key, self.sslopt, self.fire_cont_frame = get_mask_key, sslopt or {}, fire_cont_frame
        self.skip_utf8_validation, self.handshake_response, self.sock = skip_utf8_validation, None, None
        self.connected, self.close_frame, self._timeout, self._parts = False, None, None, None
        self._held = bytearray()
        self.lock, self.readlock = threading.Lock(), threading.Lock()

    def __iter__(self):
        while True:
            yield self.recv()

    def __next__(self):
        return self.recv()

    next = __next__

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def fileno(self):
        if self.sock is None:
            raise WebSocketException('Connection not established')
        return self.sock.fileno()

    def set_mask_key(self, func):
        self.get_mask_key = func

    def gettimeout(self):
        return self._timeout

    def settimeout(self, timeout):
        self._timeout = timeout
        if self.sock:
            self.sock.settimeout(timeout)

    timeout = property(gettimeout, settimeout)

    def getsubprotocol(self):
        return self.handshake_response and self.handshake_response.subprotocol

    def getstatus(self):
        return self.handshake_response and self.handshake_response.status

    def getheaders(self):
        return self.handshake_response and self.handshake_response.headers

    subprotocol, status, headers = property(getsubprotocol), property(getstatus), property(getheaders)

    def connect(self, url, **options):
        """Connects and shakes hands."""
        self._held.clear()
        self._timeout = options.get('timeout', self._timeout)
        host, port, path, secret = _parsed(url)
        self.sock = options.get('socket')
        if self.sock is None:
            try:
                self.sock = socket.create_connection((host, port), self._timeout)
            except socket.gaierror as error:
                raise WebSocketAddressException(error)
            except TimeoutError as error:
                raise WebSocketTimeoutException(str(error)) from error
        try:
            self.sock.settimeout(self._timeout)
            if secret:
                import ssl
                context = self.sslopt.get('context') or ssl.create_default_context()
                self.sock = context.wrap_socket(self.sock, server_hostname=self.sslopt.get('server_hostname', host))
            self._shake_hands(host, port, path, secret, options)
            self.connected = True
        except BaseException:
            if self.sock:
                self.sock.close()
                self.sock = None
            raise

    def _shake_hands(self, host, port, path, secret, options):
        name = f'[{host}]' if ':' in host else host
        place = name if port == (443 if secret else 80) else f'{name}:{port}'
        key = new_key()
        lines = [f'GET {path} HTTP/1.1', 'Upgrade: websocket', f'Host: {options.get("host") or place}']
        if not options.get('suppress_origin'):
            lines.append(f'Origin: {options.get("origin") or f"http{"s" * secret}://{place}"}')
        lines += [f'Sec-WebSocket-Key: {key}', 'Sec-WebSocket-Version: 13', 'Connection: Upgrade']
        asked = options.get('subprotocols') or []
        if asked:
            lines.append(f'Sec-WebSocket-Protocol: {",".join(asked)}')
        header = options.get('header') or []
        lines += [f'{name}: {value}' for name, value in header.items() if value is not None] if isinstance(header, dict) else header
        if options.get('cookie'):
            lines.append(f'Cookie: {options["cookie"]}')
        self._send('\r\n'.join([*lines, '', '']).encode())
        status, message, headers = self._answer()
        if status != 101:
            size = headers.get('content-length')
            body = self._recv_strict(int(size)) if size else None
            raise WebSocketBadStatusException(f'Handshake status {status} {message} -+-+- {headers} -+-+- {body}', status, message,
                                              headers, body)
        chosen = headers.get('sec-websocket-protocol', '').lower()
        accepted = headers.get('sec-websocket-accept', '') == answer_to(key)
        if not accepted or headers.get('upgrade', '').lower() != 'websocket' or chosen and chosen not in [one.lower() for one in asked]:
            raise WebSocketException('Invalid WebSocket Header')
        self.handshake_response = _Handshake(status, headers, chosen or None)

    def _answer(self):
        status, message, headers = None, None, {}
        while True:
            line = b''
            while not line.endswith(b'\n'):
                line += self._recv(1)
            line = line.decode().strip()
            if not line:
                return status, message, headers
            if status is None:
                _, number, *words = line.split(' ', 2)
                status, message = int(number), words[0] if words else None
            else:
                name, colon, value = line.partition(':')
                if not colon:
                    raise WebSocketException('Invalid header')
                name, value = name.lower(), value.strip()
                headers[name] = f'{headers[name]}; {value}' if name == 'set-cookie' and name in headers else value

    def _send(self, data):
        if self.sock is None:
            raise WebSocketConnectionClosedException('socket is already closed.')
        try:
            return self.sock.send(data)
        except TimeoutError as error:
            raise WebSocketTimeoutException(str(error)) from error

    def _recv(self, count):
        if self.sock is None:
            raise WebSocketConnectionClosedException('Connection is closed')
        try:
            data = self.sock.recv(count)
        except TimeoutError as error:
            raise WebSocketTimeoutException('Connection timed out') from error
        if not data:
            self.sock.close()
            self.sock, self.connected = None, False
            raise WebSocketConnectionClosedException('Connection to remote host was lost.')
        return data

    def _recv_strict(self, count):
        data = bytearray()
        while len(data) < count:
            data += self._recv(min(16384, count - len(data)))
        return bytes(data)

    def send(self, payload, opcode=ABNF.OPCODE_TEXT):
        """Sends a message; gives how many bytes it took."""
        return self.send_frame(ABNF.create_frame(payload, opcode))

    def send_text(self, text_data):
        return self.send(text_data, ABNF.OPCODE_TEXT)

    def send_bytes(self, data):
        return self.send(data, ABNF.OPCODE_BINARY)

    send_binary = send_bytes

    def send_frame(self, frame):
        if self.get_mask_key:
            frame.get_mask_key = self.get_mask_key
        data = frame.format()
        size = len(data)
        with self.lock:
            while data:
                data = data[self._send(data):]
        return size

    def ping(self, payload=''):
        self.send(payload.encode() if isinstance(payload, str) else payload, ABNF.OPCODE_PING)

    def pong(self, payload=''):
        self.send(payload.encode() if isinstance(payload, str) else payload, ABNF.OPCODE_PONG)

    def recv(self):
        """The next message; an empty one when the connection has been closed."""
        with self.readlock:
            opcode, data = self.recv_data()
        if opcode == ABNF.OPCODE_TEXT:
            return data.decode() if isinstance(data, bytes) else data
        return data if opcode == ABNF.OPCODE_BINARY else ''

    def recv_data(self, control_frame=False):
        opcode, frame = self.recv_data_frame(control_frame)
        return opcode, frame.data

    def recv_data_frame(self, control_frame=False):
        while True:
            frame = self.recv_frame()
            if frame.opcode in (ABNF.OPCODE_TEXT, ABNF.OPCODE_BINARY, ABNF.OPCODE_CONT):
                whole = self._joined(frame)
                if whole is not None:
                    return whole
            elif frame.opcode == ABNF.OPCODE_CLOSE:
                self.send_close()
                return frame.opcode, frame
            else:
                if frame.opcode == ABNF.OPCODE_PING:
                    if len(frame.data) >= 126:
                        raise WebSocketProtocolException('Ping message is too long')
                    self.pong(frame.data)
                if control_frame:
                    return frame.opcode, frame

    def _joined(self, frame):
        """A message, when its last part has come."""
        if self._parts is None and frame.opcode == ABNF.OPCODE_CONT:
            raise WebSocketProtocolException('Illegal frame')
        if self._parts is not None and frame.opcode != ABNF.OPCODE_CONT:
            raise WebSocketProtocolException('Illegal frame')
        if self._parts is None:
            self._parts = frame.opcode, []
        kind, parts = self._parts
        parts.append(frame.data)
        if not frame.fin:
            return (ABNF.OPCODE_CONT, frame) if self.fire_cont_frame else None
        self._parts, frame.data = None, b''.join(parts)
        if kind == ABNF.OPCODE_TEXT and not self.skip_utf8_validation:
            try:
                frame.data.decode()
            except UnicodeDecodeError:
                raise WebSocketPayloadException(f'cannot decode: {frame.data!r}')
        return kind, frame

    def recv_frame(self):
        """The next frame."""
        # What has come of a frame stays when there is no more of it in time.
        while (found := taken_out(self._held)) is None:
            self._held += self._recv(min(16384, bounds_of(self._held)[1] - len(self._held)))
        first, second, data = found
        frame = ABNF(first >> 7, first >> 6 & 1, first >> 5 & 1, first >> 4 & 1, first & 15, second >> 7, data)
        if first & 112:
            raise WebSocketProtocolException('rsv is not implemented, yet')
        if frame.opcode not in ABNF.OPCODES:
            raise WebSocketProtocolException(f'Invalid opcode {frame.opcode!r}')
        return frame

    def send_close(self, status=STATUS_NORMAL, reason=b''):
        if not 0 <= status < ABNF.LENGTH_16:
            raise ValueError('code is invalid range')
        self.connected = False
        reason = reason.encode() if isinstance(reason, str) else reason or b''
        self.send(struct.pack('!H', status) + reason, ABNF.OPCODE_CLOSE)

    def close(self, status=STATUS_NORMAL, reason=b'', timeout=3):
        """Says that it is over and waits for the answer."""
        if not self.connected:
            return
        if not 0 <= status < ABNF.LENGTH_16:
            raise ValueError('code is invalid range')
        self.close_frame = None
        try:
            self.send_close(status, reason)
            before = self.sock.gettimeout()
            self.sock.settimeout(timeout)
            start = time.time()
            while timeout is None or time.time() - start < timeout:
                frame = self.recv_frame()
                if frame.opcode == ABNF.OPCODE_CLOSE:
                    self.close_frame = frame
                    break
            self.sock.settimeout(before)
            self.sock.shutdown(socket.SHUT_RDWR)
        except Exception:
            pass
        self.shutdown()

    def abort(self):
        if self.connected and self.sock is not None:
            self.sock.shutdown(socket.SHUT_RDWR)

    def shutdown(self):
        if self.sock:
            self.sock.close()
            self.sock, self.connected = None, False


def create_connection(url, timeout=None, class_=WebSocket, **options):
    """A connection to a server."""
    own = {name: options.pop(name) for name in ('sockopt', 'sslopt', 'fire_cont_frame', 'enable_multithread',
                                                'skip_utf8_validation') if name in options}
    made = class_(**own, **options)
    made.settimeout(getdefaulttimeout() if timeout is None else timeout)
    made.connect(url, **options)
    return made
