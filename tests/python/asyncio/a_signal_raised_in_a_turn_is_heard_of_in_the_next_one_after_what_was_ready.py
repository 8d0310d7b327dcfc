import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, print, "heard")
    signal.raise_signal(signal.SIGTERM)
    loop.call_soon(print, "soon")
    for turn in range(4):
        await asyncio.sleep(0)
        print("turn", turn)

    print("with a timer that is due")
    loop.call_later(0, print, "timer")
    signal.raise_signal(signal.SIGTERM)
    for turn in range(4):
        await asyncio.sleep(0)
        print("turn", turn)

    async def fail():
        signal.raise_signal(signal.SIGTERM)
        raise KeyError("late")

    print(await asyncio.gather(fail(), return_exceptions=True))
    await asyncio.sleep(0)
    print("slept")
    loop.call_later(1, signal.raise_signal, signal.SIGTERM)
    loop.call_later(1, print, "beside")
    await asyncio.sleep(1)
    print("behind")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    signal.raise_signal(signal.SIGTERM)
    signal.raise_signal(signal.SIGTERM)
    print("twice")
    await asyncio.sleep(0.1)


asyncio.run(main())
