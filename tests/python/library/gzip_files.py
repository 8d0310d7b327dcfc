"""Files and bytes of gzip, of text and of many members; what is wrong with them."""
import gzip, io, os, zlib
def t(f):
    try: print(repr(f())[:150])
    except BaseException as e: print(type(e).__name__, e)
data = b'hello gzip ' * 50
c = gzip.compress(data); print(gzip.decompress(c) == data, c[:3], c[8:10])
print(gzip.compress(b'x', mtime=0)[:10].hex(), gzip.compress(b'x', 1, mtime=5)[:10].hex())
with gzip.open('/tmp/loopscope_a.gz', 'wb') as f: print(f.write(b'line1\nline2\n')); print(f.write(b'\xe4\xbd\xa0\n')); print(f.mode, f.name, f.writable(), f.tell())
with gzip.open('/tmp/loopscope_a.gz') as f: print(f.read(), f.read(), f.readable())
with gzip.open('/tmp/loopscope_a.gz', 'rt', encoding='utf-8') as f:
    for line in f: print(repr(line))
with gzip.open('/tmp/loopscope_b.txt.gz', 'wt', encoding='utf-8') as f: f.write('文本\nzwei\n'); print('drei', file=f)
print(gzip.open('/tmp/loopscope_b.txt.gz', 'rt').read().splitlines())
with gzip.open('/tmp/loopscope_a.gz', 'ab') as f: f.write(b'more\n')
with gzip.open('/tmp/loopscope_a.gz', 'rb') as f:
    print(f.readline(), f.readlines()); print(f.seek(2), f.read(3), f.tell(), f.peek(2)[:2])
b = io.BytesIO()
with gzip.GzipFile(fileobj=b, mode='wb', mtime=0) as g: g.write(b'in memory')
print(gzip.decompress(b.getvalue())); b.seek(0); print(gzip.GzipFile(fileobj=b).read(), b.getvalue()[:10])
t(lambda: gzip.decompress(b'nope')); t(lambda: gzip.decompress(c[:-5])); t(lambda: gzip.decompress(b'')); t(lambda: gzip.open('/tmp/none.gz')); t(lambda: gzip.open('/tmp/loopscope_a.gz', 'rtb')); t(lambda: gzip.open('/tmp/loopscope_a.gz', 'rb', encoding='utf-8')); t(lambda: gzip.open(5))
open('/tmp/loopscope_plain.txt', 'w').write('plain')
t(lambda: gzip.open('/tmp/loopscope_plain.txt').read()); t(lambda: f.read()); t(lambda: gzip.GzipFile('/tmp/loopscope_a.gz').write(b'x')); t(lambda: gzip.open('/tmp/loopscope_c.gz', 'wb').read())
t(lambda: gzip.decompress(c[:-8] + b'\0\0\0\0' + c[-4:]))
t(lambda: zlib.decompress(c, 31) == data); t(lambda: gzip.compress('x')); print(issubclass(gzip.BadGzipFile, OSError), f.closed)
