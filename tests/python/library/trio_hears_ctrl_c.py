# recorded by hand: needs trio
"""Ctrl+C is raised where the main task waits; where it waits for a nursery, the nursery's tasks are cancelled first."""
import os
import signal
import threading

import trio


def soon():
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()


async def sleeps():
    soon()
    try:
        await trio.sleep(9)
    except KeyboardInterrupt:
        print('interrupted')
        raise


async def child():
    try:
        await trio.sleep(9)
    except trio.Cancelled as error:
        print(error.source)
        raise


async def waits():
    soon()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(child)


for function in (sleeps, waits):
    try:
        trio.run(function)
    except BaseException as error:
        print(repr(error))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
