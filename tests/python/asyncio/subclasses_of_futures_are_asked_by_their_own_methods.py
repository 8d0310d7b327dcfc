import asyncio
log = []
def logged(cls):
    for name in 'done result exception cancel cancelled set_result set_exception add_done_callback remove_done_callback __await__ __iter__'.split():
        def make(name, base):
            def method(self, *a, **k):
                log.append(f'{self.tag}.{name}')
                return base(self, *a, **k)
            method.__name__ = name
            return method
        setattr(cls, name, make(name, getattr(cls.__mro__[1], name)))
    return cls
@logged
class F(asyncio.Future):
    tag = 'F'
@logged
class T(asyncio.Task):
    tag = 'T'
def flush(what):
    print(what, log); log.clear()
async def main():
    loop = asyncio.get_running_loop()
    f = F()
    loop.call_soon(f.set_result, 1)
    print(await f); flush('await')
    f = F()
    f.set_result(2)
    log.clear()
    print(await f); flush('await done')
    async def waits(f): return await f
    f = F(); t = asyncio.create_task(waits(f))
    await asyncio.sleep(0); flush('started')
    t.cancel()
    try: await t
    except asyncio.CancelledError: print('c')
    flush('cancel')
    f = F(); loop.call_soon(f.set_exception, KeyError('k'))
    try: await f
    except KeyError: pass
    flush('exc')
    f = F(); loop.call_later(0.1, f.set_result, 5)
    print(await asyncio.gather(f)); flush('gather')
    f = F(); loop.call_later(0.1, f.set_result, 5)
    print(await asyncio.wait_for(f, 1)); flush('wait_for')
    f = F()
    try: await asyncio.wait_for(f, 0.1)
    except TimeoutError: flush('wait_for timeout')
    f = F(); loop.call_later(0.1, f.set_result, 5)
    print(len((await asyncio.wait([f]))[0])); flush('wait')
    f = F()
    print(len((await asyncio.wait([f], timeout=0.1))[1])); flush('wait t')
    f = F(); loop.call_later(0.1, f.set_result, 5)
    print(await asyncio.shield(f)); flush('shield')
    f = F(); loop.call_later(0.1, f.set_result, 5)
    for x in asyncio.as_completed([f]): print(await x)
    flush('as_completed')
    t = T(asyncio.sleep(0.1, 'x')); print(await t); flush('task')
    t = T(asyncio.sleep(0.1, 'x')); print(await asyncio.gather(t)); flush('task g')
    t = T(asyncio.sleep(5, 'x')); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: flush('task c')
    loop.set_task_factory(lambda loop, coro, **kw: T(coro, loop=loop, **kw))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(asyncio.sleep(0.1))
    flush('tg')
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(1))
            tg.create_task(asyncio.sleep('x'))
    except* TypeError: flush('tg f')
    f = F()
    print(f.done(), f.cancelled(), f.cancel('m'), f.cancelled(), f.done(), repr(f)[:30]); log.clear()
    await asyncio.sleep(0.1); flush('threadsafe')
asyncio.run(main())
log.clear()
loop = asyncio.new_event_loop()
f = F(loop=loop); loop.call_soon(f.set_result, 3)
print(loop.run_until_complete(f)); flush('ruc')
t = T(asyncio.sleep(0, 4), loop=loop)
print(loop.run_until_complete(t)); flush('ruc t')
