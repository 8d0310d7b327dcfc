# A socket that was never connected has hung up: select does not wait for it. Of raw sockets the protocol is asked first.
import select
import socket
import time


def ready(*things):
    before = time.monotonic()
    found = select.select(things, things, things, 1)
    return [[things.index(thing) for thing in side] for side in found], round(time.monotonic() - before, 1)


class Counted:
    calls = 0

    def fileno(self):
        Counted.calls += 1
        return fresh.fileno()


fresh, local, datagrams = socket.socket(), socket.socket(socket.AF_UNIX), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
bound = socket.socket()
bound.bind(('127.0.0.1', 0))
for thing in fresh, local, datagrams, bound:
    print(ready(thing))
bound.listen()
print(ready(bound), ready(bound, fresh))
print(select.select([Counted()], [], [], 1)[1:], Counted.calls)
refused = socket.socket()
print(refused.connect_ex(('127.0.0.1', 9)), ready(refused))
near = socket.create_connection(bound.getsockname())
far, _ = bound.accept()
print(ready(near))
far.close()
print(ready(near))
near.shutdown(socket.SHUT_RDWR)
print(ready(near))
try:
    socket.socket(socket.AF_INET, socket.SOCK_RAW)
except OSError as error:
    print(error)
