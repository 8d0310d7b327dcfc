import asyncio, selectors
class L(asyncio.SelectorEventLoop):
    turns = 0
    def _run_once(self):
        L.turns += 1
        super()._run_once()
    def call_soon(self, callback, *args, context=None):
        print('soon', getattr(callback, '__qualname__', type(callback).__name__))
        return super().call_soon(callback, *args, context=context)
    def call_later(self, delay, callback, *args, context=None):
        print('later', delay, getattr(callback, '__qualname__', type(callback).__name__))
        return super().call_later(delay, callback, *args, context=context)
    def call_at(self, when, callback, *args, context=None):
        print('at', when, getattr(callback, '__qualname__', type(callback).__name__))
        return super().call_at(when, callback, *args, context=context)
    def create_task(self, coro, *, name=None, context=None):
        print('task', coro.__qualname__, name)
        return super().create_task(coro, name=name, context=context)
    def run_in_executor(self, executor, func, *args):
        print('executor', executor)
        return super().run_in_executor(executor, func, *args)
    def default_exception_handler(self, context):
        print('handler', context['message'])
    def call_exception_handler(self, context):
        print('call handler', sorted(context))
        super().call_exception_handler(context)
    def time(self):
        return super().time() - 1000
    def stop(self):
        print('stop')
        super().stop()
    def close(self):
        print('close')
        super().close()
    def run_until_complete(self, f):
        print('ruc')
        return super().run_until_complete(f)
    def run_forever(self):
        print('rf')
        return super().run_forever()
    def get_debug(self):
        return super().get_debug()
    async def shutdown_asyncgens(self):
        print('shutdown gens')
        await super().shutdown_asyncgens()
    async def shutdown_default_executor(self, timeout=None):
        print('shutdown executor', timeout)
        await super().shutdown_default_executor(timeout)
    def call_soon_threadsafe(self, callback, *args, context=None):
        print('threadsafe', getattr(callback, '__qualname__', type(callback).__name__))
        return super().call_soon_threadsafe(callback, *args, context=context)
async def child(n):
    await asyncio.sleep(n)
    return n
async def main():
    print(asyncio.get_running_loop().time())
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    t = asyncio.create_task(child(1), name='kid')
    print(await t)
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(5)
    except TimeoutError: print('timeout')
    try:
        await asyncio.wait_for(child(3), 0.1)
    except TimeoutError: print('timeout')
    print(await asyncio.gather(child(0.1), child(0.2)))
    print(await asyncio.to_thread(lambda: 5))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child(0.1))
    q = asyncio.Queue()
    asyncio.get_running_loop().call_later(0.1, q.put_nowait, 5)
    print(await q.get())
    asyncio.get_running_loop().call_soon(lambda: 1/0)
    await asyncio.sleep(0)
    f = asyncio.get_running_loop().create_future()
    f.set_exception(ValueError(1))
    del f
    await asyncio.wait([asyncio.ensure_future(child(0.1))], timeout=5)
    ev = asyncio.Event()
    t = asyncio.ensure_future(ev.wait())
    await asyncio.sleep(0)
    t.cancel()
    print(asyncio.get_running_loop().time())
with asyncio.Runner(loop_factory=L) as r:
    r.run(main())
print(L.turns)
class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print('policy new')
        return L()
asyncio.set_event_loop_policy(Policy())
async def m2():
    print(type(asyncio.get_running_loop()).__name__)
asyncio.run(m2())
asyncio.set_event_loop_policy(None)
