# The loop's thread waits for a new pool thread to start, for a lock or asleep: a job that is done does not bring it back
# before its turn.
import asyncio
import threading
import time


def job(number):
    time.sleep(0)
    print("job", number, "in", threading.current_thread().name)
    return number


async def one_after_another():
    loop = asyncio.get_running_loop()
    first = loop.run_in_executor(None, job, 1)
    second = loop.run_in_executor(None, job, 2)
    print("both submitted")
    print(await first, await second)


async def in_tasks():
    async def submits(number, turns):
        for _ in range(turns):
            await asyncio.sleep(0)
        print("submit", number)
        print("got", await asyncio.to_thread(job, number))

    await asyncio.gather(submits(3, 0), submits(4, 1), submits(5, 1))


def calls(loop, lock):
    time.sleep(0.5)
    loop.call_soon_threadsafe(print, "called")
    with lock:
        time.sleep(1)
        loop.call_soon_threadsafe(print, "called with the lock")
    time.sleep(3)
    loop.call_soon_threadsafe(print, "called at last")


async def blocked():
    lock = threading.Lock()
    began = time.monotonic()
    thread = threading.Thread(target=calls, args=(asyncio.get_running_loop(), lock))
    thread.start()
    time.sleep(0.75)
    print("slept", time.monotonic() - began)
    print(lock.acquire(timeout=0.5), time.monotonic() - began)
    print(lock.acquire(timeout=2), time.monotonic() - began)
    thread.join(0.25)
    print("waited", time.monotonic() - began)
    lock.release()
    await asyncio.sleep(5)
    print("over", time.monotonic() - began)


for main in (one_after_another, in_tasks, blocked):
    asyncio.run(main())
