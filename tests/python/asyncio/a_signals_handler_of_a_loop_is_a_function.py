import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, print, "came")
    handler = signal.getsignal(signal.SIGTERM)
    print(handler.__name__, handler.__module__, handler.__qualname__, type(handler), repr(handler)[:30])
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.sleep(0.1)
    print(loop.remove_signal_handler(signal.SIGTERM), signal.getsignal(signal.SIGTERM))


asyncio.run(main())
