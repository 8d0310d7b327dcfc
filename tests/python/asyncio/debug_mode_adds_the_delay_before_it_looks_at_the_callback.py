import asyncio
import traceback


def called():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for refused in (lambda: loop.call_later(called, 0.1), lambda: loop.call_later(None, 0.1), lambda: loop.call_later(0.1, 0.2),
                    lambda: loop.call_at(called, 0.1), lambda: loop.call_at(1, main), lambda: loop.call_soon(5),
                    lambda: loop.call_soon_threadsafe(main)):
        try:
            refused()
        except TypeError:
            traceback.print_exc()


asyncio.run(main(), debug=True)
