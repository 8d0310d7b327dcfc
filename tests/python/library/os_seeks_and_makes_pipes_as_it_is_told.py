"""os.pipe2's flags hold for both ends; os.lseek knows where data and the hole behind it begin, and refuses other places."""
import os
import tempfile


def refused(call, *args):
    try:
        print(call(*args))
    except OSError as e:
        print(e.errno, e)


for flags in 0, os.O_NONBLOCK, os.O_CLOEXEC, os.O_NONBLOCK | os.O_CLOEXEC:
    ends = os.pipe2(flags)
    print([(os.get_blocking(end), os.get_inheritable(end)) for end in ends])
    for end in ends:
        os.close(end)
refused(os.pipe2, 1)

with tempfile.TemporaryFile() as file:
    file.write(b'0123456789')
    file.flush()
    fd = file.fileno()
    refused(os.lseek, fd, 3, os.SEEK_DATA)
    refused(os.lseek, fd, 3, os.SEEK_HOLE)
    refused(os.lseek, fd, 10, os.SEEK_DATA)
    refused(os.lseek, fd, -1, os.SEEK_SET)
    refused(os.lseek, fd, -20, os.SEEK_END)
    refused(os.lseek, fd, 0, 99)
    refused(os.lseek, fd, -2, os.SEEK_END)
    print(os.read(fd, 5))
    refused(os.lseek, fd, 100, os.SEEK_SET)
    print(os.read(fd, 5))
read, write = os.pipe()
refused(os.lseek, read, 0, 0)
refused(os.lseek, 999, 0, 0)
