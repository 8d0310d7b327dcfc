import asyncio
import os
import signal


async def work(stop):
    number = 0
    while not stop.is_set():
        number += 1
        print("job", number, "begins")
        await asyncio.sleep(1)
        print("job", number, "ends")


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    worker = asyncio.create_task(work(stop))
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(1.5, os.kill, os.getpid(), signal.SIGTERM)
    await asyncio.wait([worker])
    print("over")


asyncio.run(main())
