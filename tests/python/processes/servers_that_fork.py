# Compared with CPython's real processes: the judge's network is within one.
import os
import socket
import socketserver
import threading

parent = os.getpid()


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        line = self.rfile.readline().strip()
        self.wfile.write(line.upper() + (b" here" if os.getpid() == parent else b" in a child") + b"\n")


with socketserver.ForkingTCPServer(("127.0.0.1", 0), Handler) as server:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
    thread.start()
    for word in (b"one", b"two"):
        with socket.create_connection(server.server_address) as link:
            link.sendall(word + b"\n")
            print(link.makefile("rb").read())
    server.shutdown()
    thread.join()


def serve(listener, name):
    """One of several that accept from the same listener."""
    connection, _ = listener.accept()
    with connection:
        connection.sendall(name.encode())


with socket.create_server(("127.0.0.1", 0)) as listener:
    pids = []
    for name in ("ann", "bob"):
        pid = os.fork()
        if pid == 0:
            serve(listener, name)
            os._exit(0)
        pids.append(pid)
    names = []
    for _ in pids:
        with socket.create_connection(listener.getsockname()) as link:
            names.append(link.recv(10).decode())
    print(sorted(names), [os.waitpid(pid, 0)[1] for pid in pids])
