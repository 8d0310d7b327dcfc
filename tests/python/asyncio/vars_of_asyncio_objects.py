# `vars()` of what is Python in CPython's asyncio; what is C there, or has slots, has no `__dict__`.
import asyncio
import re


def show(what, obj):
    try:
        print(what, re.sub('0x[0-9a-f]+', '0x', str(vars(obj))))
    except TypeError as error:
        print(what, error)


class Jobs(asyncio.Queue):
    def __init__(self):
        super().__init__(4)
        self.label = 'jobs'


class Chore(asyncio.Task):
    pass


async def nothing():
    pass


async def main():
    for kind in (asyncio.Lock, asyncio.Event, asyncio.Semaphore, asyncio.BoundedSemaphore, asyncio.Condition,
                 asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue, asyncio.TaskGroup, asyncio.Runner, Jobs):
        show(kind.__name__, kind())
    show('Barrier', asyncio.Barrier(2))
    show('timeout', asyncio.timeout(1))

    lock = asyncio.Lock()
    await lock.acquire()
    second = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    show('waited for', lock)
    lock.note = 'mine'
    lock.__dict__['more'] = 1
    show('with others', lock)
    print(lock.note, lock.more, lock.locked())
    lock.release()
    await second
    show('handed over', lock)

    queue = asyncio.Queue(3)
    before = vars(queue)
    queue.put_nowait('a')
    show('filled', queue)
    print(before is vars(queue), await queue.get(), queue.qsize())
    show('emptied', queue)
    queue.put_nowait('b')
    print(queue, queue.get_nowait())

    async with asyncio.TaskGroup() as group:
        show('entered', group)
    async with asyncio.timeout(5) as timeout:
        show('entered', timeout)
    show('left', timeout)

    handle = asyncio.get_running_loop().call_later(1, print)
    future = asyncio.get_running_loop().create_future()
    task, chore = asyncio.current_task(), Chore(nothing())
    await chore
    for obj in (handle, future, task, chore):
        show(type(obj).__name__, obj)
    future.note = chore.note = 'kept all the same'
    print(future.note, chore.note, '__dict__' in dir(future))
    try:
        handle.note = 'nowhere'
    except AttributeError as error:
        print(error)
    try:
        future._loop = None
    except AttributeError as error:
        print(error)


with asyncio.Runner() as runner:
    runner.run(main())
    show('initialized', runner)
show('closed', runner)
print(list(vars(asyncio.StreamReader(loop=asyncio.new_event_loop()))))
