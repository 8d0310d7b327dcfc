# recorded by hand: the judge waits where the system refuses
# The words with which sockets refuse arguments, and what does not go with what they are.
import socket


def refused(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


listener = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(listener.getsockname())
server, _ = listener.accept()
for method in client.recv, client.send, client.sendall, client.recvfrom, client.recv_into, client.getsockopt:
    refused(method)
refused(client.recv, 1, 2, 3)
refused(client.recv, "x")
refused(client.listen)
refused(client.accept)
refused(listener.recv, 10)
refused(listener.send, b"x")
refused(listener.connect, listener.getsockname())
for timeout in "x", -1, 1e30, float("nan"), 1e10:
    refused(client.settimeout, timeout)
refused(client.setsockopt, socket.SOL_SOCKET, socket.SO_REUSEADDR, "x")
refused(client.setsockopt, socket.SOL_SOCKET, socket.SO_REUSEADDR, 1.5)
refused(client.setsockopt, socket.SOL_SOCKET, socket.SO_REUSEADDR)
refused(client.setsockopt, "x", 1, 1)
refused(client.setsockopt, 1, 2, None, 4)
refused(client.getsockopt, socket.SOL_SOCKET, 999)
refused(client.getsockopt, socket.SOL_SOCKET, socket.SO_TYPE, -1)
refused(client.getsockopt, socket.SOL_SOCKET, socket.SO_TYPE, 5000)
refused(client.shutdown, 9)
refused(client.shutdown, "x")
refused(client.shutdown)
refused(client.recvmsg_into, [b"x"])
refused(socket.socket, "x")
refused(socket.socket, 99)
refused(socket.socket, socket.AF_INET, 99)
refused(socket.socket, socket.AF_INET, socket.SOCK_STREAM, 99)
datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
refused(datagrams.sendto, b"x" * 65508, ("127.0.0.1", 9))
refused(datagrams.listen)
refused(datagrams.accept)
for value in 5, "300.1", "1.2.3.4.5":
    refused(socket.inet_aton, value)
for value in -1, 2 ** 40, "x":
    refused(socket.htonl, value)
for value in -1, 70000, "x":
    refused(socket.htons, value)
refused(socket.create_connection, listener.getsockname(), timeout=-1)
