# recorded by hand: needs trio
"""Threads that call back, servers and processes, files: what trio waits for outside its tasks."""
import subprocess
import threading
import time

import trio
import trio.testing


def blocks(n):
    print(threading.current_thread().name, trio.from_thread.run(doubled, n), trio.from_thread.run_sync(len, 'four'))
    return n + 1


async def doubled(n):
    await trio.sleep(0.01)
    return n * 2


async def shouts(stream):
    async for data in stream:
        await stream.send_all(data.upper())


async def hours():
    began = trio.current_time()
    await trio.sleep(7200)
    print(trio.current_time() - began)


async def main():
    print(await trio.to_thread.run_sync(blocks, 20))
    for abandon in (False, True):
        with trio.move_on_after(0.1) as scope:
            await trio.to_thread.run_sync(time.sleep, 0.3, abandon_on_cancel=abandon)
        print(scope.cancel_called, scope.cancelled_caught)
    async with trio.open_nursery() as nursery:
        listeners = await nursery.start(trio.serve_tcp, shouts, 0)
        stream = await trio.open_tcp_stream('127.0.0.1', listeners[0].socket.getsockname()[1])
        async with stream:
            await stream.send_all(b'hello')
            print(await stream.receive_some())
            await stream.send_eof()
            print(await stream.receive_some())
        try:
            await stream.receive_some()
        except trio.ClosedResourceError as error:
            print(error)
        nursery.cancel_scope.cancel()
    print(await trio.run_process(['echo', 'from a process'], capture_stdout=True))
    try:
        await trio.run_process(['false'])
    except subprocess.CalledProcessError as error:
        print(error)
    path = trio.Path('/tmp/lines.txt')
    await path.write_text('one\ntwo\n')
    async with await trio.open_file(path) as file:
        async for line in file:
            print(repr(line))
    await path.unlink()
    print(await path.exists(), path)
    left, right = trio.testing.memory_stream_pair()
    await left.send_all(b'in memory')
    print(await right.receive_some())


trio.run(main)
trio.run(hours, clock=trio.testing.MockClock(autojump_threshold=0))
