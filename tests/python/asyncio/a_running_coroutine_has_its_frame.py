# gi_frame, cr_frame and ag_frame of what runs, or waits for what it has called: the frame itself, with its callers.
import asyncio
import sys


def numbers():
    yield generator.gi_frame is sys._getframe(), generator.gi_frame.f_lineno
    yield generator.gi_running


async def inner():
    coroutine = asyncio.current_task().get_coro()
    print(coroutine.cr_frame is sys._getframe(1), coroutine.cr_frame.f_code.co_name, coroutine.cr_frame.f_lineno)
    await asyncio.sleep(0)
    print(coroutine.cr_frame.f_locals["here"], coroutine.cr_running)


async def letters():
    print(asynchronous.ag_frame is sys._getframe())
    yield "a"


async def main():
    here = "main's"
    coroutine = asyncio.current_task().get_coro()
    print(coroutine.cr_frame is sys._getframe(), coroutine.cr_frame.f_back.f_code.co_name)
    await inner()
    async for letter in asynchronous:
        print(letter)
    print([frame.f_code.co_name for frame in asyncio.current_task().get_stack()][-2:])
    return coroutine


generator = numbers()
print(next(generator), next(generator))
generator.close()
print(generator.gi_frame)
asynchronous = letters()
print(asyncio.run(main()).cr_frame)
