# A coroutine that is for nobody goes where the loop takes the next handle, or where what waits is cleared at its close.
import asyncio
import warnings

warnings.simplefilter('always')


async def unwanted():
    return 1


async def of_an_executor():
    asyncio.get_running_loop().run_in_executor(None, unwanted)


async def of_a_timer():
    asyncio.get_running_loop().call_later(5, print, unwanted())


class Held:
    def __init__(self):
        self.coroutine = unwanted()


async def of_handles():
    loop = asyncio.get_running_loop()
    for _ in range(2):
        future = loop.create_future()
        future.add_done_callback(lambda future: None)
        loop.call_soon(future.set_result, Held())
        del future
    loop.call_soon(print, 'after them')
    await asyncio.sleep(0)
    print('over')


warnings.showwarning = lambda message, category, file, line, *rest: print(message, 'at', file.rpartition('/')[2], line)
for program in of_an_executor, of_a_timer, of_handles:
    asyncio.run(program())
