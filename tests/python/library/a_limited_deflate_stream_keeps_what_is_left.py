"""What a stream of zlib's gives out under a limit and in several flushes is all that went in."""
import random
import zlib

random.seed(5)
noise = bytes(random.randrange(256) for _ in range(70_000))
for wbits in (15, -12, 31):
    for data in (b'\x00\x01' * 50_000, b'a' * 40_000, noise, b'short'):
        packer, opener = zlib.compressobj(wbits=wbits), zlib.decompressobj(wbits)
        for turn in range(3):
            sent = packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH)
            got = opener.decompress(sent, 1 << 20)
            print(wbits, turn, len(got), got == data, opener.unconsumed_tail, opener.eof)

opener, left, pieces = zlib.decompressobj(), zlib.compress(noise + b'z' * 100_000), []
while not opener.eof:
    pieces.append(opener.decompress(left, 999))
    left = opener.unconsumed_tail
print(len(pieces) >= 171, max(map(len, pieces)), b''.join(pieces) == noise + b'z' * 100_000, opener.unused_data)
