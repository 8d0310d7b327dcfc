# One with a time limit, which waits for it by itself, reads the end of what never was.
import socket

for limit in (None, 1):
    with socket.socket() as client:
        client.settimeout(limit)
        try:
            client.connect(("127.0.0.1", 9))
        except OSError as exc:
            print(exc)
        try:
            print(client.recv(1))
        except OSError as exc:
            print(exc)
