# recorded by hand: under the oracle the main thread, which is blocked, looks after every signal
import asyncio
import signal
import threading

came = []
signal.signal(signal.SIGUSR1, lambda number, frame: came.append(signal.Signals(number).name))
signal.signal(signal.SIGUSR2, lambda number, frame: came.append(signal.Signals(number).name))


def send():
    for _ in range(5):
        signal.raise_signal(signal.SIGUSR1)
        signal.raise_signal(signal.SIGUSR2)


thread = threading.Thread(target=send)
thread.start()
thread.join()
print(came)
for _ in range(3):
    signal.raise_signal(signal.SIGUSR1)
print(came)


async def main():
    came.clear()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, came.append, 'loop')
    await asyncio.to_thread(lambda: [signal.raise_signal(signal.SIGUSR1) for _ in range(3)])
    await asyncio.sleep(0.1)
    print(came)


asyncio.run(main())
