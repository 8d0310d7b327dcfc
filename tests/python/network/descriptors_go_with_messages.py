# What is open can be sent through a socket of the machine's own (SCM_RIGHTS).
import array
import os
import socket

here, there = socket.socketpair()
print(socket.CMSG_LEN(4), socket.CMSG_SPACE(4), socket.CMSG_LEN(0))
reader, writer = os.pipe()
print(socket.send_fds(here, [b'hi'], [writer]))
data, numbers, flags, address = socket.recv_fds(there, 100, 5)
print(data, len(numbers), flags, address, numbers[0] != writer)
os.write(numbers[0], b'through it')
print(os.read(reader, 20))
os.close(writer)
os.write(numbers[0], b'still open')
os.close(numbers[0])
print(os.read(reader, 20), os.read(reader, 20))

with open('/tmp/sent', 'w') as file:
    file.write('words in a file')
file = open('/tmp/sent')
here.sendmsg([b'x', b'yz'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [file.fileno()]))])
file.close()
data, ancillary, flags, address = there.recvmsg(10, socket.CMSG_LEN(4))
print(data, [(level, kind, len(numbers)) for level, kind, numbers in ancillary])
with os.fdopen(array.array('i', ancillary[0][2])[0]) as got:
    print(got.read())

# What comes before is read with it, what comes after is not.
near, far = socket.socketpair()
here.send(b'before ')
socket.send_fds(here, [b'with'], [near.fileno(), far.fileno()])
here.send(b' after')
data, numbers, *_ = socket.recv_fds(there, 100, 2)
print(data, len(numbers), there.recvmsg(100))
one = socket.socket(fileno=numbers[0])
far.send(b'to the socket')
print(one.recv(20))
os.close(numbers[1])

# No room for them: they are closed.
reader, writer = os.pipe()
socket.send_fds(here, [b'lost'], [writer])
os.close(writer)
print(there.recv(10), os.read(reader, 5))
socket.send_fds(here, [b'two'], [0, 1])
print([len(numbers) for _, _, numbers in there.recvmsg(10, socket.CMSG_LEN(4))[1]])
try:
    socket.send_fds(here, [b'x'], [999])
except OSError as e:
    print(e)
try:
    socket.CMSG_LEN(-1)
except OverflowError as e:
    print(e)
left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
socket.send_fds(left, [b'apart'], [near.fileno()])
print(socket.recv_fds(right, 10, 1)[0])
