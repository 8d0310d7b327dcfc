# recorded by hand: needs anyio
"""Temporary files and folders, paths that compare and walk, calls in processes of their own, reasons of cancellations and timeouts, texts whose
characters come in parts, and what anyio calls its errors before and after they are named."""
import anyio
from anyio import from_thread, to_thread
from anyio.streams.text import TextReceiveStream, TextSendStream


async def job():
    await anyio.sleep(1)
    return 5


async def refused(what):
    try:
        return await what
    except Exception as error:
        return f'{type(error).__module__}.{type(error).__name__}: {error}'


async def files():
    async with anyio.TemporaryDirectory(prefix='walk-') as folder:
        top = anyio.Path(folder)
        for name in ('b/c', 'a'):
            await (top / name).mkdir(parents=True)
        await (top / 'b' / 'one.txt').write_text('one')
        async for place, folders, names in top.walk():
            print(place.relative_to(top).as_posix(), sorted(folders), names, type(place).__name__)
        print([each.name async for each in top.glob('*/ONE.*', case_sensitive=False)], top / 'a' < top / 'b', top >= top / 'a',
              ('/x' / anyio.Path('y')).full_match('/x/*'), anyio.Path.from_uri('file:///tmp/z').name)
    print(await anyio.Path(folder).exists())
    async with anyio.NamedTemporaryFile('w+', suffix='.txt') as file:
        await file.write('hello')
        await file.seek(0)
        print(await file.read(), await anyio.Path(file.name).exists())
    print(await anyio.Path(file.name).exists())
    async with anyio.SpooledTemporaryFile(4, 'w+') as file:
        await file.write('longer than four')
        await file.seek(7)
        print(await file.read())


async def texts():
    send, receive = anyio.create_memory_object_stream[bytes](9)
    writer = TextSendStream(send, 'utf-16')
    await writer.send('a')
    await writer.send('b')
    await send.send(b'\x41')
    await send.aclose()
    reader = TextReceiveStream(receive, 'utf-16', errors='replace')
    print([await reader.receive() for _ in range(2)], ascii(await reader.receive()), await refused(reader.receive()))
    from anyio.streams.buffered import BufferedByteReceiveStream
    buffered = BufferedByteReceiveStream(receive)
    print(await refused(buffered.receive(0)))
    await buffered.aclose()
    print(await refused(buffered.receive_exactly(1)))


def in_a_thread(portal):
    return from_thread.run(anyio.sleep, 0.5), from_thread.run_sync(anyio.get_cancelled_exc_class).__name__


async def main():
    send, receive = anyio.create_memory_object_stream(1)
    send.close()
    receive.close()
    print(await refused(send.send(1)))
    await files()
    await texts()
    async with anyio.create_task_group() as group:
        handle = group.create_task(job())
        print(handle.name, await handle)
        print(await to_thread.run_sync(in_a_thread, None))
        group.cancel('enough')
        try:
            await anyio.sleep(1)
        except anyio.get_cancelled_exc_class() as error:
            print(str(error).endswith('; reason: enough'))
            raise
    print(await refused(anyio.sleep(-1)))
    try:
        with anyio.fail_after(1, reason='too slow'):
            await anyio.sleep_forever()
    except TimeoutError as error:
        print(error)
    from anyio import to_process
    print(await to_process.run_sync(pow, 3, 4))
    with from_thread.start_blocking_portal() as portal:
        print(await portal.call_async(job))
    anyio.EndOfStream, anyio.ClosedResourceError
    print(await refused(receive.receive()))


if __name__ == '__main__':
    anyio.run(main)
