# recorded by hand: the oracle wakes the main thread, which CPython's does not: no call of the system is interrupted.
import _thread
import asyncio
import queue
import signal
import threading
import time


def later(send):
    def run():
        time.sleep(1)
        send()
        print('sent')

    threading.Thread(target=run).start()


def raises():
    signal.raise_signal(signal.SIGINT)


def waits(name, wait):
    try:
        print(name, wait())
    except KeyboardInterrupt:
        print(name, 'was interrupted')


lock = threading.Lock()
lock.acquire()
for send in _thread.interrupt_main, raises:
    later(send)
    waits('sleep', lambda: time.sleep(3))
    later(send)
    waits('lock', lambda: lock.acquire(timeout=3))
    later(send)
    waits('event', lambda: threading.Event().wait(3))
    later(send)
    waits('queue', lambda: queue.Queue().get(timeout=3))
    later(send)
    waits('loop', lambda: asyncio.run(asyncio.sleep(3)))


async def handled():
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, print, 'handled')
    await asyncio.sleep(3)


# A loop is written to.
later(raises)
waits('loop', lambda: asyncio.run(handled()))
