"""/proc/self/fd lists what is open."""
import os
import socket


def count():
    return len(os.listdir('/proc/self/fd'))


before = count()
with open('/tmp/open_numbers', 'w') as file:
    print(count() - before, os.readlink(f'/proc/self/fd/{file.fileno()}'))
print(count() - before)
read, write = os.pipe()
print(count() - before, os.readlink(f'/proc/self/fd/{read}').partition(':')[0])
os.close(read)
os.close(write)
with socket.socket() as sock:
    print(count() - before, os.readlink(f'/proc/self/fd/{sock.fileno()}').partition(':')[0])
print(count() - before, os.path.isdir('/proc/self/fd'), {'0', '1', '2'} <= set(os.listdir(f'/proc/{os.getpid()}/fd')))
