# A lock that has to wait outside of any loop: it has nobody to ask for a future.
import asyncio


def drive(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as end:
        print('returned', end.value)
    except (AttributeError, RuntimeError) as error:
        print(repr(error))


lock, queue = asyncio.Lock(), asyncio.Queue(1)
drive(lock.acquire())
drive(lock.acquire())
drive(asyncio.Event().wait())
drive(asyncio.Semaphore(0).acquire())
drive(queue.put(1))
drive(queue.put(2))
lock.acquire().send(None)
