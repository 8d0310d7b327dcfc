"""Queues between greenlets. Those that wait are served by the loop, in their order."""
import heapq
from collections import deque
from queue import Empty, Full, ShutDown
from types import GenericAlias

from gevent.event import Event
from gevent.hub import Waiter, get_hub
from gevent.timeout import Timeout
from greenlet import getcurrent

__all__ = ['Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue', 'JoinableQueue', 'Channel', 'Empty', 'Full', 'ShutDown']


class _Waiting:
    """The greenlets that wait to get and to put."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self):
        self.getters, self.putters, self.hub, self._event_unlock = deque(), deque(), get_hub(), None

    def _schedule_unlock(self):
        if not self._event_unlock:
            self._event_unlock = self.hub.loop.run_callback(self._unlock)

    def _awaited(self, among, entry, waiter, timeout, error):
        """What the waiter gets, which stands among others meanwhile."""
        timer = Timeout._start_new_or_dummy(timeout, error)
        try:
            among.append(entry)
            if self.getters and self.putters or among is self.putters and self.getters:
                self._schedule_unlock()
            return waiter.get('queue.get' if among is self.getters else 'queue.put')
        finally:
            timer.cancel()
            if entry in among:
                among.remove(entry)

    def __iter__(self):
        return self

    def __next__(self):
        found = self.get()
        if found is StopIteration:
            raise found
        return found

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)


class SimpleQueue(_Waiting):
    def __init__(self, maxsize=None, items=(), _warn_depth=2):
        if maxsize == 0:
            import warnings
            warnings.warn('Queue(0) now equivalent to Queue(None); if you want a channel, use Channel', DeprecationWarning, stacklevel=_warn_depth)
        super().__init__()
        self._maxsize, self.is_shutdown = maxsize if maxsize is not None and maxsize > 0 else -1, False
        self.queue = self._create_queue(items)

    def _create_queue(self, items=()):
        return deque(items)

    def _qsize(self):
        return len(self.queue)

    def _get(self):
        return self.queue.popleft()

    def _put(self, item):
        self.queue.append(item)

    def _peek(self):
        return self.queue[0]

    @property
    def maxsize(self):
        return self._maxsize if self._maxsize > 0 else None

    @maxsize.setter
    def maxsize(self, value):
        self._maxsize = value if value is not None and value > 0 else -1

    def copy(self):
        return type(self)(self.maxsize, self.queue)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}{self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__}{self._format()}>'

    def _format(self):
        words = [] if self.maxsize is None else [f'maxsize={self.maxsize!r}']
        if self.queue:
            words.append(f'queue={self.queue!r}')
        words += [f'{name}[{len(those)}]' for name, those in (('getters', self.getters), ('putters', self.putters)) if those]
        return ''.join(f' {word}' for word in words)

    def qsize(self):
        return self._qsize()

    __len__ = qsize

    def __bool__(self):
        return True

    def empty(self):
        return not self.qsize()

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    def put(self, item, block=True, timeout=None):
        if self.is_shutdown:
            raise ShutDown
        if not self.full():
            if block and timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            self._put(item)
            if self.getters:
                self._schedule_unlock()
        elif block and getcurrent() is not self.hub:
            waiter = Waiter(self.hub)
            self._awaited(self.putters, (waiter, item), waiter, timeout, Full)
        else:
            raise Full

    def _got(self, method, block, timeout):
        if self.qsize():
            if self.putters:
                self._schedule_unlock()
            return method()
        if self.is_shutdown:
            raise ShutDown
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not block or getcurrent() is self.hub:
            raise Empty
        waiter = Waiter(self.hub)
        self._awaited(self.getters, waiter, waiter, timeout, Empty)
        return method()

    def get(self, block=True, timeout=None):
        return self._got(self._get, block, timeout)

    def peek(self, block=True, timeout=None):
        return self._got(self._peek, block, timeout)

    def peek_nowait(self):
        return self.peek(False)

    def _unlock(self):
        again = True
        while again:
            again = False
            if self.putters and not self.full():
                again = True
                waiter, item = self.putters.popleft()
                self._put(item)
                waiter.switch(waiter)
            if self.getters and self.qsize():
                again = True
                waiter = self.getters.popleft()
                waiter.switch(waiter)


class Queue(SimpleQueue):
    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        super().__init__(maxsize, items, _warn_depth=3)
        self._cond = Event()
        self.unfinished_tasks = unfinished_tasks or len(items or ())
        if not self.unfinished_tasks:
            self._cond.set()

    def copy(self):
        return type(self)(self.maxsize, self.queue, self.unfinished_tasks)

    def _format(self):
        tasks = f' tasks={self.unfinished_tasks} _cond={self._cond}' if self.unfinished_tasks else ''
        return super()._format() + tasks

    def _put(self, item):
        super()._put(item)
        self._did_put_task()

    def _did_put_task(self):
        self.unfinished_tasks += 1
        self._cond.clear()

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1
        if not self.unfinished_tasks:
            self._cond.set()

    def join(self, timeout=None):
        return self._cond.wait(timeout=timeout)

    def shutdown(self, immediate=False):
        self.is_shutdown = True
        while immediate and self.qsize():
            self._get()
            self.task_done()
        waiting = [*self.getters, *(waiter for waiter, _ in self.putters)]
        self.getters.clear()
        self.putters.clear()
        for waiter in waiting:
            self.hub.loop.run_callback(waiter.throw, ShutDown)


JoinableQueue = Queue


class PriorityQueue(Queue):
    def _create_queue(self, items=()):
        made = list(items)
        heapq.heapify(made)
        return made

    def _put(self, item):
        heapq.heappush(self.queue, item)
        self._did_put_task()

    def _get(self):
        return heapq.heappop(self.queue)


class LifoQueue(Queue):
    def _create_queue(self, items=()):
        return list(items)

    def _put(self, item):
        self.queue.append(item)
        self._did_put_task()

    def _get(self):
        return self.queue.pop()

    def _peek(self):
        return self.queue[-1]


class Channel(_Waiting):
    """Hands each item from one greenlet to another."""

    def __init__(self, maxsize=1):
        if maxsize != 1:
            raise ValueError('Channels have a maxsize of 1')
        super().__init__()

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def _format(self):
        return ''.join(f' {name}[{len(those)}]' for name, those in (('getters', self.getters), ('putters', self.putters)) if those)

    @property
    def balance(self):
        return len(self.putters) - len(self.getters)

    def qsize(self):
        return 0

    def empty(self):
        return True

    full = empty

    def put(self, item, block=True, timeout=None):
        waiter = Waiter(self.hub)
        self._awaited(self.putters, (item, waiter), waiter, timeout if block else 0, Full)

    def get(self, block=True, timeout=None):
        waiter = Waiter(self.hub)
        return self._awaited(self.getters, waiter, waiter, timeout if block else 0, Empty)

    def _unlock(self):
        while self.putters and self.getters:
            getter = self.getters.popleft()
            item, putter = self.putters.popleft()
            getter.switch(item)
            putter.switch(putter)


for _kind in (SimpleQueue, Queue, PriorityQueue, LifoQueue, Channel):
    _kind.__module__ = 'gevent._gevent_cqueue'
