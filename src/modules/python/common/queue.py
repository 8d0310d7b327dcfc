"""Queues between threads."""
import threading
from _thread import _Empty as Empty, _Followed, _SimpleQueue as SimpleQueue, _part_lock
from _collections import deque
from heapq import heappop, heappush
from time import monotonic as time
_GenericAlias = type(list[int])

__all__ = ['Empty', 'Full', 'ShutDown', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Full(Exception):
    'Raised by Queue.put(block=0) and put_nowait().'


class ShutDown(Exception):
    'Raised when put/get with shut-down queue.'


class Queue(_Followed):
    """First in, first out; at most `maxsize` items if that is positive."""
    _kind, _label = 'thread-queue', 'queue.Queue'

    def __init__(self, maxsize=0):
        number = self._created(self._kind, maxsize, self._label)
        self.maxsize = maxsize
        self._init(maxsize)  #: 48
        self.mutex = mutex = threading._machine.allocate_lock()
        self.not_empty = threading._condition(mutex, 'queue.get', number)
        self.not_full = threading._condition(mutex, 'queue.put', number)
        self.all_tasks_done = threading._condition(mutex, 'queue.join', number)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    __class_getitem__ = classmethod(_GenericAlias)

    def task_done(self):
        """Says that an item got has been dealt with."""
        with self.mutex:
            left = self.unfinished_tasks - 1
            if left < 0:
                raise ValueError('task_done() called too many times')  #: 93
            self._used('task_done', left)
            if left == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = left

    def join(self):
        """Waits until all items have been dealt with."""
        with self.mutex:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()  #: 108

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Adds an item, waiting for room."""
        with self.mutex:
            if self.is_shutdown:
                raise ShutDown  #: 155
            if self.maxsize > 0:  #: 156
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full  #: 159
                elif timeout is None:
                    while self._qsize() >= self.maxsize:
                        self.not_full.wait()  #: 162
                        if self.is_shutdown:
                            raise ShutDown  #: 164
                elif timeout < 0:  #: 165 elif «timeout < 0»:
                    raise ValueError("'timeout' must be a non-negative number")  #: 166
                else:
                    end = time() + timeout
                    while self._qsize() >= self.maxsize:
                        remaining = end - time()
                        if remaining < threading._OVER:
                            raise Full  #: 172
                        self.not_full.wait(remaining)  #: 173
                        if self.is_shutdown:
                            raise ShutDown  #: 175
            self._put(item)  #: 176
            self._used('put', self._place_put(), 0, item)
            self.unfinished_tasks += 1
            if self.not_empty._waiters:
                self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Takes an item out, waiting for one."""
        with self.mutex:
            if self.is_shutdown and not self._qsize():
                raise ShutDown  #: 196
            if not block:
                if not self._qsize():
                    raise Empty  #: 199
            elif timeout is None:
                while not self._qsize():
                    self.not_empty.wait()  #: 202
                    if self.is_shutdown and not self._qsize():
                        raise ShutDown  #: 204
            elif timeout < 0:  #: 205 elif «timeout < 0»:
                raise ValueError("'timeout' must be a non-negative number")  #: 206
            else:
                end = time() + timeout
                while not self._qsize():
                    remaining = end - time()
                    if remaining < threading._OVER:
                        raise Empty  #: 212
                    self.not_empty.wait(remaining)  #: 213
                    if self.is_shutdown and not self._qsize():
                        raise ShutDown  #: 215
            item = self._get()  #: 216
            self._used('get', self._place_got(), 0, item)
            if self.not_full._waiters:
                self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)  #: 226

    def get_nowait(self):
        return self.get(block=False)  #: 234

    def shutdown(self, immediate=False):
        """Lets puts fail from now on, and gets once the queue is empty, or at once."""
        with self.mutex:
            self.is_shutdown = True
            self._used('shutdown', bool(immediate))
            if immediate:
                while self._qsize():
                    item = self._get()
                    self._used('get', self._place_got(), 0, item)
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    # What kinds of queues differ in.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)  #: 268

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()  #: 276

    # Where the last item went to or came from, for the trace.

    def _place_put(self):
        return self._qsize() - 1

    def _place_got(self):
        return 0


threading._machine._queue_shortcuts(Queue)


class PriorityQueue(Queue):
    """The smallest item comes first."""
    _kind, _label = 'thread-priority-queue', 'queue.PriorityQueue'

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)  #: 294

    def _get(self):
        return heappop(self.queue)  #: 297

    def _place_put(self):
        return -1

    _place_got = _place_put


class LifoQueue(Queue):
    """The item put last comes first."""
    _kind, _label = 'thread-lifo-queue', 'queue.LifoQueue'

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()  #: 313

    def _place_got(self):
        return self._qsize()


class _PySimpleQueue:
    """A SimpleQueue in Python, as CPython keeps one beside its own."""

    def __init__(self):
        self._queue, self._count = deque(), threading.Semaphore(0)

    def put(self, item, block=True, timeout=None):
        self._queue.append(item)
        self._count.release()

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout):
            raise Empty
        return self._queue.popleft()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return len(self._queue) == 0

    def qsize(self):
        return len(self._queue)

    __class_getitem__ = classmethod(_GenericAlias)
