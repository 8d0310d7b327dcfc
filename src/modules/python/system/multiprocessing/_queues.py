"""multiprocessing's pipes and queues."""
import pickle
import time as _time
import _processes
from multiprocessing import _process
from multiprocessing._sync import BoundedSemaphore, Lock, Semaphore, _Part, _Shared
from multiprocessing.reduction import dumps as _dumps
from queue import Empty, Full

_MAX = 2 ** 31 - 1


class _ConnectionBase:
    __module__ = 'multiprocessing.connection'
    # The end of a socket whose pipes these are, and what others find under its number.
    _socket = _descriptor = None

    def __init__(self, reader, writer):
        self._reader, self._writer = reader, writer
        self._left = b''

    readable = property(lambda self: self._reader is not None)
    writable = property(lambda self: self._writer is not None)

    @property
    def closed(self):
        return (self._reader or self._writer).closed

    def _check_closed(self):  #: in multiprocessing/connection.py
        if self.closed:
            raise OSError('handle is closed')  #: 137 raise OSError("handle is closed")

    def _check_readable(self):
        if self._reader is None:
            raise OSError('connection is write-only')  #: 141 raise OSError("connection is write-only")

    def _check_writable(self):
        if self._writer is None:
            raise OSError('connection is read-only')  #: 145 raise OSError("connection is read-only")

    def fileno(self):
        self._check_closed()  #: 171
        known = self._descriptor
        if known is None or known.process != _processes.getpid():
            from _pipes import Connection as Descriptor
            # A forked process has the number of its parent's.
            known = self._descriptor = Descriptor(self._reader, self._writer, known and known.number)
        return known.number

    def __del__(self):
        if self._descriptor is not None:
            self._descriptor.release()

    def close(self):
        if self._descriptor is not None:
            self._descriptor.release()
        for end in self._reader, self._writer:
            if end is not None:
                end.close()
        if self._socket is not None:
            self._socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def send_bytes(self, buf, offset=0, size=None):
        self._check_closed()  #: 184
        self._check_writable()  #: 185
        view = memoryview(buf)  #: 186 m = «memoryview(buf)»
        view = view.cast('B')
        if offset < 0:
            raise ValueError('offset is negative')  #: 191 raise ValueError("offset is negative")
        if len(view) < offset:
            raise ValueError('buffer length < offset')  #: 193 raise ValueError("buffer length < offset")
        if size is None:
            size = len(view) - offset
        elif size < 0:
            raise ValueError('size is negative')  #: 197 raise ValueError("size is negative")
        elif offset + size > len(view):
            raise ValueError('buffer length < offset + size')  #: 199 raise ValueError("buffer length < offset + size")
        self._send_bytes(bytes(view[offset:offset + size]))  #: 200 self._send_bytes(m[offset:offset + size])

    def send(self, obj):  #: in multiprocessing/connection.py
        self._check_closed()  #: 204
        self._check_writable()  #: 205
        data = _dumps(obj)  #: 206 self._send_bytes(«_ForkingPickler.dumps(obj)»)
        self._send_bytes(data)  #: 206 self._send_bytes(_ForkingPickler.dumps(obj))

    def recv_bytes(self, maxlength=None):
        self._check_closed()  #: 212
        self._check_readable()  #: 213
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')  #: 215 raise ValueError("negative maxlength")
        found = self._recv_bytes(maxlength)  #: 216 buf = «self._recv_bytes(maxlength)»
        if found is None:
            self._bad_message_length()  #: 218
        return found

    def recv_bytes_into(self, buf, offset=0):
        """Puts a message into a buffer at an offset, in bytes; its length."""
        self._check_closed()  #: 226
        self._check_readable()  #: 227
        view = memoryview(buf)
        place = view.cast('B')
        if offset < 0:
            raise ValueError('negative offset')  #: 233 raise ValueError("negative offset")
        if offset > len(place):
            raise ValueError('offset too large')  #: 235 raise ValueError("offset too large")
        data = self._recv_bytes()  #: 236 result = «self._recv_bytes()»
        if len(place) < offset + len(data):
            raise _process.BufferTooShort(data)  #: 239 raise BufferTooShort(«result.getvalue()»)
        place[offset:offset + len(data)] = data
        return len(data)

    def _bad_message_length(self):
        if self._writer is None:
            self.close()
        else:
            # Nothing can be read any more, and the other side may still send.
            self._unread, self._reader = self._reader, None
        raise OSError('bad message length')  #: 152 raise OSError("bad message length")

    def recv(self):
        self._check_closed()  #: 248
        self._check_readable()  #: 249
        data = self._recv_bytes()  #: 250 buf = «self._recv_bytes()»
        return pickle.loads(data)  #: 251 return «_ForkingPickler.loads(buf.getbuffer())»

    def poll(self, timeout=0.0):
        self._check_closed()  #: 255
        self._check_readable()  #: 256
        return self._poll(timeout)  #: 257


