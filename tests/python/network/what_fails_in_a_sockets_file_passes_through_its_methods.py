"""A file over a connection reads by `readinto` and writes by `write`: what the connection raises shows these frames."""
import socket
import struct
import threading
import time
import traceback


def reset(connection):
    connection.recv(1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    connection.close()


def slow(connection):
    time.sleep(2)
    connection.close()


def told(error):
    print(type(error).__name__, error)
    for frame in traceback.extract_tb(error.__traceback__)[2:]:
        print('   ', frame.name, frame.line)


def run(serve, use, timeout=None):
    with socket.create_server(('127.0.0.1', 0)) as listening:
        threading.Thread(target=lambda: serve(listening.accept()[0])).start()
        with socket.create_connection(listening.getsockname()) as connection:
            connection.settimeout(timeout)
            try:
                use(connection)
            except OSError as error:
                told(error)


def lines(connection):
    with connection.makefile('rw') as file:
        print('x', file=file, flush=True)
        file.readline()


def late(connection):
    file = connection.makefile('rb')
    try:
        file.readline()
    except TimeoutError as error:
        told(error)
    file.read(3)


def raw(connection):
    file = connection.makefile('rb', buffering=0)
    connection.send(b'x')
    file.read(10)


def writes(connection):
    file = connection.makefile('wb', buffering=0)
    file.write(b'x')
    time.sleep(0.5)
    file.write(b'y')


run(reset, lines)
run(slow, late, 0.5)
run(reset, raw)
run(reset, writes)
