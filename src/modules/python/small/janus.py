"""A queue with two ends: one for threads, one for tasks."""
import asyncio
import threading
from asyncio import QueueEmpty as AsyncQueueEmpty, QueueFull as AsyncQueueFull, QueueShutDown as AsyncQueueShutDown
from collections import deque
from heapq import heappop, heappush
from queue import Empty as SyncQueueEmpty, Full as SyncQueueFull, ShutDown as SyncQueueShutDown
from time import monotonic
from typing import Generic, Protocol, TypeVar

__version__ = '2.0.0'
__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'SyncQueue', 'SyncQueueEmpty', 'SyncQueueFull', 'SyncQueueShutDown',
           'AsyncQueue', 'AsyncQueueEmpty', 'AsyncQueueFull', 'AsyncQueueShutDown', 'BaseQueue')

T = TypeVar('T')


class BaseQueue(Protocol[T]):
    """What both ends have."""


class SyncQueue(BaseQueue[T], Protocol[T]):
    """The end for threads."""


class AsyncQueue(BaseQueue[T], Protocol[T]):
    """The end for tasks."""


class _Side:
    """What threads or tasks wait for on one condition, and how many do."""

    def __init__(self, threads, tasks):
        self.threads, self.tasks = threads, tasks
        self.waiting_threads = self.waiting_tasks = 0


class Queue(Generic[T]):
    """A queue whose items come in their order."""
    _loop = None

    def __init__(self, maxsize=0):
        self._maxsize, self._is_shutdown, self._unfinished_tasks = maxsize, False, 0
        self._init(maxsize)
        self._sync_mutex, self._async_mutex = threading.Lock(), asyncio.Lock()
        self._not_empty, self._not_full, self._tasks_done = (
            _Side(threading.Condition(self._sync_mutex), asyncio.Condition(self._async_mutex)) for _ in range(3))
        self._pending = deque()
        self._sync_queue, self._async_queue = _SyncQueueProxy(self), _AsyncQueueProxy(self)

    def _get_loop(self):
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return loop

    def shutdown(self, immediate=False):
        with self._sync_mutex:
            self._is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    self._unfinished_tasks = max(self._unfinished_tasks - 1, 0)
                self._tell(self._tasks_done, 'notify_all')
            for side in (self._not_empty, self._not_full):
                if side.waiting_threads:
                    side.threads.notify_all()
            for side in (self._not_empty, self._not_full):
                if side.waiting_tasks:
                    self._notify_async(side.tasks.notify_all)

    def close(self):
        self.shutdown(immediate=True)

    async def wait_closed(self):
        if not self._is_shutdown:
            raise RuntimeError('Waiting for non-closed queue')
        await asyncio.sleep(0)
        if self._pending:
            await asyncio.wait(self._pending)

    async def aclose(self):
        self.close()
        await self.wait_closed()

    @property
    def closed(self):
        return self._is_shutdown and not self._pending

    @property
    def maxsize(self):
        return self._maxsize

    @property
    def sync_q(self):
        return self._sync_queue

    @property
    def async_q(self):
        return self._async_queue

    def _init(self, maxsize):
        self._queue = deque()

    def _qsize(self):
        return len(self._queue)

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.popleft()

    def _is_full(self):
        return 0 < self._maxsize <= self._qsize()

    def _tell(self, side, how='notify', tasks_first=False, at_once=False):
        """Wakes who waits on a side; `at_once`: a task does it, which holds the tasks' lock."""
        def wake_threads():
            if side.waiting_threads:
                getattr(side.threads, how)()

        if not tasks_first:
            wake_threads()
        if side.waiting_tasks:
            wake = getattr(side.tasks, how)
            wake() if at_once else self._notify_async(wake)
        if tasks_first:
            wake_threads()

    async def _wake_tasks(self, wake):
        async with self._async_mutex:
            wake()

    def _begin_waking(self, loop, wake):
        task = loop.create_task(self._wake_tasks(wake))
        task.add_done_callback(self._pending.remove)
        self._pending.append(task)

    def _notify_async(self, wake):
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._begin_waking, loop, wake)


class PriorityQueue(Queue[T]):
    """A queue whose least item comes first."""

    def _init(self, maxsize):
        self._heap_queue = []

    def _qsize(self):
        return len(self._heap_queue)

    def _put(self, item):
        heappush(self._heap_queue, item)

    def _get(self):
        return heappop(self._heap_queue)


class LifoQueue(Queue[T]):
    """A queue whose newest item comes first."""

    def _get(self):
        return self._queue.pop()


