import asyncio
import os
import signal


async def work():
    for number in range(1, 10):
        print("job", number, "begins")
        await asyncio.sleep(1)
        print("job", number, "ends")


async def main():
    loop = asyncio.get_running_loop()
    worker = asyncio.create_task(work())
    loop.add_signal_handler(signal.SIGTERM, worker.cancel)
    loop.call_later(1.5, os.kill, os.getpid(), signal.SIGTERM)
    await asyncio.wait([worker])
    print("over")


asyncio.run(main())
