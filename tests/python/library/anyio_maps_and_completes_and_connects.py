# recorded by hand: needs anyio and trio
"""anyio's `amap` and `as_completed`, and what leads to a server, on both backends."""
import anyio
from anyio import TCPConnectable, UNIXConnectable, amap, as_completed, as_connectable
from anyio.abc import ByteStreamConnectable


async def square(n):
    await anyio.sleep(0.1 * (4 - n))
    if n == 9:
        raise ValueError(n)
    return n * n


async def echo(stream):
    async with stream:
        await stream.send(await stream.receive())


async def main():
    print(await amap(square, [1, 2, 3]), await amap(square, []))
    try:
        await amap(square, range(8, 10))
    except* ValueError as group:
        print(repr(group))
    async with as_completed(square(1), square(3), square(2)) as ended:
        async for handle in ended:
            print(type(handle).__name__, handle.name, handle.return_value)
    async with as_completed(square(1), square(3)) as ended:
        async for handle in ended:
            print(handle.return_value)
            break
    try:
        async with as_completed():
            pass
    except ValueError as e:
        print(e)
    listener = await anyio.create_tcp_listener(local_host='127.0.0.1', local_port=0)
    port = listener.extra(anyio.abc.SocketAttribute.local_port)
    async with anyio.create_task_group() as group:
        group.start_soon(listener.serve, echo)
        for remote in ('127.0.0.1', port), TCPConnectable('127.0.0.1', port):
            connectable = as_connectable(remote)
            print(type(connectable), isinstance(connectable, ByteStreamConnectable), connectable == TCPConnectable('127.0.0.1', port))
            async with await connectable.connect() as stream:
                await stream.send(b'hello')
                print(await stream.receive())
        group.cancel_scope.cancel()
    await listener.aclose()
    for make in (lambda: as_connectable(5), lambda: TCPConnectable('a', 0), lambda: as_connectable(('a',))):
        try:
            print(make())
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    print(as_connectable('/tmp/x'), as_connectable(b'/tmp/x'), UNIXConnectable('/a') == UNIXConnectable('/a'))
    for remote in ('127.0.0.1', 1), '/nowhere':
        try:
            await as_connectable(remote).connect()
        except anyio.ConnectionFailed as e:
            print(e, type(e.__cause__).__name__)

for backend in 'asyncio', 'trio':
    anyio.run(main, backend=backend)
