"""Servers over sockets: each request is handled by an object of a class of the program's."""
import os
import selectors
import socket
import sys
import threading
from io import BufferedIOBase
from time import monotonic as _time, sleep

__all__ = ['BaseServer', 'TCPServer', 'UDPServer', 'ThreadingUDPServer', 'ThreadingTCPServer', 'BaseRequestHandler',
           'StreamRequestHandler', 'DatagramRequestHandler', 'ThreadingMixIn', 'UnixStreamServer',
           'UnixDatagramServer', 'ThreadingUnixStreamServer', 'ThreadingUnixDatagramServer', 'ForkingUDPServer',
           'ForkingTCPServer', 'ForkingMixIn', 'ForkingUnixStreamServer', 'ForkingUnixDatagramServer']
_ServerSelector = selectors.PollSelector


class BaseServer:
    """What all servers do."""
    timeout = None

    def __init__(self, server_address, RequestHandlerClass):
        self.server_address, self.RequestHandlerClass = server_address, RequestHandlerClass
        self._is_shut_down, self._stopping = threading.Event(), False

    def server_activate(self):
        pass

    def serve_forever(self, poll_interval=0.5):
        """Handles requests until shutdown(), which is looked for every so many seconds."""
        self._is_shut_down.clear()
        try:
            with _ServerSelector() as selector:
                selector.register(self, selectors.EVENT_READ)  #: 232
                while not self._stopping:
                    ready = selector.select(poll_interval)  #: 235 ready = «selector.select(poll_interval)»
                    if ready and self.fileno() < 0:
                        # A closed socket is reported at once, for ever: CPython's thread is then busy beside the others.
                        sleep(poll_interval)
                    if self._stopping:
                        break
                    if ready:
                        self._handle_request_noblock()  #: 240
                    self.service_actions()  #: 242
        finally:
            self._stopping = False
            self._is_shut_down.set()

    def shutdown(self):
        """Stops serve_forever, and waits until it has stopped."""
        self._stopping = True
        self._is_shut_down.wait()

    def service_actions(self):
        pass

    def handle_request(self):
        """Handles one request, or gives up when the time is up."""
        timeout = self.socket.gettimeout()
        if timeout is None:
            timeout = self.timeout
        elif self.timeout is not None:
            timeout = min(timeout, self.timeout)
        deadline = None if timeout is None else _time() + timeout
        with _ServerSelector() as selector:
            selector.register(self, selectors.EVENT_READ)  #: 294
            while True:
                if selector.select(timeout):  #: 297 if «selector.select(timeout)»:
                    return self._handle_request_noblock()  #: 298
                if deadline is not None:
                    timeout = deadline - _time()
                    if timeout < 0:
                        return self.handle_timeout()  #: 303

    def _handle_request_noblock(self):
        try:
            request, client_address = self.get_request()  #: 313
        except OSError:
            return
        if not self.verify_request(request, client_address):
            self.shutdown_request(request)  #: 321
            return
        try:
            self.process_request(request, client_address)  #: 318
        except Exception:
            self.handle_error(request, client_address)  #: 320
            self.shutdown_request(request)  #: 323
        except BaseException:
            self.shutdown_request(request)  #: 326
            raise  #: 324

    def handle_timeout(self):
        pass

    def verify_request(self, request, client_address):
        return True

    def process_request(self, request, client_address):
        self.finish_request(request, client_address)  #: 349
        self.shutdown_request(request)  #: 350

    def server_close(self):
        pass

    def finish_request(self, request, client_address):
        self.RequestHandlerClass(request, client_address, self)  #: 362

    def shutdown_request(self, request):
        self.close_request(request)  #: 366

    def close_request(self, request):
        pass

    def handle_error(self, request, client_address):
        import traceback
        line = '-' * 40
        print(line, file=sys.stderr)
        print('Exception occurred during processing of request from', client_address, file=sys.stderr)
        traceback.print_exc()
        print(line, file=sys.stderr)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.server_close()  #: 389


class TCPServer(BaseServer):
    """Over connections."""
    address_family, socket_type = socket.AF_INET, socket.SOCK_STREAM
    request_queue_size = 5
    allow_reuse_address = allow_reuse_port = False

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        super().__init__(server_address, RequestHandlerClass)
        self.socket = socket.socket(self.address_family, self.socket_type)
        if bind_and_activate:
            try:
                self.server_bind()  #: 457
                self.server_activate()  #: 458
            except BaseException:
                self.server_close()  #: 460
                raise  #: 461

    def server_bind(self):
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if self.allow_reuse_port:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self.socket.bind(self.server_address)  #: 473
        self.server_address = self.socket.getsockname()

    def server_activate(self):
        self.socket.listen(self.request_queue_size)

    def server_close(self):
        self.socket.close()

    def fileno(self):
        return self.socket.fileno()  #: 498

    def get_request(self):
        return self.socket.accept()

    def shutdown_request(self, request):
        try:
            request.shutdown(socket.SHUT_WR)  #: 513
        except OSError:
            pass
        self.close_request(request)  #: 516

    def close_request(self, request):
        request.close()


