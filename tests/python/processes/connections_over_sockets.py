# Compared with CPython's real processes: the judge's network is within one.
import os
import threading
import time
from multiprocessing import AuthenticationError, Process
from multiprocessing.connection import Client, Connection, Listener, wait


def serve(address, key):
    with Listener(address, authkey=key) as listener:
        for _ in range(2):
            with listener.accept() as connection:
                try:
                    while True:
                        connection.send(["echo", connection.recv()])
                except EOFError:
                    pass


def main():
    for address in ("localhost", 50113), "/tmp/loopscope.sock":
        process = Process(target=serve, args=(address, b"secret"))
        process.start()
        time.sleep(1)
        for _ in range(2):
            with Client(address, authkey=b"secret") as connection:
                print(type(connection) is Connection or type(connection).__name__)
                for message in ("a", {"b": [1, None]}, b"x" * 100_000):
                    connection.send(message)
                    word, back = connection.recv()
                    print(word, back == message)
                print(connection.poll(), connection.closed)
        process.join()
        print(process.exitcode, connection.closed)

    try:
        Client(("localhost", 50113))
    except ConnectionRefusedError as error:
        print(error)

    # Both in one process, with a wrong key.
    with Listener(("127.0.0.1", 0), authkey=b"right") as listener:
        def accept():
            try:
                listener.accept()
            except AuthenticationError as error:
                print("listener:", error)

        thread = threading.Thread(target=accept)
        thread.start()
        try:
            Client(listener.address, authkey=b"wrong")
        except AuthenticationError as error:
            thread.join()
            print("client:", error)

    with Listener(("127.0.0.1", 0)) as listener:
        first, second = Client(listener.address), Client(listener.address)
        ends = [listener.accept(), listener.accept()]
        print(listener.last_accepted[0])
        second.send_bytes(b"raw")
        print([ends.index(end) for end in wait(ends, timeout=1)], ends[1].recv_bytes())
        first.close()
        try:
            ends[0].recv()
        except EOFError:
            print("EOF")
        for end in (*ends, second):
            end.close()
    try:
        listener.accept()
    except OSError as error:
        print(error)
    print(os.path.exists("/tmp/loopscope.sock"))


if __name__ == "__main__":
    main()
