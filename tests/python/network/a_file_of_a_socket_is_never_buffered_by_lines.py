import socket

near, far = socket.socketpair()
far.setblocking(False)


def come():
    try:
        return far.recv(100)
    except BlockingIOError:
        return "nothing"


lines = near.makefile("w", buffering=1)
print(lines.line_buffering)
lines.write("a line\n")
print(come())
lines.flush()
print(come())
print("and more", file=lines, flush=True)
print(come())
