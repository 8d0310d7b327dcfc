"""write_eof() fails at the socket of a client that has broken off."""
import asyncio


async def main():
    async def handle(reader, writer):
        try:
            await reader.readuntil(b';')
        except asyncio.IncompleteReadError:
            writer.write(b'x')
            try:
                writer.write_eof()
            except OSError as e:
                lines, trace = [], e.__traceback__
                while trace:
                    lines.append((trace.tb_frame.f_code.co_name, trace.tb_lineno if trace.tb_frame.f_code.co_name == 'write_eof' else 0))
                    trace = trace.tb_next
                print(e, lines)

    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection('127.0.0.1', server.sockets[0].getsockname()[1])
    writer.transport.abort()
    await asyncio.sleep(0.1)
    server.close()


asyncio.run(main())
