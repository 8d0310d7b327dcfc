"""A socket whose peer has gone takes as much as it has room for, and fails the next time."""
import socket
server = socket.create_server(('127.0.0.1', 0))
client = socket.create_connection(server.getsockname())
peer, _ = server.accept()
peer.close()
client.setblocking(False)
data = bytes(20 * 1024 * 1024)
sent = client.send(data)
print(0 < sent < len(data))
for _ in range(2):
    try:
        client.send(data[sent:])
    except OSError as e:
        print(type(e).__name__)
