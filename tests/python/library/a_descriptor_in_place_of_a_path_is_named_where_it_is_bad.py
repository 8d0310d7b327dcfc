"""Functions that take a descriptor for a path name it in their error, those that take none but descriptors do not."""
import os
import socket
import stat

for function in (os.path.getsize, os.stat, os.listdir, os.utime, os.chdir, os.fstat, os.scandir, open):
    try:
        print(function(5000))
    except OSError as error:
        print(function.__name__, error, error.filename)
for function in (lambda: os.chmod(5000, 1), lambda: os.access(5000, 1)):
    try:
        print(function())
    except (OSError, TypeError) as error:
        print(error)
print(os.path.exists(5000), os.path.isdir(5000))
print([os.fstat(number).st_size for number in range(3)], os.path.getsize(1) == os.stat(1).st_size)
ends = *os.pipe(), socket.socket()
for end in ends:
    told = os.stat(end if isinstance(end, int) else end.fileno())
    print(told.st_size, stat.filemode(told.st_mode), stat.S_ISFIFO(told.st_mode), stat.S_ISSOCK(told.st_mode))
print(stat.filemode(os.stat("/dev/null").st_mode), os.stat("/dev/null").st_size)
