# What goes wrong as connections and pipes end, or while they begin, passes the frames of asyncio's transports.
import asyncio
import os
import sys
import traceback


class Clumsy(asyncio.Protocol):
    def connection_lost(self, exc):
        raise ValueError('lost')


def no_protocol():
    raise ValueError('no protocol')


async def serve():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(asyncio.Protocol, '127.0.0.1', 8899)
    transport, _ = await loop.create_connection(Clumsy, '127.0.0.1', 8899)
    transport.close()
    await asyncio.sleep(1)
    server.close()


async def pipes():
    loop = asyncio.get_running_loop()
    for factory in no_protocol, asyncio.Protocol:
        reads, writes = os.pipe()
        for connect, end in (loop.connect_read_pipe, os.fdopen(reads, 'rb')), (loop.connect_write_pipe,
                                                                               os.fdopen(writes, 'wb')):
            if factory is asyncio.Protocol:
                asyncio.current_task().cancel()
            try:
                await connect(factory, end)
            except BaseException:
                traceback.print_exc(file=sys.stdout)


async def leave_open():
    return await asyncio.open_connection('127.0.0.1', 8899)


asyncio.run(serve(), debug=True)
asyncio.run(pipes())


async def close_late():
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: traceback.print_exception(context['exception'], file=sys.stdout))
    await serve()
    server = await asyncio.start_server(lambda reader, writer: None, '127.0.0.1', 8899)
    return await leave_open()


reader, writer = asyncio.run(close_late())
try:
    writer.close()
except RuntimeError:
    traceback.print_exc(file=sys.stdout)
