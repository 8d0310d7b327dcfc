import asyncio
import os
import signal


async def work(stop):
    number = 0
    while not stop.is_set():
        number += 1
        print("job", number)
        await asyncio.sleep(1)
    print("no more jobs")


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    stop = asyncio.Event()

    def wanted():
        print("SIGTERM: the job at hand is the last")
        stop.set()

    loop.add_signal_handler(signal.SIGTERM, wanted)
    loop.call_later(2.5, os.kill, os.getpid(), signal.SIGTERM)
    await work(stop)
    print("ended after", round(loop.time() - start, 1), "s")


asyncio.run(main())
