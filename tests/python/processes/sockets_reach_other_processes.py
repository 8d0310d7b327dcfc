# Compared with CPython's real processes: the judge's network is within one.
import asyncio
import multiprocessing
import socket
import time


def upper_server(ready):
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", 50107))
        listener.listen()
        ready.set()
        for _ in range(2):
            connection, address = listener.accept()
            with connection:
                while data := connection.recv(1024):
                    connection.sendall(data.upper())


async def echo(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(1)
        writer.write(b"echo " + line)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def echo_server():
    server = await asyncio.start_server(echo, "127.0.0.1", 50108)
    async with server:
        await server.serve_forever()


def run_echo_server():
    asyncio.run(echo_server())


async def client(name):
    reader, writer = await asyncio.open_connection("127.0.0.1", 50108)
    answers = []
    for word in ("hello", "bye"):
        writer.write(f"{word} {name}\n".encode())
        answers.append((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()
    return answers


async def clients():
    return await asyncio.gather(client("ann"), client("bob"))


def deaf(ready):
    listener = socket.create_server(("127.0.0.1", 50112))
    ready.set()
    time.sleep(1)


def handle(connection):
    with connection:
        connection.sendall(b"welcome\n")
        data = connection.recv(100)
        connection.sendall(b"<" + data + b">")


def forking_server(ready):
    with socket.create_server(("127.0.0.1", 50109)) as listener:
        ready.set()
        workers = []
        for _ in range(2):
            connection, _ = listener.accept()
            worker = multiprocessing.Process(target=handle, args=(connection,))
            worker.start()
            connection.close()
            workers.append(worker)
        for worker in workers:
            worker.join()


def datagrams(ready):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as place:
        place.bind(("127.0.0.1", 50110))
        ready.set()
        data, address = place.recvfrom(100)
        place.sendto(data[::-1], address)


def big(port):
    with socket.create_connection(("127.0.0.1", port)) as sender:
        sender.sendall(b"x" * 300_000)


def talk(pair):
    pair.sendall(b"from the child")
    print("child reads", pair.recv(100), flush=True)


def main():
    ready = multiprocessing.Event()
    process = multiprocessing.Process(target=upper_server, args=(ready,))
    process.start()
    ready.wait()
    for word in (b"hello", b"bye"):
        with socket.create_connection(("127.0.0.1", 50107)) as link:
            link.sendall(word)
            print(link.recv(1024), link.getpeername())
            link.shutdown(socket.SHUT_WR)
            print(link.recv(1024))
    process.join()
    try:
        socket.create_connection(("127.0.0.1", 50107))
    except ConnectionRefusedError as error:
        print(error)

    process = multiprocessing.Process(target=run_echo_server, daemon=True)
    process.start()
    time.sleep(1)
    print(asyncio.run(clients()))
    try:
        socket.create_server(("127.0.0.1", 50108))
    except OSError as error:
        print(error.errno)
    link = socket.create_connection(("127.0.0.1", 50108))
    time.sleep(1)
    process.terminate()
    process.join()
    print(process.exitcode, link.recv(100))
    link.close()

    ready.clear()
    process = multiprocessing.Process(target=deaf, args=(ready,))
    process.start()
    ready.wait()
    link = socket.create_connection(("127.0.0.1", 50112))
    time.sleep(2)
    try:
        print(link.recv(100))
    except ConnectionResetError as error:
        print(error)
    link.close()
    process.join()

    ready.clear()
    process = multiprocessing.Process(target=forking_server, args=(ready,))
    process.start()
    ready.wait()
    links = [socket.create_connection(("127.0.0.1", 50109)) for _ in range(2)]
    for link in links:
        with link, link.makefile("rb") as file:
            print(file.readline())
            link.sendall(b"data")
            print(file.read())
    process.join()

    ready.clear()
    process = multiprocessing.Process(target=datagrams, args=(ready,))
    process.start()
    ready.wait()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as place:
        place.sendto(b"desserts", ("127.0.0.1", 50110))
        print(place.recv(100))
    process.join()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        process = multiprocessing.Process(target=big, args=(listener.getsockname()[1],))
        process.start()
        connection, _ = listener.accept()
        total = 0
        while data := connection.recv(65536):
            total += len(data)
        print(total)
        connection.close()
        process.join()

    ours, theirs = socket.socketpair()
    process = multiprocessing.Process(target=talk, args=(theirs,))
    process.start()
    print(ours.recv(100))
    ours.sendall(b"from the parent")
    process.join()
    theirs.close()
    print(ours.recv(100))
    ours.close()


if __name__ == "__main__":
    main()
