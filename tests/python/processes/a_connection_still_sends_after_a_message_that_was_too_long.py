from multiprocessing import Pipe

one, other = Pipe()
one.send_bytes(b'a message of some length')
try:
    other.recv_bytes(5)
except OSError as err:
    print(err)
print(other.closed, other.readable, other.writable)
other.send('still here')
print(one.recv())
one.send('goes nowhere')
try:
    other.recv()
except OSError as err:
    print(err)
other.close()
print(other.closed)

reader, writer = Pipe(duplex=False)
writer.send_bytes(b'a message of some length')
try:
    reader.recv_bytes(5)
except OSError as err:
    print(err)
print(reader.closed)
