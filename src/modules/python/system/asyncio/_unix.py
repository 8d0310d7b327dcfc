"""asyncio's servers and connections at paths."""  #: in asyncio/unix_events.py
import asyncio
import os
import _files
import _selector
from _host_names import AF_UNIX, SOCK_STREAM
from _sockets import End
from asyncio._network import Server, _started, _stream_end


async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,  #: 283 async def create_unix_server(
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True,
                             cleanup_socket=True):
    loop = self
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')  #: 290
    if ssl_handshake_timeout is not None and not ssl:
        raise ValueError(  #: 293
            'ssl_handshake_timeout is only meaningful with ssl')  #: 294
    if ssl_shutdown_timeout is not None and not ssl:
        raise ValueError(  #: 297
            'ssl_shutdown_timeout is only meaningful with ssl')  #: 298
    if path is not None:
        if sock is not None:
            raise ValueError(  #: 302
                'path and sock can not be specified at the same time')  #: 303
        path = os.fspath(path)
        found = _files.find(path)
        if found is not None and found.mode & 0o170000 == 0o140000:
            os.remove(path)
        end = End(SOCK_STREAM, 'server', AF_UNIX, 0)
        try:
            end.bind(path)  #: 321 sock.bind(path)
        except OSError as exc:
            end.close()
            if exc.errno == 98:
                raise OSError(98, f'Address {path!r} is already in use') from None  #: 328 «raise OSError(errno.EADDRINUSE, msg) from None»
            raise
    elif sock is None:
        raise ValueError(  #: 336
            'path was not specified, and no sock specified')  #: 337
    else:
        if sock.family != AF_UNIX or sock.type != SOCK_STREAM:
            raise ValueError(  #: 341
                f'A UNIX Domain Stream Socket was expected, got {sock!r}')  #: 342
        end = _stream_end(sock)
    server = Server(loop, [end], protocol_factory, backlog, ssl)
    if cleanup_socket and (path := end.getsockname()):
        server._file = path, _files.find(path)
    if start_serving:
        server._start_serving()
        await asyncio.tasks.sleep(0)
    return server


def _sock_connect(fut, sock, address):  #: in asyncio/selector_events.py
    try:
        sock.connect(address)  #: 649
    except Exception as exc:
        fut.set_exception(exc)
    else:
        fut.set_result(None)
    finally:
        # Its exception holds this frame.
        fut = None


async def sock_connect(loop, sock, address):  #: 621 async def sock_connect(self, sock, address):
    fut = _selector.future(loop, 'connect', sock._of_trace)
    _sock_connect(fut, sock, address)
    try:
        return await fut  #: 641 return «await fut»
    finally:
        fut = None


  #: in asyncio/unix_events.py
async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,  #: 233 async def create_unix_connection(
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    loop = self
    if ssl:
        if server_hostname is None:
            raise ValueError(  #: 242
                'you have to pass server_hostname when using ssl')  #: 243
    else:
        if server_hostname is not None:
            raise ValueError('server_hostname is only meaningful with ssl')  #: 246
        if ssl_handshake_timeout is not None:
            raise ValueError(  #: 248
                'ssl_handshake_timeout is only meaningful with ssl')  #: 249
        if ssl_shutdown_timeout is not None:
            raise ValueError(  #: 251
                'ssl_shutdown_timeout is only meaningful with ssl')  #: 252
    if path is None:
        if sock is None:
            raise ValueError('no path and sock were specified')  #: 270
        if sock.family != AF_UNIX or sock.type != SOCK_STREAM:
            raise ValueError(  #: 273
                f'A UNIX Domain Stream Socket was expected, got {sock!r}')  #: 274
        return await _started(loop, _stream_end(sock), protocol_factory, ssl)
    if sock is not None:
        raise ValueError(  #: 256
            'path and sock can not be specified at the same time')  #: 257
    end = End(SOCK_STREAM, 'connection', AF_UNIX, 0)
    try:
        await sock_connect(loop, end, os.fspath(path))  #: 263 await self.sock_connect(sock, path)
    except BaseException:
        end.close()
        raise
    return await _started(loop, end, protocol_factory, ssl)


for _function in (create_unix_server, create_unix_connection):
    _function.__qualname__ = '_UnixSelectorEventLoop.' + _function.__name__