class _End:
    """What the two ends have in common."""

    def __init__(self, parent):
        self._parent = parent

    @property
    def maxsize(self):
        return self._parent._maxsize

    @property
    def closed(self):
        return self._parent.closed

    @property
    def unfinished_tasks(self):
        return self._parent._unfinished_tasks

    def qsize(self):
        return self._parent._qsize()

    def empty(self):
        return not self._parent._qsize()

    def full(self):
        return self._parent._is_full()

    def shutdown(self, immediate=False):
        self._parent.shutdown(immediate)

    def task_done(self):
        parent = self._parent
        with parent._sync_mutex:
            if parent._unfinished_tasks <= 0:
                raise ValueError('task_done() called too many times')
            parent._unfinished_tasks -= 1
            if not parent._unfinished_tasks:
                parent._tell(parent._tasks_done, 'notify_all', self._tasks)


class _SyncQueueProxy(_End, SyncQueue[T]):
    _tasks = False

    def __init__(self, parent):
        super().__init__(parent)

    def _wait(self, side, waits, ended, missed, block, timeout):
        """Until it need not wait, holding the lock; `missed` is raised when there is no time left."""
        parent = self._parent
        if ended():
            raise SyncQueueShutDown
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        until = None if timeout is None else monotonic() + timeout
        while waits():
            remaining = None if until is None else until - monotonic()
            if not block or remaining is not None and remaining <= 0:
                raise missed
            side.waiting_threads += 1
            try:
                side.threads.wait(remaining)
            finally:
                side.waiting_threads -= 1
            if ended():
                raise SyncQueueShutDown

    def put(self, item, block=True, timeout=None):
        parent = self._parent
        with parent._sync_mutex:
            timeout = timeout if parent._maxsize > 0 else None
            self._wait(parent._not_full, parent._is_full, lambda: parent._is_shutdown, SyncQueueFull, block, timeout)
            parent._put(item)
            parent._unfinished_tasks += 1
            parent._tell(parent._not_empty)

    def get(self, block=True, timeout=None):
        parent = self._parent
        with parent._sync_mutex:
            ended = lambda: parent._is_shutdown and not parent._qsize()
            self._wait(parent._not_empty, self.empty, ended, SyncQueueEmpty, block, timeout)
            item = parent._get()
            parent._tell(parent._not_full)
            return item

    def put_nowait(self, item):
        self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def join(self):
        parent = self._parent
        with parent._sync_mutex:
            while parent._unfinished_tasks:
                parent._tasks_done.waiting_threads += 1
                try:
                    parent._tasks_done.threads.wait()
                finally:
                    parent._tasks_done.waiting_threads -= 1


class _AsyncQueueProxy(_End, AsyncQueue[T]):
    _tasks = True

    def __init__(self, parent):
        super().__init__(parent)

    async def _wait(self, side, waits, ended):
        """Until it need not wait, holding both locks, the threads' not while it waits."""
        parent = self._parent
        if ended():
            raise AsyncQueueShutDown
        parent._get_loop()
        while waits():
            side.waiting_tasks += 1
            parent._sync_mutex.release()
            try:
                await side.tasks.wait()
            finally:
                parent._sync_mutex.acquire()
                side.waiting_tasks -= 1
            if ended():
                raise AsyncQueueShutDown

    async def put(self, item):
        parent = self._parent
        async with parent._async_mutex:
            with parent._sync_mutex:
                await self._wait(parent._not_full, parent._is_full, lambda: parent._is_shutdown)
                parent._put(item)
                parent._unfinished_tasks += 1
                parent._tell(parent._not_empty, tasks_first=True, at_once=True)

    async def get(self):
        parent = self._parent
        async with parent._async_mutex:
            with parent._sync_mutex:
                await self._wait(parent._not_empty, self.empty, lambda: parent._is_shutdown and not parent._qsize())
                item = parent._get()
                parent._tell(parent._not_full, tasks_first=True, at_once=True)
                return item

    def put_nowait(self, item):
        parent = self._parent
        with parent._sync_mutex:
            if parent._is_shutdown:
                raise AsyncQueueShutDown
            parent._get_loop()
            if parent._is_full():
                raise AsyncQueueFull
            parent._put(item)
            parent._unfinished_tasks += 1
            parent._tell(parent._not_empty, tasks_first=True)

    def get_nowait(self):
        parent = self._parent
        with parent._sync_mutex:
            if not parent._qsize():
                raise AsyncQueueShutDown if parent._is_shutdown else AsyncQueueEmpty
            parent._get_loop()
            item = parent._get()
            parent._tell(parent._not_full, tasks_first=True)
            return item

    async def join(self):
        parent = self._parent
        async with parent._async_mutex:
            with parent._sync_mutex:
                await self._wait(parent._tasks_done, lambda: parent._unfinished_tasks, lambda: False)
