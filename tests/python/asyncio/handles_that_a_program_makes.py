# asyncio.Handle and TimerHandle are classes that programs make, derive from and replace methods of.
import asyncio
import contextvars

loop = asyncio.new_event_loop()


def called(*args):
    print('called', args)


handle = asyncio.Handle(called, (1, 2), loop)
print(handle._callback is called, handle._args, handle._loop is loop, handle)
handle._run()
handle.cancel()
print(handle.cancelled(), handle._args, handle._callback, handle)
timer, later = (asyncio.TimerHandle(when, called, (), loop) for when in (1.5, 2.5))
print(timer.when(), timer < later, timer == later, timer != 3, hash(timer) == hash(1.5), timer)
variable = contextvars.ContextVar('variable')
context = contextvars.copy_context()
context.run(variable.set, 'of its context')
asyncio.Handle(lambda: print(variable.get()), (), loop, context)._run()
asyncio.Handle(lambda: 1 / 0, (), loop)._run()
loop.set_debug(True)
print(asyncio.Handle(called, (), loop))
loop.set_debug(False)


class Own(asyncio.Handle):
    def _run(self):
        print('it is run')
        super()._run()


async def steps(name):
    for number in range(2):
        print(name, number)
        await asyncio.sleep(0)


async def main():
    loop._ready.append(Own(called, ('of the queue',), loop))
    await asyncio.sleep(0)
    tasks = [asyncio.create_task(steps(name), name=name) for name in 'abc']
    print([handle._callback.__self__.get_name() for handle in loop._ready])
    loop._ready.rotate(1)
    await asyncio.gather(*tasks)
    loop.call_later(5, print, 'never')
    print(len(loop._scheduled), loop._scheduled[0].when() - loop.time())
    loop._scheduled.clear()
    loop.call_soon(print, 'never either')
    loop._ready.clear()
    loop._add_callback(asyncio.Handle(print, ('added',), loop))
    await asyncio.sleep(0)


loop.run_until_complete(main())
run = asyncio.events.Handle._run


def noticed(self):
    print('<', end='')
    run(self)
    print('>')


asyncio.events.Handle._run = noticed
loop.run_until_complete(steps('noticed'))
asyncio.events.Handle._run = run
loop.run_until_complete(steps('unnoticed'))
loop.close()
