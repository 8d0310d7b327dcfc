"""An IPv4 address may be written with fewer parts, in hexadecimal figures, or as one number."""
import socket

for host in ('127.1', '1', '0', '1.2.3', '0x7f.1', '127.0.0.1 ', '1.2.3.4.5', '256.1.1.1', '4294967296'):
    try:
        print(host, socket.getaddrinfo(host, 80, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)[0][4])
    except socket.gaierror as error:
        print(host, error)
with socket.create_server(('127.0.0.1', 0)) as server:
    with socket.create_connection(('127.1', server.getsockname()[1])) as client:
        print(client.getpeername()[0])
