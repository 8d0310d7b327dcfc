"""In debug mode a loop calls no coroutine function, asyncio's own and partial ones included; a signal handler is none in
any mode."""
import asyncio
import functools
import signal


async def own():
    pass


async def main():
    loop = asyncio.get_running_loop()
    functions = asyncio.sleep, asyncio.Queue().get, asyncio.to_thread, functools.partial(own), asyncio.Event().set, loop.stop
    for function in functions:
        try:
            loop.add_signal_handler(signal.SIGINT, function)
        except TypeError as exc:
            print(exc)
        else:
            loop.remove_signal_handler(signal.SIGINT)
    loop.set_debug(True)
    for function in functions:
        for call in loop.call_soon, functools.partial(loop.call_later, 1), loop.call_soon_threadsafe:
            try:
                call(function).cancel()
            except TypeError as exc:
                print(exc)
    loop.call_later(0.5, asyncio.sleep, 3)


asyncio.run(main())
