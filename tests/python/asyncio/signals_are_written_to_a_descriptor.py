# signal.set_wakeup_fd: each signal that has a handler is a byte there.
import asyncio
import os
import signal
import socket

ours, theirs = socket.socketpair()
try:
    signal.set_wakeup_fd(theirs.fileno())
except ValueError as error:
    print('non-blocking' in str(error))
ours.setblocking(False)
theirs.setblocking(False)
print(signal.set_wakeup_fd(theirs.fileno()))
signal.signal(signal.SIGUSR1, lambda number, frame: print('handled', number))
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
print(ours.recv(10))


async def main():
    came = asyncio.Event()
    asyncio.get_running_loop().add_reader(ours, lambda: (print('read', ours.recv(1)), came.set()))
    os.kill(os.getpid(), signal.SIGUSR1)
    await came.wait()


asyncio.run(main())
print(signal.set_wakeup_fd(-1) == theirs.fileno())
signal.set_wakeup_fd(1234)
