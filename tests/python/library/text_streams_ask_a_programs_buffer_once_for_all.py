"""A text stream over a program's buffer: all that there is is one read of it; only a part is read by pieces."""
import io


class Same(io.BytesIO):
    def read(self, size=-1):
        return b'X'


class Logged(io.BytesIO):
    def read(self, size=-1):
        print('read', size)
        return super().read(size)

    def read1(self, size=-1):
        print('read1', size)
        return super().read1(size)


print(repr(io.TextIOWrapper(Same(b'abc')).read()))
print(repr(io.TextIOWrapper(Logged(b'abc\xc3\xa9\r\n')).read()))
text = io.TextIOWrapper(Logged(b'ab\r\ncd\nef\r'))
print(repr(text.readline()), repr(text.read(1)), repr(text.read()), repr(text.read()), text.newlines)


class Twice(io.BytesIO):
    left = 2

    def read(self, size=-1):
        self.left -= 1
        return b'abc' if self.left >= 0 else b''


print(repr(io.TextIOWrapper(Twice()).read()))
text = io.TextIOWrapper(Logged(b'abcdef'))
text._CHUNK_SIZE = 2
print(repr(text.read(1)), repr(text.read()))
text = io.TextIOWrapper(Logged('\ufeffab'.encode('utf-16-be')), encoding='utf-16')
print(repr(text.read(1)), repr(text.read()))
text = io.TextIOWrapper(Logged(b'a\xc3'))
try:
    text.read()
except UnicodeDecodeError as e:
    print(e)


class Logless(io.BytesIO):
    """One of the program's own."""


for end in '\n', '\r', '\r\n', '', None:
    text = io.TextIOWrapper(Logless(b'a\rb\n\r\nc\rd'), newline=end)
    text._CHUNK_SIZE = 1
    print(repr(end), list(text))
text = io.TextIOWrapper(Logless(b'a\r\nb\r\ncd\r'))
text._CHUNK_SIZE = 3
print(repr(text.read(3)), repr(text.read(2)), repr(text.read(5)))
