import binascii
import bz2


def told(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


for level in [], 1.5, 'a', None, 0, 10, True, 2 ** 40, -1:
    told(lambda: type(bz2.BZ2Compressor(level)).__name__)
    told(lambda: len(bz2.compress(b'a', level)))
for data in [], (), None, '', 0, 1:
    told(lambda: bz2.decompress(data))
for separator in bytearray(b'c'), b'c', 'c', '\xe9', '\u20ac', b'', b'ab', 1, None, memoryview(b'c'), b'\xff':
    told(lambda: binascii.hexlify(b'abc', separator))
for each in 2, -2, 0, 2.5, 'x':
    told(lambda: binascii.hexlify(b'abcde', ':', each))
    told(lambda: binascii.hexlify(b'abcde', bytes_per_sep=each))
