import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), 'lines.txt')


def read(encoding):
    with open(path, encoding=encoding) as file:
        while piece := file.read(1):
            print(repr(piece), file.newlines)
        print(file.newlines)
    with open(path, encoding=encoding) as file:
        for line in file:
            print(repr(line), file.newlines)
    with open(path, encoding=encoding, newline='') as file:
        print(repr(file.readline()), file.newlines)
        print(repr(file.read()), file.newlines)


for encoding in 'utf-8', 'utf-16':
    with open(path, 'wb') as out:
        out.write('a\r\nb\nc\r'.encode(encoding))
    read(encoding)
