# array.array lends its memory (PEP 688) wherever bytes are taken.
import array, base64, binascii, hashlib, io, re, struct, zlib


def tried(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


numbers, letters = array.array('i', [1, 2, 3]), array.array('B', b'abcb')
print(base64.b64encode(letters), base64.b64decode(array.array('B', b'YWJj')), base64.b16decode(array.array('B', b'6162')))
print(binascii.crc32(numbers), zlib.crc32(numbers), zlib.adler32(letters), zlib.decompress(zlib.compress(numbers)))
print(hashlib.md5(numbers).hexdigest(), hashlib.sha256(letters).hexdigest()[:16])
part = array.array('B', b'b')
print(b''.join([letters, b'.', part]), b'abc'.startswith(part), b'bc'.startswith((b'x', part)), part in b'abc')
print(b'abcb'.find(part), b'abcb'.split(part), b'abcb'.replace(part, b''), b'abcb'.strip(part), b'abcb'.removesuffix(part))
print(b'[%s]' % letters, str(letters, 'ascii'), bytes(letters).translate(None, part), int.from_bytes(part, 'big'))
print(memoryview(letters) == letters, memoryview(numbers) == numbers, memoryview(numbers) == letters)
print(struct.unpack('3i', numbers), struct.unpack_from('i', numbers, 4), list(struct.iter_unpack('i', numbers)))
struct.pack_into('i', numbers, 4, 99)
print(numbers, memoryview(numbers)[1:].tolist())
row = memoryview(bytearray(6))
row[1:5] = letters
print(bytes(row))
print(re.findall(b'[ab]', letters), io.BytesIO(letters).read())
into = array.array('i', [0, 0])
print(io.BytesIO(numbers.tobytes()).readinto(into), into)
for wrong in (array.array('f', [1.5]), [1], 'text'):
    tried(struct.unpack, '3i', wrong)
tried(lambda: memoryview(letters) < memoryview(letters))


class Lender:
    """A class of the program's own that lends memory."""

    def __buffer__(self, flags):
        return memoryview(b'lent')


print(b'-'.join([Lender(), b'x']), base64.b64encode(Lender()), hashlib.md5(Lender()).hexdigest(), struct.unpack('4s', Lender()))
print(memoryview(b'lent') == Lender(), b'a lent b'.split(Lender()), str(Lender(), 'ascii'))
tried(struct.pack_into, 'i', Lender(), 0, 1)
