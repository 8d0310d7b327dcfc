# What a TextIOWrapper takes from its buffer: nothing for read(0), and by pieces if the program says how large.
import io


def over(data):
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")


w = over(b"Hey!\nyou")
print(repr(w.read(0)), w.buffer.read())
w = over(b"Hey!\nyou")
print(repr(w.read(1)), w.buffer.tell(), w._CHUNK_SIZE)
w = over(b"Hey!\nyou")
w._CHUNK_SIZE = 1
print(repr(w.read(1)), w.buffer.tell(), repr(w.readline()), w.buffer.tell(), w.tell(), w.buffer.read())
w = over("aéb\r\nc\rd".encode())
w._CHUNK_SIZE = 2
print(repr(w.read(2)), w.buffer.tell(), w.tell(), [*w], repr(w.read()))
w = over("é€\n\n".encode())
w._CHUNK_SIZE = 1
print([*w], w._CHUNK_SIZE)
try:
    w._CHUNK_SIZE = 0
except ValueError as error:
    print(error)

for kind in io.BufferedWriter, io.BufferedReader, io.BufferedRandom:
    b = kind(io.BytesIO(b"ab"))
    print(kind.__name__, b.readable(), b.writable(), b.seekable())
for f in (io.TextIOWrapper(io.BufferedWriter(io.BytesIO())), io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"ab")))):
    for attempt in (f.read, f.readline, lambda: f.read(0), lambda: list(f), f.tell, lambda: f.write("x"), f.truncate):
        try:
            print(repr(attempt()))
        except OSError as error:
            print(type(error).__name__, error)
