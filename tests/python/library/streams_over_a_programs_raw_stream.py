"""Buffered and text streams over a raw stream of the program's: when they ask it, and what they do with odd answers."""
import io


def tell(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class Raw(io.RawIOBase):
    def __init__(self, *pieces):
        self.pieces, self.written, self.reads = list(pieces), [], 0

    def readable(self):
        return True

    writable = seekable = readable

    def seek(self, pos, whence=0):
        return 0

    def tell(self):
        return 0

    def read(self, size=None):
        self.reads += 1
        return self.pieces.pop(0) if self.pieces else b''

    def readinto(self, room):
        piece = self.read()
        room[:len(piece)] = piece
        return len(piece)

    def write(self, data):
        self.written.append(bytes(data))
        return len(data)


class Odd(Raw):
    def seek(self, pos, whence=0):
        return -123

    def tell(self):
        return -456

    def readinto(self, room):
        return len(room) * 5

    def write(self, data):
        return len(data) * 2


odd = io.BufferedReader(Odd())
tell(lambda: odd.seek(0))
tell(odd.tell)
tell(lambda: odd.read(3))
tell(lambda: io.BufferedWriter(Odd(), 5).write(b'abcdef'))

text = io.TextIOWrapper(Raw(b'abc', b'def', b'ghi\njkl\nopq\n'), encoding='ascii', newline='\n')
print(repr(text.read(4)), repr(text.readline()), list(text))

raw = Raw(b'abc', b'de', b'fgh', b'jkl')
reader, room = io.BufferedReader(raw, 10), bytearray(2)
print(reader.peek(3), reader.readinto1(room), room, reader.readinto1(room), room[:1], reader.readinto1(room), room)
room = bytearray(20)
print(reader.peek(3), reader.readinto1(room), room[:6], raw.reads)

raw = Raw()
writer = io.BufferedWriter(raw, 8)
for size in 3, 5, 8, 9, 1, 20, 7, 2:
    writer.write(b'a' * size)
    print(size, [len(piece) for piece in raw.written])

raw = Raw()
text = io.TextIOWrapper(raw)
for size in 8000, 300, 9000:
    text.write('a' * size)
    print(size, [len(piece) for piece in raw.written])


class Told(io.BytesIO):
    def read(self, *args):
        print('read', args)
        return super().read(*args)

    def read1(self, *args):
        print('read1', args)
        return super().read1(*args)


told, room = Told(b'abcdefghi'), bytearray(4)
print(told.readinto(room), room, told.readinto1(room), room)
