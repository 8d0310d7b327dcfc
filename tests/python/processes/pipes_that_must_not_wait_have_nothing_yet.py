# Files over a pipe that must not wait: bytes are None as long as there are none, text cannot be made of that.
import os


def quiet():
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    return reader, writer


reader, writer = quiet()
with open(reader) as file:
    try:
        file.read()
    except TypeError as exc:
        print(exc)
    os.write(writer, b'text\n')
    print(repr(file.read()))
reader, writer = quiet()
with open(reader, 'rb') as file:
    print(file.read(), file.read(4))
reader, writer = quiet()
with open(reader, 'rb', buffering=0) as file:
    print(file.read(), file.read(4), file.readall())
    os.write(writer, b'bytes')
    print(file.read())
    os.close(writer)
    print(file.read())
