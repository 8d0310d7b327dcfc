# recorded by hand: processes are started
"""A side of multiprocessing's pipe has a number that select, poll, selectors, os and an event loop's add_reader know."""
import asyncio
import gc
import multiprocessing as mp
import os
import select
import selectors


def child(reader, both):
    watched = select.poll()
    watched.register(reader, select.POLLIN)
    print('child', watched.poll(0), select.select([both], [both], [], 0)[1] == [both])
    print('child', len(watched.poll(2000)), reader.recv(), watched.poll(0))
    both.send('from the child')


async def loop_reads(reader, writer):
    found, loop = asyncio.Queue(), asyncio.get_running_loop()
    loop.add_reader(reader.fileno(), lambda: found.put_nowait(reader.recv()))
    loop.call_later(1, writer.send, {'a': 1})
    loop.call_later(2, writer.send, 'b')
    print(await found.get(), await found.get(), loop.time() > 2)
    loop.remove_reader(reader.fileno())


if __name__ == '__main__':
    reader, writer = mp.Pipe(duplex=False)
    left, right = mp.Pipe()
    print(reader.fileno() == reader.fileno(), len({end.fileno() for end in (reader, writer, left, right)}))
    with selectors.DefaultSelector() as selector:
        selector.register(reader, selectors.EVENT_READ, 'pipe')
        selector.register(left, selectors.EVENT_READ | selectors.EVENT_WRITE, 'both')
        print(sorted((key.data, mask) for key, mask in selector.select(0)))
        writer.send(1)
        right.send(2)
        print(sorted((key.data, mask) for key, mask in selector.select(0)), reader.recv(), left.recv())
    asyncio.run(loop_reads(reader, writer))
    process = mp.get_context('fork').Process(target=child, args=(reader, right))
    process.start()
    process.join(0.5)
    writer.send('to the child')
    process.join()
    print(select.select([left], [], [], 5)[0] == [left], left.recv())
    writer.send_bytes(b'raw')
    print(os.read(reader.fileno(), 100))
    os.write(writer.fileno(), b'\x00\x00\x00\x02ok')
    print(reader.recv_bytes())
    number = writer.fileno()
    del writer
    gc.collect()
    print(select.select([reader], [], [], 5)[0] == [reader])
    try:
        reader.recv()
    except EOFError:
        print('the end')
    try:
        os.fstat(number)
    except OSError as error:
        print(error)
    reader.close()
    try:
        reader.fileno()
    except OSError as error:
        print(error)
