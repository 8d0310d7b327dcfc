"""asyncio with threads: executors, to_thread, threadsafe calls, loops in threads."""
import asyncio
import concurrent.futures
import contextvars
import threading
import time

var = contextvars.ContextVar('var', default='none')


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', threading.current_thread().name, *words)


def blocking(n, word='slept'):
    show('begins', n, var.get())
    time.sleep(n)
    return f'{word} {n}'


async def ticks(n):
    for i in range(n):
        show('tick', i)
        await asyncio.sleep(0.1)


async def main():
    loop = asyncio.get_running_loop()
    var.set('main')
    ticking = asyncio.create_task(ticks(4))
    show(await loop.run_in_executor(None, blocking, 0.2))
    show(await asyncio.to_thread(blocking, 0.1, word='in thread'))
    show(await asyncio.gather(*(asyncio.to_thread(blocking, n / 10) for n in (3, 1, 2))))
    with concurrent.futures.ThreadPoolExecutor(1, 'own') as pool:
        jobs = [loop.run_in_executor(pool, blocking, 0.1) for _ in range(2)]
        show(await asyncio.gather(*jobs))
        job = pool.submit(blocking, 0.1, 'wrapped')
        show(await asyncio.wrap_future(job))
    await ticking
    try:
        await asyncio.to_thread(lambda: 1 / 0)
    except ZeroDivisionError as e:
        show(repr(e))
    try:
        await asyncio.wait_for(asyncio.to_thread(blocking, 1), 0.25)
    except TimeoutError:
        show('timeout')
    job = loop.run_in_executor(None, blocking, 0.2)
    await asyncio.sleep(0.1)
    show(job.cancel(), job)
    try:
        await job
    except asyncio.CancelledError:
        show('cancelled')


asyncio.run(main())
show('after run')


async def answer(n):
    await asyncio.sleep(n)
    if n > 1:
        raise ValueError(n)
    show('answers')
    return n * 2


def in_other_thread(loop):
    future = asyncio.run_coroutine_threadsafe(answer(0.5), loop)
    show(type(future).__module__, future.result())
    failing = asyncio.run_coroutine_threadsafe(answer(1.5), loop)
    try:
        failing.result(timeout=0.2)
    except TimeoutError:
        show('not yet', failing.cancel())
    try:
        asyncio.run_coroutine_threadsafe(answer(1.5), loop).result()
    except ValueError as e:
        show(repr(e))
    loop.call_soon_threadsafe(show, 'called')
    loop.call_soon_threadsafe(loop.stop)


loop = asyncio.new_event_loop()
background = threading.Thread(target=loop.run_forever, name='loop', daemon=True)
background.start()
client = threading.Thread(target=in_other_thread, args=(loop,), name='client')
client.start()
client.join()
background.join()
show(loop.is_running(), loop.is_closed())
loop.close()


def no_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        show(e)
    try:
        asyncio.get_running_loop()
    except RuntimeError as e:
        show(e)
    own = asyncio.new_event_loop()
    asyncio.set_event_loop(own)
    show(asyncio.get_event_loop() is own)
    show(own.run_until_complete(answer(0.1)))
    own.close()


threading.Thread(target=no_loop).start()


def runs(n):
    show(asyncio.run(answer(n)))


threads = [threading.Thread(target=runs, args=(n / 4,)) for n in range(1, 4)]
for t in threads:
    t.start()
for t in threads:
    t.join()


async def event_from_thread():
    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()

    def feeds():
        for n in range(3):
            time.sleep(0.1)
            loop.call_soon_threadsafe(queue.put_nowait, n)
        loop.call_soon_threadsafe(event.set)

    thread = threading.Thread(target=feeds)
    thread.start()
    await event.wait()
    show([queue.get_nowait() for _ in range(queue.qsize())])
    loop.set_debug(True)

    def careless():
        try:
            loop.call_soon(print)
        except RuntimeError as e:
            show(e)
    await asyncio.to_thread(careless)
    loop.set_debug(False)
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, print)
    except RuntimeError as e:
        show(e)


asyncio.run(event_from_thread())
t = threading.Thread(target=print)
print(t.name)
