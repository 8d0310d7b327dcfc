import asyncio
import signal
import os
import time
def h(sig, frame): print('handler', sig, signal.Signals(sig).name, frame is not None)


print(signal.signal(signal.SIGUSR1, h), signal.getsignal(signal.SIGINT), signal.SIGINT, signal.SIGINT.value)
os.kill(os.getpid(), signal.SIGUSR1)


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGINT, stop.set)
    loop.call_later(1, os.kill, os.getpid(), signal.SIGINT)
    await stop.wait()
    print('stopped')
    print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGINT))
    signal.raise_signal(signal.SIGUSR1)
    try:
        loop.call_later(1, signal.raise_signal, signal.SIGINT)
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('C')
        raise
asyncio.run(main())
