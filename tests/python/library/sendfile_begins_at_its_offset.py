import io
import os
import socket
import tempfile
import threading

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'data')
with open(path, 'wb') as file:
    file.write(bytes(range(100)))


def sent(file, *args):
    ours, theirs = socket.socketpair()
    got = bytearray()

    def read():
        while data := theirs.recv(1000):
            got.extend(data)
    reader = threading.Thread(target=read)
    reader.start()
    with ours:
        count = ours.sendfile(file, *args)
    reader.join()
    theirs.close()
    print(count, file.tell(), len(got), got[:1])


with open(path, 'rb') as file:
    file.seek(10)
    sent(file)
    sent(file, 5)
    sent(file, 5, 20)
memory = io.BytesIO(bytes(range(100)))
memory.seek(10)
sent(memory)
sent(memory, 5, 20)

stream = socket.socket()
datagrams = socket.socket(type=socket.SOCK_DGRAM)
with open(path) as text, open(path, 'rb') as file:
    for refuses in (lambda: stream.sendfile(text), lambda: datagrams.sendfile(file), lambda: stream.sendfile(file, 0, 0),
                    lambda: stream.sendfile(file, 0, '5')):
        try:
            refuses()
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
stream.close()
datagrams.close()
