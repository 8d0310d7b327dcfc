"""What leads to a server: by host and port, or by the path of a socket."""
from dataclasses import dataclass as _dataclass
from os import PathLike as _PathLike

from anyio._errors import ConnectionFailed as _ConnectionFailed
from anyio.abc import ByteStreamConnectable as _ByteStreamConnectable


@_dataclass
class TCPConnectable(_ByteStreamConnectable):
    __module__ = 'anyio'
    host: 'str | IPv4Address | IPv6Address'
    port: 'int'

    def __post_init__(self):
        if not 1 <= self.port <= 65535:
            raise ValueError('TCP port number out of range')

    async def connect(self):
        from anyio import connect_tcp
        try:
            return await connect_tcp(self.host, self.port)
        except OSError as error:
            raise _ConnectionFailed(f'error connecting to {self.host}:{self.port}: {error}') from error


@_dataclass
class UNIXConnectable(_ByteStreamConnectable):
    __module__ = 'anyio'
    path: 'str | bytes | PathLike[str] | PathLike[bytes]'

    async def connect(self):
        from anyio import connect_unix
        try:
            return await connect_unix(self.path)
        except OSError as error:
            raise _ConnectionFailed(f'error connecting to {self.path!r}: {error}') from error


def as_connectable(remote, /, *, tls=False, ssl_context=None, tls_hostname=None, tls_standard_compatible=True):
    if isinstance(remote, _ByteStreamConnectable):
        return remote
    if isinstance(remote, tuple) and len(remote) == 2:
        made = TCPConnectable(*remote)
    elif isinstance(remote, (str, bytes, _PathLike)):
        made = UNIXConnectable(remote)
    else:
        raise TypeError(f'cannot convert {remote!r} to a connectable')
    if tls:
        from anyio.streams.tls import TLSConnectable
        return TLSConnectable(made, ssl_context=ssl_context, hostname=tls_hostname, standard_compatible=tls_standard_compatible)
    return made
