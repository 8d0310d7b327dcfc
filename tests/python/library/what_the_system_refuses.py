"""Arguments that calls of the system refuse, and links that lead nowhere."""
import fcntl
import grp
import io
import os
import pickle
import pwd
import tempfile
import wave


def attempt(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except Exception as error:
        return f'{type(error).__name__}: {error}'.replace(folder, '…')


folder = tempfile.mkdtemp()
file = folder + '/f'
with open(file, 'w') as opened:
    opened.write('abc')

for times, more in ((5, {}), ((5,), {}), ((5, 'a'), {}), (None, {'ns': (1.5, 2)}), (None, {'ns': 5}), ((1, 2), {'ns': (1, 2)}), ((1, 2.5), {}),
                    (None, {'ns': (1, 2)})):
    print(attempt(os.utime, file, times, **more), os.stat(file).st_mtime_ns if (times, more) in (((1, 2.5), {}), (None, {'ns': (1, 2)})) else '')
print(attempt(os.chown, file, -1.0, 0), attempt(os.chown, file, 0, 'a'), attempt(os.lchown, file, None, None), attempt(os.fchown, 0, 1, 1.5))
print([attempt(change, 'a') for change in (os.setuid, os.setgid, os.seteuid)], attempt(os.setuid, -5), attempt(os.setreuid, -1, -1))
for name, value in (('a=b', 'c'), ('', 'c'), ('a', 'x\0')):
    print(attempt(os.putenv, name, value) if '\0' not in value else '', attempt(os.environ.__setitem__, name, value))
print(attempt(os.unsetenv, 'a=b'), attempt(os.unsetenv, ''))
print(attempt(pickle.dumps, next(os.scandir(folder))))
number = os.open(file, os.O_RDONLY)
print(attempt(os.ftruncate, number, 1), attempt(os.tcgetpgrp, 99), attempt(os.ttyname, 99), attempt(os.ttyname, number))

allowed = os.sched_getaffinity(0)
os.sched_setaffinity(0, {min(allowed)})
print(os.process_cpu_count(), os.sched_getaffinity(0) == {min(allowed)}, os.cpu_count() >= 1)
os.sched_setaffinity(0, allowed)
print(os.process_cpu_count() == len(allowed), attempt(os.sched_setaffinity, 0, [-1]), attempt(os.sched_setaffinity, 0, []))

os.symlink(folder + '/nowhere', folder + '/link')
print(attempt(os.mkdir, folder + '/link'), attempt(os.makedirs, folder + '/link', exist_ok=True), attempt(os.makedirs, folder + '/link/a'))
print(attempt(open, folder + '/link', 'x'), sorted(os.listdir(folder)))
open(folder + '/link', 'w').close()
print(sorted(os.listdir(folder)))


class Own(io.FileIO):
    pass


plain = open(file, 'rb', buffering=0)
print(str(plain).replace(folder, '…'), str(Own(file)).replace(folder, '…'))
del plain.name
print('name' not in str(plain), 'fd=' in str(plain))
plain.close()
print(plain, attempt(io.FileIO, file, 0), attempt(io.FileIO, file, 'r', False))
directory = os.open(folder, os.O_RDONLY)
print(attempt(open, directory, closefd=False).startswith('IsADirectoryError: [Errno 21] Is a directory: '))
print([attempt(fcntl.flock, file, fcntl.LOCK_SH) for file in ('spam', None, -1)], attempt(fcntl.fcntl, 5.5, fcntl.F_GETFD))
print(attempt(pwd.getpwnam, 'a\0b'), attempt(grp.getgrnam, 'a\0b'), attempt(grp.getgrnam, 'nobody at all'))


class Forward(io.BytesIO):
    def tell(self):
        raise io.UnsupportedOperation

    seek = tell


sound = io.BytesIO()
with wave.open(sound, 'wb') as made:
    made.setparams((1, 2, 8000, 0, 'NONE', 'not compressed'))
    made.writeframes(b'abcdefgh')
with wave.open(Forward(sound.getvalue())) as read:
    print(read.getparams(), read.readframes(3), read.tell(), attempt(read.rewind), attempt(read.readframes, 1))
