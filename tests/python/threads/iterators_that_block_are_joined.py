# What is joined or written line by line may block between its items.
import socket
import sys
import threading
import time


def late(sock):
    for piece in b'one ', b'two ', b'three':
        time.sleep(1)
        sock.sendall(piece)
    sock.close()


def lines():
    for n in range(3):
        time.sleep(1)
        yield f'line {n}\n'


near, far = socket.socketpair()
threading.Thread(target=late, args=(far,)).start()
print(b''.join(iter(lambda: near.recv(100), b'')), time.monotonic())
near.close()
print(bytearray(b'-').join(line.encode() for line in lines()))
sys.stdout.writelines(lines())
for bad in (5, [b'x', 'y'], iter('ab')):
    try:
        print(b','.join(bad))
    except TypeError as exc:
        print(exc)
