# stdin: one
# stdin: two
"""A program that reads its input without waiting sets the stream's mode first, by fcntl or by os."""
import fcntl
import os
import sys

print(os.get_blocking(0), os.get_blocking(sys.stdin.fileno()))
flags = fcntl.fcntl(sys.stdin, fcntl.F_GETFL)
fcntl.fcntl(sys.stdin, fcntl.F_SETFL, flags | os.O_NONBLOCK)
print(os.get_blocking(0), fcntl.fcntl(sys.stdin, fcntl.F_GETFL) & os.O_NONBLOCK == os.O_NONBLOCK)

print(repr(sys.stdin.read()), repr(sys.stdin.read()))
os.set_blocking(0, True)
print(os.get_blocking(0))