class Connection(_ConnectionBase):
    """One side of a pipe, over which objects travel."""
    __module__ = 'multiprocessing.connection'

    def __getstate__(self):
        return [end and _process.keep_end(end) for end in (self._reader, self._writer)]

    def __setstate__(self, state):
        self._reader, self._writer = (None if number is None else _processes.kept(number) for number in state)
        self._left = b''

    def _send_bytes(self, data):
        whole = len(data).to_bytes(4, 'big') + data
        if len(data) > 16384:
            # CPython sends the length by itself.
            self._send(whole)  #: 420 self._send(header)
        else:
            self._send(whole)  #: 427 self._send(header + buf)

    def _send(self, data):
        self._writer.write(data)  #: 384 n = «write(self._handle, buf)»

    def _push(self, data):
        """As send_bytes, without waiting for room."""
        self._writer.push(len(data).to_bytes(4, 'big') + data)

    def _recv(self, count):
        parts, left = [], count
        while left:
            found = self._reader.read(left)  #: 395 chunk = «read(handle, remaining)»
            if not found:
                if left == count:
                    raise EOFError  #: 399
                raise OSError('got end of file during message')  #: 401 raise OSError("got end of file during message")
            parts.append(found)
            left -= len(found)
        return b''.join(parts)

    def _recv_bytes(self, most=None):
        size = int.from_bytes(self._recv(4), 'big')  #: 430 buf = «self._recv(4)»
        if most is not None and size > most:
            return None
        return self._recv(size)  #: 437 return «self._recv(size)»

    def _poll(self, timeout):
        ready = wait([self], timeout)  #: 440 r = «wait([self], timeout)»
        return bool(ready)


def Pipe(duplex=True):
    """Two connections: what one sends the other receives."""
    _process.joins_at_exit()
    if not duplex:
        reader, writer = _processes.pipe()
        return Connection(reader, None), Connection(None, writer)
    (r1, w1), (r2, w2) = _processes.pipe(), _processes.pipe()
    return Connection(r1, w2), Connection(r2, w1)


def wait(object_list, timeout=None):
    """Those of the connections and sentinels that are ready."""
    objects = list(object_list)
    ends = [o._reader if isinstance(o, Connection) else _numbered(o) if isinstance(o, int) else None for o in objects]
    if None in ends:
        return _wait_besides(objects, timeout)
    if timeout is not None:
        0.0 + timeout  #: 1145 deadline = «time.monotonic() + timeout»
    ready = _select(ends, timeout if timeout is None else max(timeout, 0))  #: 1148 ready = «selector.select(timeout)»
    return [objects[at] for at in ready]


def _wait_besides(objects, timeout):
    """The same where there are sockets and the like among them."""
    import selectors
    with selectors.DefaultSelector() as selector:
        for each in objects:
            selector.register(each, selectors.EVENT_READ)
        return [key.fileobj for key, _ in selector.select(timeout)]


def _numbered(number):
    """The end of a pipe with that number, such as a process's sentinel."""
    import _descriptors
    return getattr(_descriptors.find(number), '_end', None)


def _select(ends, timeout):  #: in selectors.py select
    return _processes.wait_any(ends, timeout)  #: 398 fd_event_list = «self._selector.poll(timeout)»


class SimpleQueue(_Shared):  #: in multiprocessing/queues.py
    """A pipe with locks."""
    __class_getitem__ = classmethod(type(list[int]))
    __module__ = 'multiprocessing.queues'

    def __init__(self, *, ctx):
        self._reader, self._writer = Pipe(duplex=False)
        self._rlock, self._wlock = Lock(ctx=ctx), Lock(ctx=ctx)

    _kind = 'simple-queue'
    _part = property(lambda self: self._rlock._semlock)

    def _appears(self):
        number = super()._appears()
        self._part.serves(number, 'queue.get')
        self._reader._reader.serves(number, 'queue.get')

    def __getstate__(self):
        _process.assert_spawning(self)
        return self._reader, self._writer, self._rlock, self._wlock

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._wlock = state

    def close(self):
        self._reader.close()  #: 369
        self._writer.close()  #: 370

    def empty(self):
        return not self._reader.poll()

    def get(self):
        with self._rlock:
            data = self._reader.recv_bytes()  #: 385 res = «self._reader.recv_bytes()»
        item = pickle.loads(data)
        self._did('get', 0, item)
        return item

    def put(self, obj):
        data = _dumps(obj)  #: 391 obj = «_ForkingPickler.dumps(obj)»
        self._did('put', -1, obj)
        with self._wlock:
            self._writer.send_bytes(data)  #: 397 self._writer.send_bytes(obj)


