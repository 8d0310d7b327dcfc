# recorded by hand: the judge loses sight of a listener that has two numbers
# dup, fromfd and detach: a connection is open until the last of its numbers is closed.
import os
import socket
import threading

listener = socket.create_server(("127.0.0.1", 0))


def answers():
    first, _ = listener.accept()
    second = first.dup()
    first.close()
    with second, second.makefile("rw") as file:
        for line in file:
            file.write(line.upper())
            file.flush()


thread = threading.Thread(target=answers)
thread.start()
one = socket.create_connection(listener.getsockname())
two = one.dup()
print(two.fileno() != one.fileno(), two.gettimeout(), two.getpeername() == one.getpeername(), two.family, two.type)
one.close()
print(one.fileno(), two.fileno() > 0)
two.sendall(b"of the copy\n")
print(two.recv(100))
three = socket.fromfd(two.fileno(), socket.AF_INET, socket.SOCK_STREAM)
two.close()
three.sendall(b"of the number\n")
print(three.recv(100))
number = three.detach()
four = socket.socket(fileno=number)
print(three.fileno(), four.fileno() == number, four.family.name, four.type.name)
four.shutdown(socket.SHUT_WR)
print(four.recv(100))
four.close()
thread.join()

copy = listener.dup()
listener.close()
client = socket.create_connection(copy.getsockname())
server, _ = copy.accept()
client.sendall(b"accepted by a copy")
print(server.recv(100))
for each in client, server, copy:
    each.close()

left, right = socket.socketpair()
number = os.dup(left.fileno())
left.close()
os.write(number, b"by number")
print(right.recv(100))
os.close(number)
print(right.recv(100))
right.close()

left, right = socket.socketpair()
number = socket.dup(left.fileno())
socket.close(number)
left.sendall(b"one is left")
print(right.recv(100))
left.close()
print(right.recv(100))
right.close()
try:
    socket.fromfd(9999, socket.AF_INET, socket.SOCK_STREAM)
except OSError as error:
    print(error)

# What has not been sent for good is taken back.
import struct

listener = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(listener.getsockname())
server, _ = listener.accept()
client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
print(struct.unpack("ii", client.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)))
client.close()
try:
    server.recv(10)
except ConnectionResetError as error:
    print(error)
print(server.recv(10))
server.close()
client = socket.create_connection(listener.getsockname())
server, _ = listener.accept()
server.shutdown(socket.SHUT_RD)
print(server.recv(10))
client.sendall(b"x")
server.sendall(b"writing goes on")
print(client.recv(100))
buffers = bytearray(4), bytearray(8)
server.sendall(b"in two parts")
print(client.recvmsg_into(buffers)[0], buffers)
