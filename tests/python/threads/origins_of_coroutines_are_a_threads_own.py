# How many frames a coroutine remembers of who made it is set for a thread, as a loop in debug mode does for its own.
import asyncio
import sys
import threading


async def work():
    pass


def look(name):
    coroutine = work()
    print(name, coroutine.cr_origin is not None, sys.get_coroutine_origin_tracking_depth())
    coroutine.close()


async def main():
    look('the loop')
    await asyncio.to_thread(look, 'a thread of it')
    look('the loop')


asyncio.run(main(), debug=True)
sys.set_coroutine_origin_tracking_depth(2)
look('main')
thread = threading.Thread(target=look, args=('thread',))
thread.start()
thread.join()
look('main')