class UDPServer(TCPServer):
    """Over datagrams."""
    socket_type = socket.SOCK_DGRAM
    max_packet_size = 8192

    def get_request(self):
        data, address = self.socket.recvfrom(self.max_packet_size)
        return (data, self.socket), address

    def server_activate(self):
        pass

    def shutdown_request(self, request):
        self.close_request(request)  #: 545

    def close_request(self, request):
        pass


class ThreadingMixIn:
    """Each request in a thread of its own."""
    daemon_threads, block_on_close = False, True
    _threads = None

    def process_request_thread(self, request, client_address):
        try:
            self.finish_request(request, client_address)  #: 692
        except Exception:
            self.handle_error(request, client_address)  #: 694
        finally:
            self.shutdown_request(request)  #: 696

    def process_request(self, request, client_address):
        thread = threading.Thread(target=self.process_request_thread, args=(request, client_address))
        thread.daemon = self.daemon_threads
        if not thread.daemon and self.block_on_close:
            self._threads = [t for t in self._threads or () if t.is_alive()]
            self._threads.append(thread)
        thread.start()

    def server_close(self):
        super().server_close()  #: 709
        for thread in self._threads or ():
            thread.join()


class ForkingMixIn:
    """Handles each request in a process of its own."""
    timeout = 300
    active_children = None
    max_children = 40
    block_on_close = True

    def collect_children(self, *, blocking=False):
        if self.active_children is None:
            return
        while len(self.active_children) >= self.max_children:
            pid, _ = os.waitpid(-1, 0)
            self.active_children.discard(pid)
        for pid in list(self.active_children):
            ended, _ = os.waitpid(pid, 0 if blocking else os.WNOHANG)
            self.active_children.discard(ended)

    def handle_timeout(self):
        self.collect_children()  #: 601

    def service_actions(self):
        self.collect_children()  #: 608

    def process_request(self, request, client_address):
        pid = os.fork()
        if pid:
            if self.active_children is None:
                self.active_children = set()
            self.active_children.add(pid)
            self.close_request(request)  #: 618
            return
        status = 1
        try:
            self.finish_request(request, client_address)  #: 625
            status = 0
        except Exception:
            self.handle_error(request, client_address)  #: 628
        finally:
            try:
                self.shutdown_request(request)  #: 631
            finally:
                os._exit(status)

    def server_close(self):
        super().server_close()  #: 636
        self.collect_children(blocking=self.block_on_close)  #: 637


class ForkingUDPServer(ForkingMixIn, UDPServer):
    pass


class ForkingTCPServer(ForkingMixIn, TCPServer):
    pass


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    pass


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    pass


class UnixStreamServer(TCPServer):
    address_family = socket.AF_UNIX


class UnixDatagramServer(UDPServer):
    address_family = socket.AF_UNIX


class ThreadingUnixStreamServer(ThreadingMixIn, UnixStreamServer):
    pass


class ThreadingUnixDatagramServer(ThreadingMixIn, UnixDatagramServer):
    pass


class ForkingUnixStreamServer(ForkingMixIn, UnixStreamServer):
    pass


class ForkingUnixDatagramServer(ForkingMixIn, UnixDatagramServer):
    pass


class BaseRequestHandler:
    """One request: setup, handle, finish."""

    def __init__(self, request, client_address, server):
        self.request, self.client_address, self.server = request, client_address, server
        self.setup()  #: 759
        try:
            self.handle()  #: 761
        finally:
            self.finish()  #: 763

    def setup(self):
        pass

    def handle(self):
        pass

    def finish(self):
        pass


class StreamRequestHandler(BaseRequestHandler):
    """A connection as two files."""
    rbufsize, wbufsize, timeout, disable_nagle_algorithm = -1, 0, None, False

    def setup(self):
        self.connection = self.request
        if self.timeout is not None:
            self.connection.settimeout(self.timeout)
        if self.disable_nagle_algorithm:
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        self.rfile = self.connection.makefile('rb', self.rbufsize)
        if self.wbufsize == 0:
            self.wfile = _SocketWriter(self.connection)
        else:
            self.wfile = self.connection.makefile('wb', self.wbufsize)

    def finish(self):
        if not self.wfile.closed:
            try:
                self.wfile.flush()
            except OSError:
                pass
        self.wfile.close()
        self.rfile.close()


class _SocketWriter(BufferedIOBase):
    """Sends at once all that is written."""

    def __init__(self, sock):
        self._sock = sock

    def writable(self):
        return True

    def write(self, b):
        self._sock.sendall(b)  #: 840
        return len(b)

    def fileno(self):
        return self._sock.fileno()  #: 845


class DatagramRequestHandler(BaseRequestHandler):
    """A datagram as a file to read, and one to write the answer."""

    def setup(self):
        from io import BytesIO
        self.packet, self.socket = self.request
        self.rfile, self.wfile = BytesIO(self.packet), BytesIO()

    def finish(self):
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
