"""Chains of filters of lzma: differences, and branches of machine code; what each writes is read again."""
import lzma

DATA = bytes(range(0, 250, 5)) * 4 + b''.join(bytes((0xe8, n, 1, 0, 0, 0x90, 0xe9, n, 255, 255, 255)) for n in range(12)) \
    + b''.join(n.to_bytes(3, 'little') + b'\xeb' for n in range(12)) + b'H\0\1\1' * 9 + b'@\0\1\2' * 9 + b'\x7f\xff\1\2' * 9 \
    + b'\0\xf0\1\xf8' * 9 + b'\0' * 10 + b'\x16\0\0\0\0\0\0\xa0\0\0\0\0\0\0\0\x50' * 9

CHAINS = {
    'delta': [{'id': lzma.FILTER_DELTA, 'dist': 5}, {'id': lzma.FILTER_LZMA2, 'preset': 7 | lzma.PRESET_EXTREME}],
    'two': [{'id': lzma.FILTER_DELTA, 'dist': 1}, {'id': lzma.FILTER_X86}, {'id': lzma.FILTER_LZMA2}],
    **{name: [{'id': getattr(lzma, f'FILTER_{name}')}, {'id': lzma.FILTER_LZMA2}]
       for name in ('X86', 'POWERPC', 'IA64', 'ARM', 'ARMTHUMB', 'SPARC')},
}
for name, chain in CHAINS.items():
    raw = lzma.compress(DATA, lzma.FORMAT_RAW, filters=chain)
    packed = lzma.compress(DATA, filters=chain)
    print(name, lzma.decompress(raw, lzma.FORMAT_RAW, filters=chain) == DATA, lzma.decompress(packed) == DATA)
    # What the filter before has made of the data, as LZMA alone gives it.
    if len(chain) == 2:
        import hashlib
        print('  ', hashlib.sha1(lzma.decompress(raw, lzma.FORMAT_RAW, filters=chain[-1:])).hexdigest())

first = [{'id': lzma.FILTER_DELTA, 'dist': 2}, {'id': lzma.FILTER_LZMA1, 'lc': 2, 'lp': 1, 'pb': 1}]
print(lzma.decompress(lzma.compress(DATA, lzma.FORMAT_RAW, filters=first), lzma.FORMAT_RAW, filters=first) == DATA)
for chain in ([{'id': 99}], [{'id': lzma.FILTER_DELTA}], [{'dist': 1}], [4], [{'id': lzma.FILTER_DELTA, 'size': 1}, {'id': lzma.FILTER_LZMA2}],
              [{'id': lzma.FILTER_LZMA2, 'dist': 1}], [{'id': lzma.FILTER_X86, 'dist': 1}, {'id': lzma.FILTER_LZMA2}],
              [{'id': lzma.FILTER_DELTA}] * 5, [{'id': lzma.FILTER_LZMA2}, {'id': lzma.FILTER_DELTA}], [{'id': lzma.FILTER_LZMA1}],
              [{'id': lzma.FILTER_DELTA, 'dist': 300}, {'id': lzma.FILTER_LZMA2}], [{'id': lzma.FILTER_LZMA2, 'preset': 50}]):
    try:
        lzma.LZMACompressor(filters=chain)
    except Exception as error:
        print(type(error).__name__, error)
packed = lzma.compress(DATA, filters=CHAINS['delta'])
with open('/tmp/packed.xz', 'wb') as file:
    file.write(packed)
with lzma.open('/tmp/packed.xz') as file:
    print(file.read() == DATA)
