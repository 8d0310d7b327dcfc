"""A server that takes new configurations of logging (`logging.config.listen`)."""
import io
import json
import logging
import select
import socketserver
import threading
import logging.config as _config

_listening = None


class _Configuration(socketserver.StreamRequestHandler):
    """A request: four bytes that say how long it is, then a configuration as JSON or as a file."""

    def handle(self):
        try:
            size = self.connection.recv(4)
            if len(size) == 4:
                wanted = int.from_bytes(size)
                data = self.connection.recv(wanted)
                while len(data) < wanted:
                    data += self.connection.recv(wanted - len(data))
                if self.server.verify is not None:
                    data = self.server.verify(data)
                if data is not None:
                    _configure(data.decode())
                if self.server.ready:
                    self.server.ready.set()
        except ConnectionResetError:
            pass


def _configure(text):
    try:
        found = json.loads(text)
        assert isinstance(found, dict)
        _config.dictConfig(found)
    except Exception:
        try:
            _config.fileConfig(io.StringIO(text))
        except Exception:
            import traceback
            traceback.print_exc()


class _Receiver(socketserver.ThreadingTCPServer):
    allow_reuse_address = True

    def __init__(self, port, ready, verify):
        super().__init__(('localhost', port), _Configuration)
        self.abort, self.timeout, self.ready, self.verify = False, 1, ready, verify

    def serve_until_stopped(self):
        while not self.abort:
            if select.select([self.socket], [], [], self.timeout)[0]:
                self.handle_request()
        self.server_close()


class Server(threading.Thread):
    """The thread of the server; `port` is known once it is ready."""
    __module__ = 'logging.config'

    def __init__(self, port, verify):
        super().__init__()
        self.port, self.verify, self.ready = port, verify, threading.Event()

    def run(self):
        global _listening
        server = _Receiver(self.port, self.ready, self.verify)
        self.port = self.port or server.server_address[1]
        self.ready.set()
        _listening = server
        server.serve_until_stopped()


def stop():
    """The server ends within a second."""
    global _listening
    if _listening is not None:
        _listening.abort, _listening = True, None
