"""What asyncio.run() does for SIGINT wakes the loop by call_soon_threadsafe, whatever a subclass makes of that."""
import asyncio
import os
import signal


class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        return super().call_soon(callback, *args, context=context)

    def call_soon_threadsafe(self, callback, *args, context=None):
        print('threadsafe', callback.__qualname__)
        return super().call_soon_threadsafe(callback, *args, context=context)


async def main():
    asyncio.get_running_loop().call_later(0.5, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(2)
    except asyncio.CancelledError:
        print('cancelled')
        raise


try:
    asyncio.run(main(), loop_factory=Loop)
except KeyboardInterrupt:
    print('interrupted')
