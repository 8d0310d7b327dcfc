# Streams over pipes and sockets are io's classes to messages.
import io
import os
import socket
import subprocess
import sys
import tempfile


def t(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: io.TextIOWrapper(io.BytesIO()).foo)
p = subprocess.Popen([sys.executable, '-c', 'pass'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
t(lambda: p.stdin.foo)
t(lambda: p.stdout.foo)
t(lambda: p.stdin.buffer.foo)
t(lambda: p.stdout.buffer.foo)
p.communicate()
a, b = socket.socketpair()
for m in 'r', 'w', 'rw', 'rb', 'wb', 'rwb':
    t(lambda: a.makefile(m).foo)
    print(type(a.makefile(m)), type(a.makefile(m)).__module__, type(a.makefile(m)).__qualname__)
t(lambda: len(p.stdin))
t(lambda: p.stdin + 1)
r, w = os.pipe()
t(lambda: os.fdopen(r).foo)
t(lambda: os.fdopen(w, 'wb').foo)
t(lambda: os.popen('echo').foo)
t(lambda: tempfile.TemporaryFile('w').foo)
t(lambda: tempfile.TemporaryFile().foo)
t(lambda: tempfile.SpooledTemporaryFile().foo)
