"""What open() asks an opener for, and descriptors of directories."""
import os


def told(path, flags):
    print(path, flags & ~os.O_CLOEXEC == expected, flags & os.O_CLOEXEC != 0)
    return os.open(path, flags)


path = '/tmp/openers'
for mode, expected in (('w', os.O_WRONLY | os.O_CREAT | os.O_TRUNC), ('a', os.O_WRONLY | os.O_CREAT | os.O_APPEND),
                       ('r', os.O_RDONLY), ('r+', os.O_RDWR), ('w+', os.O_RDWR | os.O_CREAT | os.O_TRUNC),
                       ('x', os.O_WRONLY | os.O_CREAT | os.O_EXCL)):
    if mode == 'x':
        os.remove(path)
    with open(path, mode, opener=told) as file:
        if mode != 'r':
            file.write(mode)
    print(mode, open(path).read())
for wrong in lambda: open(path, opener=lambda p, f: -1), lambda: open(path, opener=lambda p, f: 'x'), lambda: open(path, closefd=False):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
os.remove(path)
fd = os.open('/tmp', os.O_RDONLY)
print(os.path.exists(fd), os.path.isdir('/tmp'), oct(os.stat(fd).st_mode)[:3])
os.close(fd)
print(os.path.exists(10 ** 6))
try:
    os.open('/tmp', os.O_WRONLY)
except OSError as e:
    print(e)
