# Whether a number is inherited is its own affair; dup gives one that is not, dup2 one that is, unless it is told otherwise.
import fcntl
import os
import socket

reader, writer = os.pipe()
print(os.get_inheritable(reader), os.get_inheritable(os.dup(reader)))
os.dup2(reader, 20)
os.dup2(reader, 21, inheritable=False)
print(os.get_inheritable(20), os.get_inheritable(21), os.get_inheritable(reader))
os.set_inheritable(reader, True)
os.set_inheritable(20, False)
print(os.get_inheritable(reader), os.get_inheritable(20), fcntl.fcntl(reader, fcntl.F_GETFD), fcntl.fcntl(20, fcntl.F_GETFD))
fcntl.fcntl(reader, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
print(os.get_inheritable(reader))
with open("/tmp/file", "w") as file, socket.socket() as made:
    os.dup2(file.fileno(), 30)
    made.set_inheritable(True)
    print(os.get_inheritable(file.fileno()), os.get_inheritable(30), made.get_inheritable(), made.dup().get_inheritable())
os.dup2(1, 40)
print(os.get_inheritable(os.dup(1)), os.get_inheritable(40), os.get_inheritable(1))
os.set_blocking(reader, False)
print(os.get_blocking(reader), os.get_blocking(20), os.get_blocking(writer))
