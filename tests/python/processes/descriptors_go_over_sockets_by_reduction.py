import multiprocessing
import os
import socket
from multiprocessing import reduction


def nothing():
    pass


if __name__ == "__main__":
    one, other = socket.socketpair()
    reading, writing = os.pipe()
    reduction.sendfds(one, [reading, writing])
    got = reduction.recvfds(other, 2)
    print(len(got), set(got) & {reading, writing}, reduction.HAVE_SEND_HANDLE)
    os.write(got[1], b"x")
    print(os.read(reading, 5))
    one.send(b"plain")
    try:
        reduction.recvfds(other, 1)
    except RuntimeError as e:
        print(e)
    one.close()
    other.recv(10)
    try:
        reduction.recvfds(other, 1)
    except EOFError as e:
        print("EOFError", e)
    process = multiprocessing.get_context("fork").Process(target=nothing)
    process.start()
    try:
        process.join("x")
    except TypeError as e:
        print(e)
    process.join(5)
    print(process.exitcode)
