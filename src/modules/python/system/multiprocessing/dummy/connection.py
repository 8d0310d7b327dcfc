"""Connections between threads: two queues each."""
from queue import Queue

__all__ = ['Client', 'Listener', 'Pipe']
families = [None]


class _Closing:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


class Listener(_Closing):
    def __init__(self, address=None, family=None, backlog=1):
        self._backlog_queue = Queue(backlog)

    @property
    def address(self):
        return self._backlog_queue

    def accept(self):
        return Connection(*self._backlog_queue.get())

    def close(self):
        self._backlog_queue = None


class Connection(_Closing):
    def __init__(self, _in, _out):
        self._in, self._out = _in, _out
        self.send = self.send_bytes = _out.put
        self.recv = self.recv_bytes = _in.get

    def poll(self, timeout=0.0):
        if not self._in.qsize() and timeout > 0:
            with self._in.not_empty:
                self._in.not_empty.wait(timeout)
        return self._in.qsize() > 0

    def close(self):
        pass


def Client(address):
    ours, theirs = Queue(), Queue()
    address.put((theirs, ours))
    return Connection(ours, theirs)


def Pipe(duplex=True):
    one, other = Queue(), Queue()
    return Connection(one, other), Connection(other, one)
