import asyncio
# the slow motion loop: time twice as slow; autojump
class Fast(asyncio.SelectorEventLoop):
    _t = 0.0
    def time(self): return self._t
    def _run_once(self):
        if not self._ready and self._scheduled:
            self._t = max(self._t, self._scheduled[0]._when)
        super()._run_once()
async def main():
    l = asyncio.get_running_loop()
    t = l.time()
    await asyncio.sleep(3600)
    return l.time() - t
import time
a = time.monotonic()
print(asyncio.run(main(), loop_factory=Fast))
print(time.monotonic() - a < 5)
class Base(asyncio.BaseEventLoop):
    pass
try:
    b = Base()
    print(b)
    b.call_soon(print, 'x')
    print(len(b._ready), b._scheduled)
    b.close()
except Exception as e:
    print(type(e), e)
class Ev(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.made = []
        self.set_task_factory(self.factory)
    @staticmethod
    def factory(loop, coro, **kw):
        t = asyncio.Task(coro, loop=loop, **kw)
        loop.made.append(t.get_name()); return t
l = Ev()
async def x():
    await asyncio.create_task(asyncio.sleep(0), name='n1')
l.run_until_complete(x())
print(len(l.made)); l.close()
print(asyncio.SelectorEventLoop is asyncio.unix_events._UnixSelectorEventLoop, asyncio.SelectorEventLoop.__mro__)
print(issubclass(asyncio.SelectorEventLoop, asyncio.AbstractEventLoop), isinstance(l, asyncio.BaseEventLoop))
l = asyncio.new_event_loop()
h = l.call_later(5, print)
print(len(l._scheduled), l._timer_cancelled_count, l._ready, l._closed, l._stopping, l._thread_id, l._debug)
h.cancel(); print(l._timer_cancelled_count)
l.close()
