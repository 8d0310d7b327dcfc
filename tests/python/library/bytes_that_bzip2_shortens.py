"""bz2 shortens bytes as CPython's does, and takes them again; what is broken is told."""
import bz2
import hashlib
import io
import random
import tarfile
import zipfile

rng = random.Random(1)
for data in (b'', b'a', b'hello world', b'a' * 1000, b'ab' * 60, bytes(range(100)) * 2, b'the quick brown fox ' * 10,
             rng.randbytes(100), b''.join(rng.choice([b'alpha ', b'beta ', b'gamma\n']) for _ in range(60)), b'aaaab',
             b'a' * 259 + b'b' * 4, bytes(rng.randrange(4) for _ in range(300))):
    short = bz2.compress(data)
    print(len(data), len(short), hashlib.md5(short).hexdigest(), bz2.decompress(short) == data)
print(len(bz2.compress(b'level', 1)), bz2.compress(b'level', 1)[:4])
print(bz2.decompress(bz2.compress(b'one') + bz2.compress(b'two')), bz2.decompress(bz2.compress(b'x') + b'junk'), bz2.decompress(b''))
hello = bz2.compress(b'hello')
for bad in b'nothing', hello[:-3], b'BZh9' + b'1' * 40, hello[:20] + b'\0' + hello[21:]:
    try:
        print(bz2.decompress(bad))
    except Exception as error:
        print(repr(error))
for wrong in (lambda: bz2.compress('x'), lambda: bz2.compress(b'x', 0), lambda: bz2.open('/tmp/none.bz2'),
              lambda: bz2.BZ2File('/tmp/a', 'q'), lambda: bz2.open('/tmp/a', 'rbt'), lambda: bz2.open('/tmp/a', 'rb', encoding='utf-8')):
    try:
        print(wrong())
    except Exception as error:
        print(repr(error))
compressor, decompressor = bz2.BZ2Compressor(), bz2.BZ2Decompressor()
out = compressor.compress(b'some ') + compressor.compress(b'data') + compressor.flush()
print(out, decompressor.decompress(out[:10]), decompressor.eof, decompressor.needs_input)
print(decompressor.decompress(out[10:] + b'rest'), decompressor.eof, decompressor.unused_data)
for wrong in compressor.flush, lambda: compressor.compress(b'x'), lambda: decompressor.decompress(b'x'):
    try:
        wrong()
    except Exception as error:
        print(repr(error))
with bz2.open('/tmp/t.bz2', 'wt', encoding='utf-8') as file:
    file.write('line one\nzwei ü\n')
with bz2.open('/tmp/t.bz2', 'rt', encoding='utf-8') as file:
    print(list(file))
with bz2.open('/tmp/t.bz2') as file:
    print(file.readline(), file.tell(), file.read(3), file.seek(0), file.read(), file.readable(), file.writable(), file.closed)
try:
    file.read()
except ValueError as error:
    print(error)
archive = io.BytesIO()
with tarfile.open(fileobj=archive, mode='w:bz2') as tar:
    member = tarfile.TarInfo('a.txt')
    member.size = 5
    tar.addfile(member, io.BytesIO(b'12345'))
archive.seek(0)
with tarfile.open(fileobj=archive) as tar:
    print(tar.getnames(), tar.extractfile('a.txt').read())
whole = io.BytesIO()
with zipfile.ZipFile(whole, 'w', zipfile.ZIP_BZIP2) as packed:
    packed.writestr(zipfile.ZipInfo('b.txt', (2024, 1, 2, 3, 4, 6)), 'text ' * 20, zipfile.ZIP_BZIP2)
print(len(whole.getvalue()), hashlib.md5(whole.getvalue()).hexdigest())
with zipfile.ZipFile(whole) as packed:
    print(packed.read('b.txt')[:9], packed.getinfo('b.txt').compress_size, packed.testzip())
try:
    bz2.BZ2File(io.BytesIO()).read()
except EOFError as error:
    print(error)
