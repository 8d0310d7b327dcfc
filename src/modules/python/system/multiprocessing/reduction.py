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
