import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def client(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for word in ("hello", "bye"):
        writer.write(f"{word} from {name}\n".encode())
        answer = await reader.readline()
        print(name, "reads", answer.decode().strip())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8888)
    async with server:
        await asyncio.gather(client("ann", 8888), client("bo", 8888))
    print("server closed")


asyncio.run(main())
