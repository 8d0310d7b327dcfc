# recorded by hand: connections of multiprocessing do not wait by the virtual clock
# multiprocessing.connection.wait takes sockets and numbers of descriptors beside connections and sentinels.
import multiprocessing
import socket
import threading
import time
from multiprocessing.connection import Pipe, wait


def work():
    time.sleep(1)


def later(send, connection):
    time.sleep(1)
    send.send(b'x')
    time.sleep(1)
    connection.send(3)


if __name__ == '__main__':
    left, right = socket.socketpair()
    reader, writer = Pipe(duplex=False)
    thread = threading.Thread(target=later, args=(right, writer))
    thread.start()
    print(wait([left, reader], 0.5))
    print(wait([left, reader]) == [left], left.recv(1))
    print(wait([left, reader]) == [reader], reader.recv())
    thread.join()
    server = socket.create_server(('127.0.0.1', 0))
    client = socket.create_connection(server.getsockname())
    print(wait([server], 1) == [server], wait([client], 0.1), wait([left.fileno()], 0))
    process = multiprocessing.get_context('fork').Process(target=work)
    process.start()
    print(wait([process.sentinel, left, reader]) == [process.sentinel])
    process.join()
    writer.close()
    print(wait([reader, left], 1) == [reader])
    for each in left, right, client, server:
        each.close()
