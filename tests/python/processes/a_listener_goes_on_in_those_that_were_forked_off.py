# recorded by hand: processes are started
"""The parent closes a socket that listens; its children accept from it until the last of them has closed it as well."""
import multiprocessing as mp
import os
import socket
import time

listener = socket.create_server(('127.0.0.1', 0))
port = listener.getsockname()[1]


def ask(text):
    with socket.create_connection(('127.0.0.1', port)) as client:
        client.sendall(text)
        return client.recv(100)


def serve(times):
    for _ in range(times):
        connection, _ = listener.accept()
        connection.sendall(b'got ' + connection.recv(100))
        connection.close()


children = []
for times in (1, 2):
    pid = os.fork()
    if pid == 0:
        serve(times)
        os._exit(times)
    children.append(pid)
listener.close()
for number in range(3):
    print(ask(b'request %d' % number))
print([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children])
try:
    ask(b'too late')
except ConnectionRefusedError as error:
    print(error)

listener = socket.create_server(('127.0.0.1', 0))
port = listener.getsockname()[1]
worker = mp.get_context('fork').Process(target=serve, args=(2,))
worker.start()
listener.close()
print(ask(b'one'), ask(b'two'))
worker.join()
try:
    ask(b'three')
except ConnectionRefusedError as error:
    print(error)
