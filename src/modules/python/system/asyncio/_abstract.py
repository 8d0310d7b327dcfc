"""Methods of AbstractEventLoop, its policy and AbstractServer: all of it is for others to do."""  #: in asyncio/events.py


class AbstractEventLoop:

    def run_forever(self):
        raise NotImplementedError  #: 228

    def run_until_complete(self, future):
        raise NotImplementedError  #: 235

    def stop(self):
        raise NotImplementedError  #: 243

    def is_running(self):
        raise NotImplementedError  #: 247

    def is_closed(self):
        raise NotImplementedError  #: 251

    def close(self):
        raise NotImplementedError  #: 262

    async def shutdown_asyncgens(self):
        raise NotImplementedError  #: 266

    async def shutdown_default_executor(self):
        raise NotImplementedError  #: 270

    def _timer_handle_cancelled(self, handle):
        raise NotImplementedError  #: 276

    def call_soon(self, callback, *args, context=None):
        return self.call_later(0, callback, *args, context=context)  #: 279

    def call_later(self, delay, callback, *args, context=None):
        raise NotImplementedError  #: 282

    def call_at(self, when, callback, *args, context=None):
        raise NotImplementedError  #: 285

    def time(self):
        raise NotImplementedError  #: 288

    def create_future(self):
        raise NotImplementedError  #: 291

    def create_task(self, coro, *, name=None, context=None):
        raise NotImplementedError  #: 296

    def call_soon_threadsafe(self, callback, *args, context=None):
        raise NotImplementedError  #: 301

    def run_in_executor(self, executor, func, *args):
        raise NotImplementedError  #: 304

    def set_default_executor(self, executor):
        raise NotImplementedError  #: 307

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        raise NotImplementedError  #: 313

    async def getnameinfo(self, sockaddr, flags=0):
        raise NotImplementedError  #: 316

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                                sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None):
        raise NotImplementedError  #: 326

    async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None,
                            backlog=100, ssl=None, reuse_address=None, reuse_port=None, keep_alive=None,
                            ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
        raise NotImplementedError  #: 388

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        raise NotImplementedError  #: 396

    async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                        ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        raise NotImplementedError  #: 408

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                     ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        raise NotImplementedError  #: 416

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
        raise NotImplementedError  #: 452

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                      ssl_shutdown_timeout=None):
        raise NotImplementedError  #: 467

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0,
                                       proto=0, flags=0, reuse_address=None, reuse_port=None, allow_broadcast=None,
                                       sock=None):
        raise NotImplementedError  #: 502

    async def connect_read_pipe(self, protocol_factory, pipe):
        raise NotImplementedError  #: 517

    async def connect_write_pipe(self, protocol_factory, pipe):
        raise NotImplementedError  #: 530

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, **kwargs):
        raise NotImplementedError  #: 537

    async def subprocess_exec(self, protocol_factory, *args, stdin=-1, stdout=-1, stderr=-1, **kwargs):
        raise NotImplementedError  #: 544

    def add_reader(self, fd, callback, *args):
        raise NotImplementedError  #: 552

    def remove_reader(self, fd):
        raise NotImplementedError  #: 555

    def add_writer(self, fd, callback, *args):
        raise NotImplementedError  #: 558

    def remove_writer(self, fd):
        raise NotImplementedError  #: 561

    async def sock_recv(self, sock, nbytes):
        raise NotImplementedError  #: 566

    async def sock_recv_into(self, sock, buf):
        raise NotImplementedError  #: 569

    async def sock_recvfrom(self, sock, bufsize):
        raise NotImplementedError  #: 572

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        raise NotImplementedError  #: 575

    async def sock_sendall(self, sock, data):
        raise NotImplementedError  #: 578

    async def sock_sendto(self, sock, data, address):
        raise NotImplementedError  #: 581

    async def sock_connect(self, sock, address):
        raise NotImplementedError  #: 584

    async def sock_accept(self, sock):
        raise NotImplementedError  #: 587

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=None):
        raise NotImplementedError  #: 591

    def add_signal_handler(self, sig, callback, *args):
        raise NotImplementedError  #: 596

    def remove_signal_handler(self, sig):
        raise NotImplementedError  #: 599

    def set_task_factory(self, factory):
        raise NotImplementedError  #: 604

    def get_task_factory(self):
        raise NotImplementedError  #: 607

    def get_exception_handler(self):
        raise NotImplementedError  #: 612

    def set_exception_handler(self, handler):
        raise NotImplementedError  #: 615

    def default_exception_handler(self, context):
        raise NotImplementedError  #: 618

    def call_exception_handler(self, context):
        raise NotImplementedError  #: 621

    def get_debug(self):
        raise NotImplementedError  #: 626

    def set_debug(self, enabled):
        raise NotImplementedError  #: 629


class AbstractEventLoopPolicy:

    def get_event_loop(self):
        raise NotImplementedError  #: 643

    def set_event_loop(self, loop):
        raise NotImplementedError  #: 647

    def new_event_loop(self):
        raise NotImplementedError  #: 653

    def get_child_watcher(self):
        raise NotImplementedError  #: 659

    def set_child_watcher(self, watcher):
        raise NotImplementedError  #: 663


class AbstractServer:

    def close(self):
        raise NotImplementedError  #: 176

    def close_clients(self):
        raise NotImplementedError  #: 180

    def abort_clients(self):
        raise NotImplementedError  #: 184

    def get_loop(self):
        raise NotImplementedError  #: 188

    def is_serving(self):
        raise NotImplementedError  #: 192

    async def start_serving(self):
        raise NotImplementedError  #: 200

    async def serve_forever(self):
        raise NotImplementedError  #: 207

    async def wait_closed(self):
        raise NotImplementedError  #: 211

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()  #: 217
        await self.wait_closed()  #: 218


globals().update(vars(AbstractEventLoop) | vars(AbstractEventLoopPolicy))
