"""Buffered and text streams work over any raw stream: one in memory, one that a program writes."""
import io


def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


class Pieces(io.RawIOBase):
    def __init__(self):
        self.pieces = [b'abc\nde', b'f\nghi', b'jk']

    def readable(self):
        return True

    def readinto(self, room):
        if not self.pieces:
            return 0
        piece = self.pieces.pop(0)
        room[:len(piece)] = piece
        return len(piece)


reader = io.BufferedReader(Pieces())
print(reader.readline(), reader.read(3), reader.peek(), reader.read())
print(list(io.TextIOWrapper(io.BufferedReader(Pieces()), 'utf-8')), Pieces().readall())
told(lambda: reader.write(b'x'))
told(lambda: io.BufferedWriter(Pieces()))
told(lambda: io.BufferedReader(io.BytesIO(), 0))

text = io.TextIOWrapper(io.BufferedWriter(io.BytesIO()), 'utf-8', newline='\n')
text.write('hé')
text.flush()
print(text.buffer.raw.getvalue())
below = text.detach()
told(text.flush)
told(lambda: text.closed)
raw = below.detach()
told(lambda: below.write(b'x'))

both = io.BufferedRWPair(io.BytesIO(b'in\nx'), io.BytesIO())
print(both.readline(), both.write(b'q'), both.readable(), both.writable(), both.seekable(), both.closed)
both.close()
told(both.read)

place = io.BufferedRandom(io.BytesIO(b'hello world'))
print(place.read(5), place.tell(), place.write(b'!!'), place.tell(), place.seek(0), place.read())
told(lambda: place.seek(0, 5))

with open('/tmp/binary', 'wb') as file:
    for name in 'read', 'readline', 'read1':
        told(getattr(file, name))
    told(lambda: file.write(3))
    told(lambda: file.writelines('ab'))
    told(lambda: file.writelines(3))
with open('/tmp/binary', 'rb') as file:
    told(lambda: file.write(b'x'))
    told(file.truncate)

for base in io.IOBase(), io.RawIOBase(), io.BufferedIOBase(), io.TextIOBase():
    told(lambda: base.read())
    told(lambda: base.seek(0))

# Streams in memory
print(io.open is open)
lines = io.StringIO('a\rb\r\nc\n', newline=None)
print(repr(lines.read()), lines.newlines)
print(list(io.StringIO('a\rb\r\nc\n', newline='')), list(io.StringIO('a\nb\n', newline='\r')))
for wrong in (lambda: io.StringIO('', newline=b'x'), lambda: io.BytesIO().write(3), lambda: io.StringIO().writelines([1]),
              lambda: io.BytesIO().writelines([1]), lambda: io.StringIO().detach(), lambda: io.BytesIO().readline(1.5),
              lambda: io.StringIO().seek('a'), lambda: io.BytesIO().seek(1, 9)):
    told(wrong)


class Kept(io.BytesIO):
    pass


kept = Kept(b'abc')
kept.name = 'own'
print(kept.__getstate__(), io.StringIO('x').__getstate__())
view = memoryview(bytearray(2))
view[2:] = b''
view[:0] = b''
