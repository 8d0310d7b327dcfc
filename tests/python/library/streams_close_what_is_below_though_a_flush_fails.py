import io


class Pieces(io.RawIOBase):
    """A stream that gives what it was made with, piece by piece."""

    def __init__(self, *pieces):
        self.pieces = list(pieces)

    def readable(self):
        return True

    def readinto(self, buffer):
        piece = self.pieces.pop(0) if self.pieces else b''
        buffer[:len(piece)] = piece
        return len(piece)


def closed(stream, below):
    def fails():
        seen.append((stream.closed, below.closed))
        raise OSError('no room')
    seen = []
    stream.flush = fails
    try:
        stream.close()
    except OSError as error:
        print(error, error.__context__, stream.closed, below.closed, seen)


text = io.TextIOWrapper(io.BytesIO(b'abc'), encoding='ascii')
closed(text, text.buffer)
raw = Pieces(b'abc')
closed(io.BufferedReader(raw), raw)

# Half of an end of a line waits for the other half.
for newline in None, '':
    text = io.TextIOWrapper(io.BufferedReader(Pieces(b'one\r', b'\ntwo\r', b'three\n\r', b'\nfour\r')), encoding='ascii', newline=newline)
    print([text.read(2) for _ in range(14)])
    text = io.TextIOWrapper(io.BufferedReader(Pieces(b'one\r', b'\ntwo\r', b'three\n\r', b'\nfour\r')), encoding='ascii', newline=newline)
    print(text.readlines(), text.newlines)

text = io.TextIOWrapper(io.BufferedReader(Pieces(b'abc')), encoding='ascii')
text.buffer.detach()
print(text)
