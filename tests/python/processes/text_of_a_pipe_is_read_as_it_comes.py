# read(n) of a pipe's text waits for n characters, not for the end of a line; characters and line ends may come in parts.
import subprocess
import sys

CHILD = r"""
import sys
for part in b"ab", b"c\xc3", b"\xa9\xe2\x82", b"\xac\r", b"\nd\r", b"e\nlast":
    sys.stdout.buffer.write(part)
    sys.stdout.flush()
"""


def start():
    return subprocess.Popen([sys.executable, "-c", CHILD], stdout=subprocess.PIPE, text=True, encoding="utf-8")


with start() as child:
    print(ascii(child.stdout.read(2)), ascii(child.stdout.read(2)), ascii(child.stdout.read(1)))
    print(ascii(child.stdout.readline()), ascii(child.stdout.read(1)))
    print(ascii(child.stdout.readline()), ascii(child.stdout.readline()))
    print(ascii(child.stdout.read(3)), ascii(child.stdout.read()), ascii(child.stdout.read(1)))

with start() as child:
    print(ascii(child.stdout.read(4)), [ascii(line) for line in child.stdout])

with start() as child:
    print(ascii(child.stdout.read(7)), ascii(child.stdout.read(100)))

asking = subprocess.Popen([sys.executable, "-c", "print(input('name: '))"], stdin=-1, stdout=-1, text=True, bufsize=1)
print(repr(asking.stdout.read(6)))
print("Ada", file=asking.stdin)
print(asking.communicate(), asking.returncode)
