"""Pickling for other processes, which get sockets as well."""
import copyreg
import io
import pickle
import sys
import _processes


class ForkingPickler(pickle.Pickler):
    _extra = {}

    @classmethod
    def register(cls, type, reduce):
        cls._extra[type] = reduce

    def reducer_override(self, obj):
        kind = type(obj)
        if kind in self._extra:
            return self._extra[kind](obj)
        if kind is getattr(sys.modules.get('socket'), 'socket', None):
            return _reduce_socket(obj)
        return NotImplemented

    @classmethod
    def dumps(cls, obj, protocol=None):
        buffer = io.BytesIO()
        cls(buffer, protocol).dump(obj)  #: 51 «cls(buf, protocol).dump(obj)»
        return memoryview(buffer.getvalue())

    loads = pickle.loads


register = ForkingPickler.register

HAVE_SEND_HANDLE = True


def sendfds(sock, fds):  #: in multiprocessing/reduction.py
    """Sends descriptors over a socket of the system's own."""
    import array
    import socket
    fds = array.array('i', fds)  #: 147
    sock.sendmsg([bytes([len(fds) % 256])], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])  #: 149 sock.sendmsg([msg], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])


def recvfds(sock, size):
    """Receives up to so many descriptors."""
    import array
    import socket
    fds = array.array('i')
    message, ancillary, _, _ = sock.recvmsg(1, socket.CMSG_SPACE(fds.itemsize * size))  #: 157 msg, ancdata, flags, addr = «sock.recvmsg(1, socket.CMSG_SPACE(bytes_size))»
    if not message and not ancillary:
        raise EOFError  #: 159
    if len(ancillary) != 1:
        raise RuntimeError('received %d items of ancdata' % len(ancillary))  #: 164 raise RuntimeError('received %d items of ancdata' %⏎                   len(ancdata))
    level, kind, numbers = ancillary[0]
    if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS) and len(numbers) % fds.itemsize == 0:
        fds.frombytes(numbers)
        if message and len(fds) % 256 != message[0]:
            raise AssertionError(f'Len is {len(fds):n} but msg[0] is {message[0]!r}')
        if message:
            return list(fds)
    raise RuntimeError('Invalid data received')  #: 179


def send_handle(conn, handle, destination_pid):
    """Sends a descriptor over a connection."""
    import socket
    with socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM) as sock:  #: 183 with «socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM)» as s:
        sendfds(sock, [handle])  #: 184 sendfds(s, [handle])


def recv_handle(conn):
    """Receives one."""
    import socket
    with socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM) as sock:  #: 188 with «socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM)» as s:
        return recvfds(sock, 1)[0]  #: 189 return «recvfds(s, 1)»[0]


def dumps(obj):  #: -
    return ForkingPickler.dumps(obj).obj


def dump_whole(obj):  #: in multiprocessing/reduction.py dump
    buffer = io.BytesIO()
    ForkingPickler(buffer).dump(obj)  #: 60 ForkingPickler(file, protocol).dump(obj)
    return buffer.getvalue()


def _reduce_socket(sock):  #: in multiprocessing/reduction.py
    import _wires
    end = sock._open()
    if end.type == 1 and end.is_within():
        _wires.part(end)
    elif end.peer is not None:
        import _frames
        _frames.not_supported("another process's use of a connection with an outside host", 'a connection of its own')
    wire = end._wire and [_processes.keep(one) for one in end._wire]
    return _rebuild_socket, (end.type, end.family, end.proto, end.local, end.remote, end.listening, end.options, wire)


def _rebuild_socket(type, family, proto, local, remote, listening, options, wire):
    import _sockets
    import socket
    end = _sockets.End(type, 'socket', family, proto)
    end.local, end.remote, end.listening, end.options = local, remote, listening, options
    if wire:
        end.take(*map(_processes.kept, wire))
    end.inherit()
    return socket.socket(fileno=end.fileno())
