# A loop of the program's own, from AbstractEventLoop: it makes the handles itself, keeps its own heap and clock.
import asyncio
import collections
import heapq


class Simulated(asyncio.AbstractEventLoop):
    def __init__(self):
        self._now, self._soon, self._timers, self._failed = 0, collections.deque(), [], None

    def get_debug(self):
        return False

    def time(self):
        return self._now

    def is_closed(self):
        return False

    def run_forever(self):
        asyncio._set_running_loop(self)
        try:
            while self._soon or self._timers:
                if self._soon:
                    handle = self._soon.popleft()
                else:
                    handle = heapq.heappop(self._timers)
                    self._now, handle._scheduled = handle._when, False
                if not handle._cancelled:
                    handle._run()
                if self._failed is not None:
                    raise self._failed
        finally:
            asyncio._set_running_loop(None)

    def _timer_handle_cancelled(self, handle):
        print('a timer is cancelled:', handle.when(), handle._scheduled)

    def call_exception_handler(self, context):
        print(sorted(context), context['message'])
        self._failed = context['exception']

    def call_soon(self, callback, *args, context=None):
        handle = asyncio.Handle(callback, args, self, context)
        self._soon.append(handle)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self._now + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        handle = asyncio.TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._timers, handle)
        handle._scheduled = True
        return handle

    def create_task(self, coro, **options):
        return asyncio.Task(coro, loop=self, **options)

    def create_future(self):
        return asyncio.Future(loop=self)


loop = Simulated()


async def said(word, delay):
    await asyncio.sleep(delay)
    print(word, loop.time())
    return word


async def main():
    print(await asyncio.gather(said('late', 30), said('early', 10)))
    queue = asyncio.Queue(1)
    putting = asyncio.create_task(queue.put('first'))
    await queue.put('second')
    print(await queue.get(), await queue.get(), putting.done())
    try:
        async with asyncio.timeout(5):
            await said('never', 100)
    except TimeoutError:
        print('timed out', loop.time())
    async with asyncio.TaskGroup() as group:
        group.create_task(said('in a group', 3))
    print(asyncio.get_running_loop() is loop, isinstance(loop, asyncio.BaseEventLoop))


loop.create_task(main())
loop.run_forever()


class Bare(asyncio.AbstractEventLoop):
    pass


for ask in (lambda: asyncio.Future(loop=Bare()), lambda: Bare().call_soon(print), lambda: asyncio.Future(loop=3)):
    try:
        ask()
    except (NotImplementedError, AttributeError) as error:
        print(repr(error))


def fails():
    raise ValueError('in a callback')


loop.call_soon(fails)
loop.run_forever()
