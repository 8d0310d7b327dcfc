# A connection's transport is one of those that share the marks of their buffers.
import asyncio
from asyncio import transports


async def main():
    async def answer(reader, writer):
        writer.write(await reader.read(10) * 30000)
        print(writer.transport.get_write_buffer_limits(), writer.transport.get_write_buffer_size() > 0)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    transport = writer.transport
    print([cls.__name__ for cls in type(transport).__mro__], isinstance(transport, transports._FlowControlMixin))
    transport.set_write_buffer_limits(high=100)
    print(transport.get_write_buffer_limits())
    try:
        transport.set_write_buffer_limits(1, 2)
    except ValueError as error:
        print(error)
    writer.write(b"0123456789")
    print(len(await reader.read()))
    writer.close()
    server.close()


asyncio.run(main())
