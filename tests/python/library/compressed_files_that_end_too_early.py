"""What there is of a compressed file that ends too early, or is broken, is read; who goes on is told."""
import bz2
import gzip
import io
import lzma
import random

r = random.Random(1)
lines = b''.join(bytes(r.choice(b'abcd') for _ in range(r.randrange(40))) + b'\n' for _ in range(16))


def tried(call, *arguments):
    try:
        found = call(*arguments)
        return len(found) if isinstance(found, bytes) else found
    except Exception as e:
        return f'{type(e).__name__}: {e}'.partition(' 0x')[0]


for name, module, data in (('gzip', gzip, gzip.compress(lines, mtime=0)), ('bz2', bz2, bz2.compress(lines)), ('lzma', lzma, lzma.compress(lines)),
                           ('alone', lzma, lzma.compress(lines, lzma.FORMAT_ALONE))):
    print(name)
    for cut in (0, 3, -4, -1):
        data_ = data[:cut] if cut else b''
        with module.open(io.BytesIO(data_)) as file:
            print(cut, tried(file.read), tried(file.read, 0))
        if cut == 3:
            continue
        with module.open(io.BytesIO(data_)) as file:
            print('  pieces', [tried(file.read, 10) for _ in range(2)], tried(file.readline), tried(file.tell), tried(file.seek, 100),
                  tried(file.read1, 20), tried(file.readinto, bytearray(5)), tried(file.seek, 5), tried(file.read, 10 ** 6))
        with module.open(io.BytesIO(data_), 'rt') as file:
            got = 0
            try:
                for line in file:
                    got += 1
            except EOFError as e:
                print('  lines', got > 0, e)
            else:
                print('  lines', got)
    with module.open(io.BytesIO(data)) as file:
        print('whole', tried(file.read, 7), tried(file.read1, 9), tried(file.read), tried(file.read), tried(file.read1), tried(file.readline))

data = gzip.compress(lines, mtime=0)
for broken in (data[:-8] + b'\0\0\0\0' + data[-4:], data[:-4] + b'\0\0\0\0', data + b'junk', data + b'\0\0\0'):
    with gzip.open(io.BytesIO(broken)) as file:
        print(tried(file.read, 100), tried(file.read))
for cut in (5, -3):
    print(tried(gzip.decompress, data[:cut]), tried(bz2.decompress, bz2.compress(lines)[:cut]), tried(lzma.decompress, lzma.compress(lines)[:cut]))
print(len(bz2.open(io.BytesIO(bz2.compress(b'a') + bz2.compress(b'b') + b'junk')).read()),
      len(gzip.open(io.BytesIO(data + data)).read()), len(lzma.open(io.BytesIO(lzma.compress(b'a') * 3)).read()))
