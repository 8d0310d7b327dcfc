# asyncio makes its streams, processes and futures by the names in its modules: what a test has put there is called.
import asyncio
from asyncio import coroutines, futures, streams, subprocess
from unittest import mock


async def give(value):
    await asyncio.sleep(0.01)
    return value


def told(module, name):
    function = getattr(module, name)

    def tells(*args, **keywords):
        print(name, len(args), sorted(keywords))
        return function(*args, **keywords)
    return mock.patch.object(module, name, tells)


class Reader(streams.StreamReader):
    pass


class Writer(streams.StreamWriter):
    pass


class Protocol(streams.StreamReaderProtocol):
    pass


async def answer(reader, writer):
    print(type(reader).__name__, type(writer).__name__, type(writer.transport.get_protocol()).__name__)
    writer.write(await reader.readline())
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    with told(coroutines, 'iscoroutine'):
        print(await asyncio.gather(give(1), asyncio.ensure_future(give(2))))
        print(await asyncio.wait_for(give(3), 1))
        try:
            await asyncio.wait([give(4)])
        except TypeError as exc:
            print(exc)
        print(asyncio.run_coroutine_threadsafe(give(5), loop).cancel())
    with told(futures, 'wrap_future'):
        print(await loop.run_in_executor(None, pow, 2, 3), await asyncio.to_thread(pow, 3, 2))
    with mock.patch.multiple(streams, StreamReader=Reader, StreamWriter=Writer, StreamReaderProtocol=Protocol):
        server = await asyncio.start_server(answer, '127.0.0.1', 8765)
        reader, writer = await asyncio.open_connection('127.0.0.1', 8765)
        print(type(reader).__name__, type(writer).__name__, type(writer.transport.get_protocol()).__name__)
        writer.write(b'echo\n')
        print(await reader.read())
        writer.close()
        server.close()
        await server.wait_closed()


asyncio.run(main())
