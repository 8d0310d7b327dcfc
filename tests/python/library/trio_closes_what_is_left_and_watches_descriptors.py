# recorded by hand: needs trio
"""trio: async generators that are left, two tasks at one socket, sockets that go, streams by as_safe_channel, checkpoints."""
import os
import sys
import warnings

import trio
from trio import lowlevel, testing

warnings.simplefilter('ignore')


async def count(name):
    try:
        yield 1
        yield 2
    finally:
        try:
            await trio.sleep(1)
        except trio.Cancelled as cancelled:
            print(name, 'ends,', str(cancelled).partition(' at 0x')[0])
            raise


async def leave():
    async for number in count('left'):
        print('got', number)
        break
    await testing.wait_all_tasks_blocked()
    global kept
    kept = count('kept')
    print('got', await anext(kept))


trio.run(leave)
print(sys.get_asyncgen_hooks())


async def receive(name, sock):
    try:
        print(name, await sock.recv(10))
    except (trio.BusyResourceError, trio.ClosedResourceError) as error:
        print(name, repr(error))


async def sockets():
    left, right = trio.socket.socketpair()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(receive, 'first', left)
        await testing.wait_all_tasks_blocked()
        nursery.start_soon(receive, 'second', left)
        await testing.wait_all_tasks_blocked()
        await right.send(b'x')
    async with trio.open_nursery() as nursery:
        nursery.start_soon(receive, 'third', left)
        await testing.wait_all_tasks_blocked()
        print(lowlevel.current_statistics().io_statistics)
        left.close()
    reads, writes = os.pipe()
    async with lowlevel.FdStream(reads) as stream, trio.open_nursery() as nursery:
        async def read():
            try:
                await stream.receive_some(1)
            except trio.ClosedResourceError as error:
                print(repr(error))
        nursery.start_soon(read)
        await testing.wait_all_tasks_blocked()
        await stream.aclose()
    os.close(writes)


trio.run(sockets)


@trio.as_safe_channel
async def numbers(fails):
    try:
        async with trio.open_nursery():
            yield 1
            yield 2
    finally:
        if fails:
            raise ValueError('at the end')


async def channels():
    async with numbers(False) as items:
        async for item in items:
            print('item', item)
            break
    try:
        async with numbers(True) as items:
            async for item in items:
                raise KeyError(item)
    except ExceptionGroup as group:
        print(group.exceptions, group.__notes__)
    for wait in (lowlevel.checkpoint, lowlevel.cancel_shielded_checkpoint, lowlevel.checkpoint_if_cancelled):
        for claim in (testing.assert_checkpoints, testing.assert_no_checkpoints):
            try:
                with claim():
                    await wait()
            except AssertionError as error:
                print(wait.__name__, error)
    print(trio.StapledStream[int, str])
    outer, inner = trio.CancelScope(), trio.CancelScope()
    outer.__enter__()
    try:
        with inner:
            outer.__exit__(None, None, None)
    except RuntimeError as error:
        print('still within its child' in str(error))
    await trio.sleep(0)


trio.run(channels)
