"""lzma: what CPython has written is read, what is written reads back, and what is broken is told."""
import io
import lzma
import tarfile
import zipfile

TABLE = b'\n'.join(b'%d squared is %d, and %d cubed is %d' % (n, n * n, n, n ** 3) for n in range(1, 40))
PACKED = bytes.fromhex(
    'fd377a585a00000ae1fb0ca10200210116000000742fe5a3e0060301735d0018880ae77a199b0f51142732d0d8e94a683e24ac731f8bd1'
    '3cc2600464cbb9c4e1afd9ff50142caeca2747f0c2dce1c42d9fa4e0fb36591cd443af8e72239864bcab7dbaa7eebd1bf1ff45ade9ff8d'
    'e68924375103bd2f46d3524b890dc2de541d976ed754b5f276ec807d20dfbe4646891b3ebd66529aef6d98d2db37fd32131a01dddb1646'
    '2d2d751136ede414d2cfe383e19c51255bbec999ceaba25fe5df35ef966bf0d0a2d94a9dc80905f440e4b0e1ce896afa33abd714f685ec'
    'fad0e42696ba1a61b2417496e358afd2b98208638c0870afb000bd2394992e46cf2691af5046dc27ea76f0d3006110b71a0f9c9c960815'
    'd85c80f20edc3aebd7cecfb978c07c7a3f1f96a2b16893bfe40cd7fcb1e174c772ebf8a795acb65166a7ebc6d8b505f3575a7cb017c8ee'
    'ae5c2c96d383cac9593e187528716d78e3acc4dbdfa4b1ffac01f206847befa26bab172a5eb229d89f6b119963ba87053e31a323f8d82f'
    '0af30ea74ed4b17fb14ad0fd39e9878f7c0000293251455a0549fab8eb71dc1997416c202fdc3eee367a28ae331476328683080001a703'
    '840c00005357cdebb6e9df1c02000000000a595a'
)
print(lzma.decompress(PACKED) == TABLE, len(TABLE), len(PACKED))
for data in b'', b'a', b'hello', b'ab' * 300, b'x' * 1000, bytes(range(256)) * 4:
    packed = lzma.compress(data)
    older = lzma.compress(data, lzma.FORMAT_ALONE)
    print(len(data), len(packed), len(older), packed[:8], lzma.decompress(packed) == data == lzma.decompress(older))
for check in lzma.CHECK_NONE, lzma.CHECK_CRC32, lzma.CHECK_CRC64, lzma.CHECK_SHA256:
    packed = lzma.compress(TABLE, check=check, preset=1)
    print(packed[:24].hex(), lzma.decompress(packed) == TABLE, lzma.is_check_supported(check))
raw = [{'id': lzma.FILTER_LZMA2, 'preset': 3}]
print(lzma.decompress(lzma.compress(TABLE, lzma.FORMAT_RAW, filters=raw), lzma.FORMAT_RAW, filters=raw) == TABLE)

reader = lzma.LZMADecompressor()
print(reader.check, reader.eof, reader.needs_input)
print(reader.decompress(PACKED[:20]), reader.eof, reader.check)
print(len(reader.decompress(PACKED[20:] + b'rest')), reader.eof, reader.unused_data, reader.check)
print(lzma.decompress(PACKED + PACKED) == TABLE * 2)
writer = lzma.LZMACompressor()
print(writer.compress(b'one ')[:6], lzma.decompress(lzma.compress(b'') + lzma.compress(b'two')))


def refused(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


broken = PACKED[:40] + b'\0\0\0' + PACKED[43:]
for data in b'', b'no such data', PACKED[:60], broken, PACKED[:-1]:
    refused(lzma.decompress, data)
refused(lzma.compress, 'text')
refused(lzma.compress, b'', 9)
refused(lzma.compress, b'', preset=10)
refused(lzma.compress, b'', lzma.FORMAT_RAW)
refused(lzma.compress, b'', lzma.FORMAT_ALONE, lzma.CHECK_CRC32)
refused(lzma.open, '/tmp/none.xz')
refused(lzma.open, '/tmp/none.xz', 'q')

with lzma.open('/tmp/lines.xz', 'wt') as file:
    print('first', file=file)
    print('second', file=file)
with lzma.open('/tmp/lines.xz', 'rt') as file:
    print(file.read().split())
with lzma.LZMAFile('/tmp/lines.xz') as file:
    print(file.read(3), file.tell(), file.readline(), file.readlines(), file.seek(0), file.peek(2)[:2])

with tarfile.open('/tmp/lines.tar.xz', 'w:xz') as archive:
    archive.add('/tmp/lines.xz', 'lines')
with tarfile.open('/tmp/lines.tar.xz') as archive:
    print(archive.getnames(), len(archive.extractfile('lines').read()))
memory = io.BytesIO()
with zipfile.ZipFile(memory, 'w', zipfile.ZIP_LZMA) as archive:
    archive.writestr('table', TABLE)
with zipfile.ZipFile(memory) as archive:
    info = archive.getinfo('table')
    print(archive.read('table') == TABLE, info.compress_type, info.flag_bits, info.extract_version)
