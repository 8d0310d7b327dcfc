import multiprocessing as mp
import os
import socket
import threading


def serve(conn, address):
    with conn:
        while data := conn.recv(1024):
            conn.sendall(data.upper())


def client(address, text):
    with socket.create_connection(address) as sock:
        sock.sendall(text)
        sock.shutdown(socket.SHUT_WR)
        print('answer', sock.makefile('rb').read(), flush=True)


def accepts(listener):
    conn, _ = listener.accept()
    conn.sendall(b'from a spawned acceptor')
    conn.close()


def takes(queue):
    sock = queue.get()
    sock.sendall(b'through a queue')
    sock.close()


if __name__ == '__main__':
    ctx = mp.get_context('spawn')
    listener = socket.create_server(('127.0.0.1', 0))
    address = listener.getsockname()
    for text in (b'one', b'two'):
        thread = threading.Thread(target=client, args=(address, text))
        thread.start()
        conn, peer = listener.accept()
        process = ctx.Process(target=serve, args=(conn, peer))
        process.start()
        conn.close()
        process.join()
        thread.join()
    process = ctx.Process(target=accepts, args=(listener,))
    process.start()
    with socket.create_connection(address) as sock:
        print(sock.recv(100))
    process.join()
    print(process.exitcode)
    here, there = socket.socketpair()
    queue = mp.Queue()
    process = mp.Process(target=takes, args=(queue,))
    process.start()
    queue.put(there)
    print(here.recv(100))
    process.join()
    there.close()
    here.close()
    import pickle
    try:
        pickle.dumps(listener)
    except TypeError as exc:
        print(exc)
    listener.close()
