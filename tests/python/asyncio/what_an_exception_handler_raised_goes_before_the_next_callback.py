"""An exception that leaves the loop's exception handler, and what its frames hold, is gone once it has been logged."""
import asyncio


class Held:
    def __del__(self):
        print("gone")


async def other():
    pass


def keeps(loop, context):
    held = Held()
    raise KeyError("in the handler")


def runs(loop, context):
    loop.run_until_complete(other())


async def main():
    loop = asyncio.get_running_loop()
    for handler in keeps, runs:
        loop.set_exception_handler(handler)
        loop.call_soon(int, "x")
        loop.call_soon(print, "next")
        await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
