"""Maps of memory and of files: what is written to them is in the file, and what is wrong is told in CPython's words."""
import mmap
import os
import re
import struct


def said(act, *args, **named):
    try:
        print(act(*args, **named))
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


for args, named in (((-1, 0), {}), ((-1, -1), {}), ((-1, 10), {'offset': -1}), ((-1, 10), {'access': 9}), ((), {}), (('x', 1), {}), ((-1,), {}),
                    ((-1, 10), {'flags': mmap.MAP_PRIVATE, 'access': mmap.ACCESS_READ}), ((-1, 10), {'offset': 5}), ((77, 10), {})):
    said(mmap.mmap, *args, **named)

m = mmap.mmap(-1, 16)
m[0:5] = b'Hello'
m[5] = 33
print(m, len(m), m[:8], m[5], m[-1], m[::5], m[1:4], m.tell())
for act in (lambda: m.__setitem__(slice(2), b'abc'), lambda: m.__setitem__(0, 300), lambda: m.__setitem__(0, b'x'), lambda: m[20],
            lambda: m['x'], lambda: m.__delitem__(0), lambda: m.__setitem__(slice(2), 'ab'), lambda: m.size(), lambda: m.read_byte(),
            lambda: m.seek(-1), lambda: m.seek(17), lambda: m.seek(0, 5), lambda: m.find('x'), lambda: m.move(10, 0, 10),
            lambda: m.flush(5, 4), lambda: m.flush(0, 100), lambda: m.resize(-1)):
    said(act)
m.seek(0)
print(m.write(b'one\ntwo\nthree'), m.tell())
said(m.write, b'abcd')
m.seek(0)
print(m.readline(), m.read(2), m.read_byte(), m.read(), m.read(), m.seek(-3, 2), m.readline())
m.seek(5)
print(m.find(b'o'), m.find(b'one'), m.find(b'one', 0), m.rfind(b'o', 0), m.find(b'e', -6), m.find(b't', 5, 9))
m.move(0, 4, 3)
print(m[:4], list(m)[:2], m.flush())
m.resize(32)
print(len(m), m[12:20], re.search(rb'h\w+', m).group())
struct.pack_into('<i', m, 8, 77)
print(struct.unpack_from('<i', m, 8), bytes(m[8:12]), int.from_bytes(m[8:12], 'little'))
view = memoryview(m)
view[0:3] = b'ZZZ'
print(m[:4], view.readonly, view.obj is m)
said(m.close)
said(m.resize, 4)
view.release()
with m as same:
    print(same is m)
print(m.closed, m)
for act in (lambda: m[0], lambda: len(m), m.read, m.close, lambda: memoryview(m)):
    said(act)

with open('/tmp/data.bin', 'wb') as file:
    file.write(b'0123456789' * 3)
with open('/tmp/data.bin', 'r+b') as file, mmap.mmap(file.fileno(), 0) as m:
    print(m, m.size())
    m[0:3] = b'abc'
    print(open('/tmp/data.bin', 'rb').read(5))
    file.seek(5)
    file.write(b'XYZ')
    file.flush()
    m.resize(40)
    print(m[:10], len(m), os.path.getsize('/tmp/data.bin'))
with open('/tmp/data.bin', 'rb') as file:
    said(mmap.mmap, file.fileno(), 0)
    m = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
for act in (lambda: m.__setitem__(0, 1), lambda: m.write(b'x'), lambda: m.move(0, 1, 1), lambda: m.resize(2), lambda: struct.pack_into('i', m, 0, 1)):
    said(act)
print(m[:4], m, memoryview(m).readonly)
with open('/tmp/data.bin', 'r+b') as file:
    own = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
    own[0:3] = b'OWN'
    print(own[:4], file.read(4), own)
    said(own.resize, 3)
    for length, offset in (1000, 0), (5, 100), (0, 4096), (10, 0):
        said(mmap.mmap, file.fileno(), length, offset=offset)
    print(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))
with open('/tmp/empty', 'w+b') as file:
    said(mmap.mmap, file.fileno(), 0)
    file.truncate(10000)
    with mmap.mmap(file.fileno(), 100, offset=4096) as m:
        m[0:2] = b'hi'
        file.seek(4096)
        print(m, m.size(), file.read(3))
