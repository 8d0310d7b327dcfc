"""A loop that stops watching a socket and begins again finds it ready after what has become ready meanwhile."""
import asyncio
import socket


async def serve(loop, listening, done):
    for _ in range(4):
        connection, _ = await loop.sock_accept(listening)
        done.append(asyncio.create_task(answer(loop, connection)))


async def answer(loop, connection):
    with connection:
        while data := await loop.sock_recv(connection, 64):
            print("got", data.decode())
            await loop.sock_sendall(connection, data.upper())


async def ask(loop, name, address, rounds):
    with socket.socket() as s:
        s.setblocking(False)
        await loop.sock_connect(s, address)
        for n in range(rounds):
            await loop.sock_sendall(s, f"{name}{n}".encode())
            print(name, "hears", (await loop.sock_recv(s, 64)).decode())


async def main():
    loop = asyncio.get_running_loop()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        done = []
        server = asyncio.create_task(serve(loop, listening, done))
        await asyncio.gather(*(ask(loop, name, listening.getsockname(), 3) for name in "abcd"))
        await server
        await asyncio.gather(*done)
    left, right = socket.socketpair()
    for end in (left, right):
        end.setblocking(False)
    third, fourth = socket.socketpair()
    seen = []
    loop.add_reader(left, seen.append, "left")
    loop.add_reader(third, seen.append, "third")
    right.send(b"1")
    fourth.send(b"1")
    loop.remove_reader(left)
    loop.add_reader(left, seen.append, "left again")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for end in (left, third):
        loop.remove_reader(end)
    print(seen)
    for end in (left, right, third, fourth):
        end.close()


asyncio.run(main())
