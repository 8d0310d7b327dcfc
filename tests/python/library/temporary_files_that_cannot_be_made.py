import os
import re
import tempfile
import traceback


def t(f, *a, **k):
    try:
        print("made", type(f(*a, **k)).__name__)
    except BaseException:
        print(re.sub("/tmp[a-z0-9_]{8}", "/NAME", traceback.format_exc()))


folder = tempfile.mkdtemp()
t(tempfile.NamedTemporaryFile, "zz", dir=folder)
t(tempfile.NamedTemporaryFile, "w", encoding="nope", dir=folder)
t(tempfile.NamedTemporaryFile, "w", newline="x", dir=folder)
t(tempfile.NamedTemporaryFile, "w", 0, dir=folder)
t(tempfile.NamedTemporaryFile, dir="/nonesuch")
t(tempfile.TemporaryFile, "zz", dir=folder)
t(tempfile.TemporaryFile, "w", encoding="nope", dir=folder)
t(tempfile.TemporaryFile, dir="/nonesuch")
t(tempfile.mkstemp, b"x", "y")
t(tempfile.mkstemp, "x", b"y")
t(tempfile.mkstemp, 5)
t(tempfile.mkdtemp, "x", b"y")
t(tempfile.mkdtemp, 1)
t(tempfile.mkdtemp, dir="/nonesuch")
t(tempfile.TemporaryDirectory, dir="/nonesuch")
t(tempfile.TemporaryDirectory, 3)
t(tempfile.mktemp, 3)
print(os.listdir(folder))

with tempfile.TemporaryFile("w+") as f:
    print(f.name == f.fileno(), f.mode)
with tempfile.NamedTemporaryFile("w+") as f:
    print(f.name == f.file.name == f.file.buffer.name == f.file.buffer.raw.name)
made, path = tempfile.mkstemp(b".x", b"y", os.fsencode(folder))
os.close(made)
print(os.path.basename(path)[:1], path[-2:])
