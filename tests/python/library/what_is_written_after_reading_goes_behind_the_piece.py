"""A text file that is read on and written to: what is written goes behind the piece of the file that was read."""
import io
import os
import tempfile

os.chdir(tempfile.mkdtemp())


def fill(text='aaa\nbbb\nccc\n'):
    with open('notes', 'w') as file:
        file.write(text)


def content():
    with open('notes') as file:
        return file.read()


fill()
with open('notes', 'r+') as file:
    print(repr(file.readline()), file.write('X'), repr(file.readline()))
print(repr(content()))

fill()
with open('notes', 'r+') as file:
    file.readline()
    file.seek(file.tell())
    file.write('X')
    print(repr(file.readline()))
print(repr(content()))

fill()
with open('notes', 'r+') as file:
    for line in file:
        print(repr(line))
        if line == 'aaa\n':
            file.write('Y')
print(repr(content()))

fill()
with open('notes', 'a+') as file:
    file.seek(0)
    print(repr(file.readline()), file.write('Z'), file.tell(), repr(file.read()))
print(repr(content()))

fill('line\n' * 4000)
with open('notes', 'r+') as file:
    file.readline()
    file.write('here')
print(content().find('here'), len(content()))

with open('notes', 'w+') as file:
    file.write('hello\nworld\n')
    print(repr(file.read()), file.seek(0), repr(file.read()), file.write('!'), file.seek(0), repr(file.read()))

with io.TextIOWrapper(io.BytesIO(b'foo\nbar\n')) as text:
    print(repr(text.readline()), text.write('Z'), repr(text.readline()))
    text.flush()
    print(text.buffer.getvalue())

pair = io.TextIOWrapper(io.BufferedRWPair(io.BytesIO(b'foo\nbar\n'), io.BytesIO()))
first = pair.readline()
pair.write(first)
print(repr(first + pair.readline()))
