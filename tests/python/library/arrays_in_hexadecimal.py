"""What lends its memory has digits; a text makes an array of characters only."""
import array
import base64
import binascii
import zlib

numbers = array.array('h', [1, 2, -1])
print(binascii.hexlify(numbers), binascii.b2a_base64(numbers), base64.b64encode(numbers), binascii.crc32(numbers))
print(binascii.hexlify(memoryview(b'ab')), zlib.crc32(bytearray(b'x')))
for refused in (lambda: array.array('c', 'abc'), lambda: array.array('c'), lambda: array.array('i', 'abc'),
                lambda: binascii.hexlify('text'), lambda: binascii.hexlify(5)):
    try:
        refused()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
