# The pipes to a process have file descriptors: the lowest that are free.
import builtins
import fcntl
import os
import re
import select
import subprocess
import sys

base, other = os.pipe()
os.close(base), os.close(other)


def print(*args):
    builtins.print(*[re.sub(r'name=(\d+)', lambda m: f'name=+{int(m[1]) - base}', str(arg)) for arg in args])



echo = [sys.executable, '-c', 'print(input())']
p = subprocess.Popen(echo, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
print(p.stdin, p.stdout, p.stderr, p.stdout.fileno() - base)
print(select.select([p.stdout, p.stderr], [p.stdin], [], 0)[1] == [p.stdin])
os.write(p.stdin.fileno(), b'late\n')
print(select.select([p.stdout], [], [])[0] == [p.stdout], p.stdout.readline())
p.communicate()
print(p.stdout)

p = subprocess.Popen(['cat'], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
print(p.stdout, p.communicate())

p = subprocess.Popen(echo, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
fd = p.stdout.fileno()
os.set_blocking(fd, False)
print(p.stdout.read(), p.stdout.readline(), p.stdout.read(5))
try:
    os.read(fd, 10)
except BlockingIOError as e:
    print(e)
p.stdin.write(b'more\n')
p.stdin.close()
p.wait()
print(p.stdout.read(), p.stdout.read(), p.stdout.read(3))
p.stdout.close()

p = subprocess.Popen(echo, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
fd = p.stdout.fileno()
fcntl.fcntl(fd, fcntl.F_SETFL, fcntl.fcntl(fd, fcntl.F_GETFL) | os.O_NONBLOCK)
try:
    os.read(fd, 10)
except BlockingIOError as e:
    print(e)
os.set_blocking(fd, True)
p.stdin.write(b'late\n')
p.stdin.close()
print(os.read(fd, 2), p.wait(), os.read(fd, 100), os.read(fd, 100))
p.stdout.close()
try:
    p.stdout.fileno()
except ValueError as e:
    print(e)

p = subprocess.Popen(['cat'], stdin=-1, stdout=-1, bufsize=0)
print(p.stdin, p.stdout)
p.stdin.write(b'hello\nworld\n')
print(p.stdout.read(100))
os.write(p.stdin.fileno(), b'more')
p.stdin.close()
print(p.stdin, p.stdout.read(), p.wait())

p = subprocess.Popen(['cat'], stdin=-1, stdout=-1, text=True)
print(p.stdin, p.stdout)
p.communicate('x')
with open('/tmp/lock', 'w') as f:
    fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.flock(f, fcntl.LOCK_UN)
