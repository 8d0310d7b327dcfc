"""`Connection` derives from `_ConnectionBase`, which has what all kinds of connections share."""
import multiprocessing.connection as connections

base = connections._ConnectionBase
print(base, connections.Connection.__mro__)
print([name for name in ('send', 'recv', 'poll', 'close', 'send_bytes', 'recv_bytes', 'recv_bytes_into', 'fileno', 'closed', 'readable',
                         '_check_closed', '_send', '_recv', '_poll', '_send_bytes', '_recv_bytes') if name in vars(base)])
one, other = connections.Pipe()
print(isinstance(one, base), isinstance(other, connections.Connection), hasattr(connections, 'PipeConnection'))


class Counting(connections.Connection):
    sent = 0

    def send(self, obj):
        type(self).sent += 1
        super().send(obj)


one.send({'a': 1})
print(other.recv(), Counting.sent, base.__subclasses__()[0].__name__)
