"""zlib: streams, headers, checksums and refusals. Lengths are not compared."""
import zlib, binascii
def t(f):
    try: print(repr(f())[:150])
    except BaseException as e: print(type(e).__name__, e)
texts = [b'', b'a', b'hello world', b'hello world ' * 100, bytes(range(256)) * 10, b'The quick brown fox jumps over the lazy dog. ' * 20, b'\0' * 10000, ('数据压缩测试' * 50).encode(), b''.join(str(i).encode() for i in range(1000)), repr([{'id': i, 'name': f'user{i}'} for i in range(100)]).encode()]
for x in texts:
    for level in (-1, 0, 1, 6, 9):
        c = zlib.compress(x, level)
        assert zlib.decompress(c) == x
        print(level, len(x), c[:2].hex())
t(lambda: zlib.decompress(b'abc')); t(lambda: zlib.decompress(b'')); t(lambda: zlib.decompress(zlib.compress(b'hello')[:-2])); t(lambda: zlib.decompress(zlib.compress(b'hello')[:-1] + b'x')); t(lambda: zlib.compress('x')); t(lambda: zlib.compress(b'', 10)); t(lambda: zlib.decompress('x'))
t(lambda: zlib.crc32(b'hello')); t(lambda: zlib.crc32(b'lo', zlib.crc32(b'hel'))); t(lambda: zlib.adler32(b'hello')); t(lambda: zlib.adler32(b'lo', zlib.adler32(b'hel'))); t(lambda: zlib.crc32(b'')); t(lambda: binascii.crc32(b'hello')); t(lambda: zlib.crc32('x')); t(lambda: hex(zlib.crc32(b'a', -1)))
c = zlib.compressobj(); out = c.compress(b'hello '); out2 = c.compress(b'world'); out3 = c.flush()
print(out, out2, zlib.decompress(out + out2 + out3))
d = zlib.decompressobj(); data = zlib.compress(b'hello world' * 50) + b'extra'
got = b''
for i in range(0, len(data), 7): got += d.decompress(data[i:i+7])
print(got == b'hello world' * 50, d.eof, d.unused_data, d.unconsumed_tail, d.flush())
d = zlib.decompressobj(); print(d.decompress(data, 20), d.eof); print(d.decompress(d.unconsumed_tail, 5)); print(len(d.flush()))
for w in (-15, 31, 15):
    c = zlib.compressobj(wbits=w); x = c.compress(b"abc" * 10) + c.flush(); print(w, x[:2].hex()); print(zlib.decompress(x, wbits=w))
print(zlib.decompress(zlib.compress(b'auto', wbits=31), wbits=47), zlib.MAX_WBITS, zlib.Z_BEST_COMPRESSION)
t(lambda: zlib.decompress(zlib.compress(b'x', wbits=31)))
t(lambda: zlib.decompress(b'\x78\x9c\xff\xff'))
t(lambda: zlib.compressobj(wbits=99)); t(lambda: zlib.decompressobj(wbits=99)); t(lambda: c.compress(b'x')); t(lambda: c.flush())
d = zlib.decompressobj(); data = zlib.compress(b'hello world ' * 5000, 9); parts = []; rest = data
while rest: parts.append(d.decompress(rest, 64)); rest = d.unconsumed_tail
parts.append(d.flush()); print(len(parts), b''.join(parts) == b'hello world ' * 5000, d.eof, zlib.decompressobj().flush())
for mode in (zlib.Z_NO_FLUSH, zlib.Z_PARTIAL_FLUSH, zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH, zlib.Z_FINISH):
    c = zlib.compressobj(); out = c.compress(b'ab' * 500) + c.flush(mode); print(mode, zlib.decompressobj().decompress(out) == b'ab' * 500)