class Queue(_Shared):
    """A queue that processes share."""
    __module__ = 'multiprocessing.queues'

    def __init__(self, maxsize=0, *, ctx):
        if maxsize <= 0:  #: 36
            maxsize = _MAX
        self._maxsize = maxsize
        self._reader, self._writer = Pipe(duplex=False)
        self._rlock, self._sem = Lock(ctx=ctx), BoundedSemaphore(maxsize, ctx=ctx)
        self._closed = self._has_sent = False

    _kind = 'simple-queue'
    _part = property(lambda self: self._sem._semlock)

    def _appears(self):
        number = super()._appears(self._maxsize if self._maxsize < _MAX else 0)
        self._part.serves(number, 'queue.put')
        for part in self._rlock._semlock, self._reader._reader:
            part.serves(number, 'queue.get')
        return number

    def __getstate__(self):
        _process.assert_spawning(self)  #: 56 context.assert_spawning(self)
        return self.__dict__.copy()

    def __setstate__(self, state):
        self.__dict__.update(state)

    __class_getitem__ = classmethod(type(list[int]))

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')  #: 86 raise ValueError(f"Queue {self!r} is closed")
        if not self._sem.acquire(block, timeout):  #: 87 if not «self._sem.acquire(block, timeout)»:
            raise Full  #: 88
        self._send(obj)

    def _send(self, obj):  #: in multiprocessing/queues.py _feed
        try:
            data = _dumps(obj)  #: 262 obj = «_ForkingPickler.dumps(obj)»
        except Exception as exc:
            # The thread that sends, elsewhere, reports it; put() does not fail.
            self._sem.release()
            self._on_queue_feeder_error(exc, obj)
        else:
            self._has_sent = True
            self._did('put', -1, obj)
            self._writer._push(data)

    @staticmethod
    def _on_queue_feeder_error(e, obj):  #: -
        import traceback
        traceback.print_exception(e)

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')  #: 98 raise ValueError(f"Queue {self!r} is closed")
        if block and timeout is None:
            with self._rlock:
                data = self._reader.recv_bytes()  #: 101 res = «self._recv_bytes()»
            self._sem.release()
        else:
            end = None
            if block:
                end = _time.monotonic() + timeout  #: 105 deadline = «time.monotonic() + timeout»
            if not self._rlock.acquire(block, timeout):
                raise Empty  #: 107
            try:
                if block:
                    if not self._reader.poll(max(end - _time.monotonic(), 0)):  #: 111 if not «self._poll(timeout)»:
                        raise Empty  #: 112
                elif not self._reader.poll():  #: 113 elif not «self._poll()»:
                    raise Empty  #: 114
                data = self._reader.recv_bytes()  #: 115 res = «self._recv_bytes()»
                self._sem.release()
            finally:
                self._rlock.release()
        item = pickle.loads(data)  #: 120 return «_ForkingPickler.loads(res)»
        self._did('get', 0, item)
        return item

    def qsize(self):
        return self._maxsize - self._sem.get_value()

    def empty(self):
        return not self._reader.poll()

    def full(self):
        return self._sem.get_value() == 0

    def get_nowait(self):
        return self.get(False)  #: 133

    def put_nowait(self, obj):
        return self.put(obj, False)  #: 136

    def close(self):
        self._closed = True
        # A thread that sends, elsewhere, closes it: there is one once something has been put.
        if self._has_sent:
            self._reader.close()

    def join_thread(self):
        assert self._closed, f'Queue {self!r} not closed'

    def cancel_join_thread(self):
        pass


class JoinableQueue(Queue):
    """A queue whose items can be waited for."""
    __module__ = 'multiprocessing.queues'

    def __init__(self, maxsize=0, *, ctx):
        super().__init__(maxsize, ctx=ctx)  #: 317 Queue.__init__(self, maxsize, ctx=ctx)
        self._unfinished, self._cond = Semaphore(0, ctx=ctx), _Part(ctx=ctx)

    _kind = 'thread-queue'

    def _appears(self):
        self._cond._serves(super()._appears(), 'queue.join')

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')  #: 330 raise ValueError(f"Queue {self!r} is closed")
        if not self._sem.acquire(block, timeout):
            raise Full  #: 332
        with self._cond:
            self._unfinished.release()
            self._send(obj)

    def task_done(self):
        with self._cond:
            if not self._unfinished.acquire(False):
                raise ValueError('task_done() called too many times')  #: 344
            self._did('task_done', self._unfinished.get_value())
            if self._unfinished.get_value() == 0:
                self._cond.notify_all()

    def join(self):
        with self._cond:
            if self._unfinished.get_value() != 0:
                self._cond.wait()  #: 351
