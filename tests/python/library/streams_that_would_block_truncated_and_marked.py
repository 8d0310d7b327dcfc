"""Buffered streams: the number of BlockingIOError, what truncate drops; text streams: places where a mark of the encoding is due."""
import io
import os


class Full(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        return None


for size in 3, 8, 20:
    writer = io.BufferedWriter(Full(), 8)
    try:
        print(writer.write(b'a' * size))
        writer.write(b'b' * 8)
    except BlockingIOError as e:
        print(e.args, e.errno, e.characters_written)
    try:
        writer.flush()
    except BlockingIOError as e:
        print(e.args, e.errno, e.characters_written)
    writer.raw.write = len
    writer.close()

r, w = os.pipe()
os.set_blocking(w, False)
with open(r, 'rb') as reader, open(w, 'wb') as writer:
    try:
        writer.write(b'a' * 100000)
        writer.flush()
    except BlockingIOError as e:
        print(e.errno, e.strerror)
    reader.read1(65536)

with open('data', 'w+b') as f:
    f.write(b'abcdef')
    f.seek(0)
    print(f.read(2), f.truncate(2), f.peek(1), f.tell())
    f.write(b'xyz')
    f.seek(1)
    print(f.read(1), f.truncate(), f.read(), f.tell())


class Asked(io.BytesIO):
    def truncate(self, size=None):
        print('truncate', size)
        return super().truncate(size)


f = io.BufferedRandom(Asked(b'abcdef'))
print(f.read(2), f.truncate(), f.raw.tell(), f.raw.getvalue())

for encoding in 'utf-8-sig', 'utf-16', 'utf-32':
    with open('text', 'w+', encoding=encoding) as f:
        print(f.tell(), repr(f.read()), f.tell())
        f.write('ab\ncd\n')
        print(f.tell(), f.seek(0), repr(f.readline()), f.tell(), repr(f.read(1)), f.tell(), repr(f.read()), f.tell())
        f.write('e')
        f.seek(0)
        print(repr(f.read()))
    with open('text', 'w+', encoding=encoding) as f:
        print(repr(f.read(1)))
        f.write('q')
        print(f.tell())
    print(open('text', 'rb').read())
