import asyncio


class Account:
    def __init__(self, balance=0): self.balance = balance; self.lock = asyncio.Lock()

    async def withdraw(self, amount):
        if self.balance >= amount:
            await asyncio.sleep(0.01)
            self.balance -= amount
            return True
        return False

    async def safe(self, amount):
        async with self.lock:
            return await self.withdraw(amount)


class PubSub:
    def __init__(self): self.subs: dict[str, set[asyncio.Queue]] = {}

    def subscribe(self, topic):
        q = asyncio.Queue()
        self.subs.setdefault(topic, set()).add(q)
        return q

    async def publish(self, topic, msg):
        for q in self.subs.get(topic, ()):
            await q.put(msg)


class TTLCache:
    def __init__(self, ttl): self.ttl, self.d = ttl, {}

    async def get(self, key, factory):
        now = asyncio.get_running_loop().time()
        if key in self.d and now - self.d[key][0] < self.ttl:
            return self.d[key][1], 'hit'
        v = await factory(key)
        self.d[key] = (now, v)
        return v, 'miss'


class CircuitBreaker:
    def __init__(self, n, reset): self.n, self.reset, self.fails, self.opened = n, reset, 0, None

    async def call(self, fn):
        loop = asyncio.get_running_loop()
        if self.opened is not None:
            if loop.time() - self.opened < self.reset:
                raise RuntimeError('circuit open')
            self.opened = None
            self.fails = 0
        try:
            return await fn()
        except ValueError:
            self.fails += 1
            if self.fails >= self.n:
                self.opened = loop.time()
            raise


class Pool:
    def __init__(self, size): self.q = asyncio.Queue(); [self.q.put_nowait(f'conn{i}') for i in range(size)]
    async def __aenter__(self): self.c = await self.q.get(); return self.c
    async def __aexit__(self, *a): self.q.put_nowait(self.c)


class RWLock:
    def __init__(self): self.cond = asyncio.Condition(); self.readers = 0

    async def read(self, i):
        async with self.cond:
            self.readers += 1
        await asyncio.sleep(0.1)
        print('read', i)
        async with self.cond:
            self.readers -= 1
            self.cond.notify_all()

    async def write(self):
        async with self.cond:
            await self.cond.wait_for(lambda: self.readers == 0)
            print('write')


class Periodic:
    def __init__(self, f, t): self.f, self.t, self._task = f, t, None
    def start(self): self._task = asyncio.create_task(self._run())

    async def _run(self):
        while True:
            await asyncio.sleep(self.t)
            self.f()

    async def stop(self):
        self._task.cancel()
        try:
            await self._task
        except asyncio.CancelledError:
            pass


async def main():
    a = Account(100)
    print(await asyncio.gather(*(a.withdraw(80) for _ in range(2))), a.balance)
    a = Account(100)
    print(await asyncio.gather(*(a.safe(80) for _ in range(2))), a.balance)
    ps = PubSub()
    q1, q2 = ps.subscribe('t'), ps.subscribe('t')
    await ps.publish('t', 'hello')
    print(await q1.get(), await q2.get())
    async def load(k): await asyncio.sleep(1); return k * 2
    c = TTLCache(5)
    print(await c.get('a', load), await c.get('a', load))
    await asyncio.sleep(5)
    print(await c.get('a', load))
    cb = CircuitBreaker(2, 3)
    async def bad(): raise ValueError('bad')
    for i in range(5):
        try:
            await cb.call(bad)
        except Exception as e:
            print(i, type(e).__name__, e)
        await asyncio.sleep(1)
    p = Pool(2)
    async def use(i):
        async with p as conn:
            print(i, conn)
            await asyncio.sleep(0.1)
    await asyncio.gather(*map(use, range(4)))
    rw = RWLock()
    await asyncio.gather(rw.read(1), rw.read(2), rw.write(), rw.read(3))
    n = []
    per = Periodic(lambda: n.append(1), 0.3)
    per.start()
    await asyncio.sleep(1)
    await per.stop()
    print(len(n))
    async def phil(i, forks):
        l, r = sorted((i, (i + 1) % 5))
        async with forks[l], forks[r]:
            print('philosopher', i, 'eats')
            await asyncio.sleep(0.1)
    forks = [asyncio.Lock() for _ in range(5)]
    await asyncio.gather(*(phil(i, forks) for i in range(5)))
    sem = asyncio.Semaphore(3)
    active = 0
    peak = 0
    async def limited(i):
        nonlocal active, peak
        async with sem:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0.05)
            active -= 1
    await asyncio.gather(*(limited(i) for i in range(20)))
    print('peak', peak)
    res = {}
    async def bar(b, i): await asyncio.sleep(i / 10)
    b = asyncio.Barrier(3)
    async def party(i):
        await asyncio.sleep(i * 0.1)
        async with b as pos:
            res[i] = pos
    await asyncio.gather(*map(party, range(3)))
    print(res)
    ev = asyncio.Event()
    async def setter(): await asyncio.sleep(1); ev.set()
    t = asyncio.create_task(setter())
    print(await asyncio.wait_for(ev.wait(), 2))
    await t
asyncio.run(main())
