"""Clients that call functions of what comes."""
import threading
import time

from websocket._abnf import ABNF
from websocket._core import WebSocket, _logger, getdefaulttimeout
from websocket._exceptions import WebSocketConnectionClosedException, WebSocketException, WebSocketTimeoutException

_reconnect = 0


def set_reconnect(reconnectInterval):
    """After how many seconds it is connected again where nothing else is said."""
    global _reconnect
    _reconnect = reconnectInterval


def _close_parts(frame):
    """The code and the reason of a frame that closes."""
    data = bytes(frame.data) if frame is not None and frame.data else b''
    if len(data) < 2:
        return None, None
    return int.from_bytes(data[:2]), data[2:].decode('utf-8', 'replace') or None


class WebSocketApp:
    """A client that calls functions of what comes."""

    def __init__(self, url, header=None, on_open=None, on_reconnect=None, on_message=None, on_error=None, on_close=None, on_ping=None,
                 on_pong=None, on_cont_message=None, keep_running=True, get_mask_key=None, cookie=None, subprotocols=None,
                 on_data=None, socket=None):
        self.url, self.header, self.cookie = url, [] if header is None else header, cookie
        self.on_open, self.on_reconnect, self.on_message, self.on_data = on_open, on_reconnect, on_message, on_data
        self.on_error, self.on_close, self.on_ping, self.on_pong = on_error, on_close, on_ping, on_pong
        self.on_cont_message, self.keep_running, self.get_mask_key = on_cont_message, False, get_mask_key
        self.sock, self.last_ping_tm, self.last_pong_tm, self.ping_thread = None, 0.0, 0.0, None
        self.stop_ping, self.ping_interval, self.ping_timeout, self.ping_payload = None, 0.0, None, ''
        self.subprotocols, self.prepared_socket, self.has_errored, self.has_done_teardown = subprotocols, socket, False, False
        self.has_done_teardown_lock, self.last_close_frame = threading.Lock(), None

    def send(self, data, opcode=ABNF.OPCODE_TEXT):
        if not self.sock or self.sock.send(data, opcode) == 0:
            raise WebSocketConnectionClosedException('Connection is already closed.')

    def send_text(self, text_data):
        self.send(text_data, ABNF.OPCODE_TEXT)

    def send_bytes(self, data):
        self.send(data, ABNF.OPCODE_BINARY)

    def ready(self):
        return self.sock and self.sock.connected

    def close(self, **kwargs):
        """Ends the connection and `run_forever`."""
        self.keep_running = False
        sock = self.sock
        if sock:
            sock.close(**kwargs)
            if sock.close_frame is not None:
                self.last_close_frame = sock.close_frame
            self.sock = None

    def _start_ping_thread(self):
        self.last_ping_tm = self.last_pong_tm = 0.0
        self.stop_ping = threading.Event()
        self.ping_thread = threading.Thread(target=self._send_ping)
        self.ping_thread.daemon = True
        self.ping_thread.start()

    def _stop_ping_thread(self):
        if self.stop_ping:
            self.stop_ping.set()
        if self.ping_thread and self.ping_thread.is_alive():
            self.ping_thread.join(3)
        self.ping_thread = self.stop_ping = None
        self.last_ping_tm = self.last_pong_tm = 0.0

    def _send_ping(self):
        stop = self.stop_ping
        if stop is None or not self.keep_running:
            return
        while not stop.wait(self.ping_interval) and self.keep_running:
            if self.sock:
                self.last_ping_tm = time.time()
                try:
                    self.sock.ping(self.ping_payload)
                except Exception as error:
                    _logger.debug(f'Failed to send ping: {error}')

    def _callback(self, callback, *args):
        if callback:
            try:
                callback(self, *args)
            except Exception as error:
                _logger.error(f'error from callback {callback}: {error}')
                if self.on_error and callback is not self.on_error:
                    self.on_error(self, error)

    def run_forever(self, sockopt=None, sslopt=None, ping_interval=0, ping_timeout=None, ping_payload='', http_proxy_host=None,
                    http_proxy_port=None, http_no_proxy=None, http_proxy_auth=None, http_proxy_timeout=None,
                    skip_utf8_validation=False, host=None, origin=None, dispatcher=None, suppress_origin=False, proxy_type=None,
                    reconnect=None):
        """Connects, and calls functions until it is over; gives whether something went wrong."""
        if ping_timeout is not None and ping_timeout <= 0:
            raise WebSocketException('Ensure ping_timeout > 0')
        if ping_interval is not None and ping_interval < 0:
            raise WebSocketException('Ensure ping_interval >= 0')
        if ping_timeout and ping_interval and ping_interval <= ping_timeout:
            raise WebSocketException('Ensure ping_interval > ping_timeout')
        if self.sock:
            raise WebSocketException('socket is already opened')
        self.ping_interval, self.ping_timeout, self.ping_payload = ping_interval, ping_timeout, ping_payload
        self.has_done_teardown, self.has_errored, self.keep_running = False, False, True
        self._options = {'host': host, 'origin': origin, 'suppress_origin': suppress_origin, 'subprotocols': self.subprotocols,
                         'cookie': self.cookie}
        self._made = {'sockopt': sockopt, 'sslopt': sslopt, 'skip_utf8_validation': skip_utf8_validation}
        self._reconnects = _reconnect if reconnect is None else reconnect
        try:
            self._run(False)
            while self._reconnects and self.keep_running:
                _logger.info(f'reconnect() - retrying in {self._reconnects} seconds')
                time.sleep(self._reconnects)
                self._run(True)
        except (KeyboardInterrupt, Exception) as error:
            _logger.info(f'tearing down on exception {error}')
            self._teardown()
        finally:
            self._teardown()
        return self.has_errored

    def _teardown(self, frame=None):
        with self.has_done_teardown_lock:
            if self.has_done_teardown:
                return
            self.has_done_teardown = True
        self._stop_ping_thread()
        self.keep_running = False
        if self.sock:
            sock, self.sock = self.sock, None
            sock.close()
        code, reason = _close_parts(frame or self.last_close_frame)
        self._callback(self.on_close, code, reason)

    def _run(self, again):
        """Connects and reads until the connection ends."""
        if again and self.sock:
            self.sock.shutdown()
        self.last_close_frame = None
        self.sock = WebSocket(self.get_mask_key, fire_cont_frame=self.on_cont_message is not None, **self._made)
        self.sock.settimeout(getdefaulttimeout())
        try:
            header = self.header() if callable(self.header) else self.header
            self.sock.connect(self.url, header=header, socket=self.prepared_socket, **self._options)
            _logger.info('Websocket connected')
            if self.ping_interval:
                self._start_ping_thread()
            self._callback(self.on_reconnect if again and self.on_reconnect else self.on_open)
            self._read_all(self.sock.sock)
        except (KeyboardInterrupt, SystemExit, Exception) as error:
            self._disconnected(error, again)

    def _read_all(self, sock):
        import selectors
        with selectors.DefaultSelector() as selector:
            if sock is None:
                return
            selector.register(sock, selectors.EVENT_READ)
            while self.keep_running:
                if selector.select(self.ping_timeout or 10) and not self._read():
                    break
                self._check_pongs()

    def _read(self):
        if not self.keep_running:
            self._teardown()
            return False
        if self.sock is None:
            return False
        kind, frame = self.sock.recv_data_frame(True)
        if kind == ABNF.OPCODE_CLOSE:
            return self._closed(frame)
        if kind == ABNF.OPCODE_PING:
            self._callback(self.on_ping, frame.data)
        elif kind == ABNF.OPCODE_PONG:
            self.last_pong_tm = time.time()
            self._callback(self.on_pong, frame.data)
        elif kind == ABNF.OPCODE_CONT and self.on_cont_message:
            self._callback(self.on_data, frame.data, frame.opcode, frame.fin)
            self._callback(self.on_cont_message, frame.data, frame.fin)
        else:
            text = kind == ABNF.OPCODE_TEXT and not self._made['skip_utf8_validation']
            data = frame.data.decode() if text else frame.data
            self._callback(self.on_data, data, frame.opcode, True)
            self._callback(self.on_message, data)
        return True

    def _check_pongs(self):
        limit, ping, pong = self.ping_timeout, self.last_ping_tm, self.last_pong_tm
        if limit and ping and time.time() - ping > limit and (pong < ping or pong - ping > limit):
            raise WebSocketTimeoutException('ping/pong timed out')

    def _closed(self, frame):
        code, reason = _close_parts(frame)
        said = 'Connection closed' + ('' if code is None else ' normally (code 1000)' if code == 1000 else f' (code {code})')
        error = WebSocketConnectionClosedException(f'{said}: {reason}' if reason else said)
        error.status_code, error.reason = code, reason
        return self._disconnected(error, bool(self._reconnects), frame)

    def _disconnected(self, error, again, frame=None):
        if frame is None:
            self.has_errored = True
        self._stop_ping_thread()
        if not again:
            self._callback(self.on_error, error)
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            self._teardown(frame)
            raise error
        if self._reconnects:
            _logger.info(f'{error} - reconnect')
        else:
            _logger.error(f'{error} - goodbye')
            self._teardown(frame)
        return self.has_errored
