# What a socket says once it is closed.
import socket

server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())
connection, _ = server.accept()
left, right = socket.socketpair()
for end in (connection, client, server, left):
    end.close()
    print(end.fileno(), end.gettimeout(), end.detach())
    for call in (
        end.getpeername,
        end.getsockname,
        end.listen,
        end.dup,
        lambda: end.send(b"x"),
        lambda: end.sendall(b"x"),
        lambda: end.settimeout(1),
        lambda: end.setblocking(False),
        lambda: end.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR),
        lambda: end.shutdown(socket.SHUT_RDWR),
    ):
        try:
            print(call())
        except OSError as error:
            print(error)
right.close()
