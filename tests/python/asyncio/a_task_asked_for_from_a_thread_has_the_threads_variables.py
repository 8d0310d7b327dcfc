"""run_coroutine_threadsafe: the task begins in a copy of the caller's context."""
import asyncio
import contextvars

name = contextvars.ContextVar("name", default="nobody")


async def show():
    before = name.get()
    name.set("the task's")
    return before


async def main():
    name.set("main's")
    loop = asyncio.get_running_loop()
    print(await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(show(), loop)))

    def thread():
        name.set("the thread's")
        first = asyncio.run_coroutine_threadsafe(show(), loop).result()
        name.set("changed")
        return first, asyncio.run_coroutine_threadsafe(show(), loop).result(), name.get()

    print(await asyncio.to_thread(thread))
    print(await loop.run_in_executor(None, lambda: asyncio.run_coroutine_threadsafe(show(), loop).result()))
    print(name.get())


asyncio.run(main())
