# recorded by hand: a virtual clock does not see who waits in open()
# os.mkfifo: who opens it waits for the other side; threads and processes pass bytes, and the last writer ends them.
import os
import pathlib
import stat
import subprocess
import threading
import time

PATH = '/tmp/named_pipe'
if os.path.exists(PATH):
    os.unlink(PATH)
os.mkfifo(PATH)
print(stat.S_ISFIFO(os.stat(PATH).st_mode), oct(os.stat(PATH).st_mode), pathlib.Path(PATH).is_fifo(), os.path.isfile(PATH))
for path in PATH, '/nowhere/pipe':
    try:
        os.mkfifo(path)
    except OSError as exc:
        print(repr(exc), exc.filename)


def write():
    with open(PATH, 'w') as pipe:
        print('writer')
        pipe.write('one\ntwo\n')


def read_late():
    time.sleep(0.2)
    with open(PATH) as pipe:
        print('late', pipe.readline())


thread = threading.Thread(target=write)
thread.start()
with open(PATH) as pipe:
    print(list(pipe))
thread.join()
thread = threading.Thread(target=read_late)
began = time.monotonic()
thread.start()
with open(PATH, 'w') as pipe:
    print('waited', round(time.monotonic() - began, 1))
    pipe.write('line\n')
thread.join()

try:
    os.open(PATH, os.O_WRONLY | os.O_NONBLOCK)
except OSError as exc:
    print(exc)
reader = os.open(PATH, os.O_RDONLY | os.O_NONBLOCK)
print(os.read(reader, 5))
writer = os.open(PATH, os.O_WRONLY)
try:
    os.read(reader, 5)
except BlockingIOError as exc:
    print(exc)
os.write(writer, b'bytes')
print(os.read(reader, 9))
os.close(reader)
try:
    os.write(writer, b'more')
except BrokenPipeError as exc:
    print(exc)
os.close(writer)
both = os.open(PATH, os.O_RDWR)
os.write(both, b'both')
print(os.read(both, 9))
os.close(both)

child = os.fork()
if not child:
    with open(PATH, 'w') as pipe:
        pipe.write('from a child')
    os._exit(0)
with open(PATH) as pipe:
    print(pipe.read())
os.waitpid(child, 0)
process = subprocess.Popen(['cat', PATH], stdout=subprocess.PIPE)
with open(PATH, 'wb') as pipe:
    pipe.write(b'to cat')
print(process.communicate()[0])
os.remove(PATH)
print(os.path.exists(PATH))
