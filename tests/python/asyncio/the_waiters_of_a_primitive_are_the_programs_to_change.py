"""Queues, semaphores, locks and events whose subclasses work with the containers and counters that asyncio keeps."""
import asyncio, collections, heapq, itertools, time, random, functools, contextlib
# 1 put_front queue
class DQueue(asyncio.Queue):
    def put_front_nowait(self, item):
        if self.full(): raise asyncio.QueueFull
        self._queue.appendleft(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        self._wakeup_next(self._getters)
    def peek(self):
        return self._queue[0]
    def __len__(self): return len(self._queue)
    def __iter__(self): return iter(list(self._queue))
    async def __anext__(self):
        if self._is_shutdown and self.empty(): raise StopAsyncIteration
        try: return await self.get()
        except asyncio.QueueShutDown: raise StopAsyncIteration
    def __aiter__(self): return self
async def t1():
    q = DQueue(5)
    async def con(n):
        async for x in q:
            print(n, 'got', x); await asyncio.sleep(0.1); q.task_done()
        print(n, 'end')
    ts = [asyncio.create_task(con(i)) for i in range(2)]
    await asyncio.sleep(0.01)
    print(len(q._getters), str(q))
    q.put_front_nowait('a'); q.put_front_nowait('b'); q.put_front_nowait('c'); await q.put('d')
    print(len(q), list(q), q.peek(), len(q._getters), q._unfinished_tasks, q._finished.is_set())
    await q.join()
    print(q._finished.is_set(), q._unfinished_tasks)
    q.shutdown()
    await asyncio.gather(*ts)
    print(str(q))
# 2 unique / dedup queue via _put
class SetQueue(asyncio.Queue):
    def _init(self, maxsize): self._queue = {}
    def _put(self, item): self._queue.setdefault(item, None)
    def _get(self): k = next(iter(self._queue)); del self._queue[k]; return k
async def t2():
    q = SetQueue()
    for x in 'abcab': q.put_nowait(x)
    print(q.qsize(), q._unfinished_tasks, str(q))
    while not q.empty(): print(q.get_nowait(), end=' ')
    print()
# 3 resizable semaphore
class Resizable(asyncio.Semaphore):
    def resize(self, n):
        cur = getattr(self, '_limit', None)
        d = n - self._limit0
        self._limit0 = n
        self._value += d
        for _ in range(max(d, 0)):
            self._wake_up_next()
    def __init__(self, n): super().__init__(n); self._limit0 = n
async def t3():
    s = Resizable(1)
    running = 0
    async def w(i):
        nonlocal running
        async with s:
            running += 1
            print('run', i, running, s._value, s._waiters and len(s._waiters))
            await asyncio.sleep(1)
            running -= 1
    ts = [asyncio.create_task(w(i)) for i in range(5)]
    await asyncio.sleep(0.5)
    print(s.locked(), len(s._waiters))
    s.resize(3)
    print(s._value)
    await asyncio.gather(*ts)
    print(s._value, s._waiters)
# 4 priority lock
class PriorityLock(asyncio.Lock):
    def __init__(self): super().__init__(); self._waiters = []; self._n = itertools.count()
    async def acquire(self, prio=0):
        if not self._locked and not self._waiters:
            self._locked = True; return True
        fut = self._get_loop().create_future()
        heapq.heappush(self._waiters, (prio, next(self._n), fut))
        try: await fut
        except asyncio.CancelledError:
            self._waiters = [w for w in self._waiters if w[2] is not fut]; heapq.heapify(self._waiters)
            raise
        self._locked = True
        return True
    def release(self):
        if not self._locked: raise RuntimeError('nope')
        self._locked = False
        while self._waiters:
            _, _, fut = heapq.heappop(self._waiters)
            if not fut.done(): fut.set_result(True); break
async def t4():
    l = PriorityLock()
    async def w(p):
        await l.acquire(p)
        print('prio', p, l.locked(), len(l._waiters)); await asyncio.sleep(0.1); l.release()
    await asyncio.gather(*(w(p) for p in [5,1,9,3,2]))
    async with l: print(l.locked())
    print(l.locked(), l._locked)
# 5 countdown event / condition internals
class CountDown(asyncio.Event):
    def __init__(self, n): super().__init__(); self.n = n
    def hit(self):
        self.n -= 1
        if self.n == 0: self.set()
async def t5():
    c = CountDown(3)
    async def w(i): await c.wait(); print('w', i, c._value)
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    print(len(c._waiters), c._waiters[0].done())
    for _ in range(3): c.hit()
    print(c._waiters[0].done(), c.is_set())
    await asyncio.gather(*ts)
    print(c._waiters)
    print(c._get_loop() is asyncio.get_running_loop(), c._loop is c._get_loop())
for t in (t1,t2,t3,t4,t5):
    print('==', t.__name__); asyncio.run(t())
