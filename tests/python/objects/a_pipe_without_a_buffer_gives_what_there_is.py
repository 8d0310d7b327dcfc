"""io.FileIO over a pipe's end: None where it would wait, no seeking, and its closing is the pipe's."""
import io
import os

reading, writing = os.pipe()
os.set_blocking(reading, False)
source, sink = io.FileIO(reading, 'r'), io.FileIO(writing, 'w')
print(source.read(5), source.readinto(bytearray(3)), source.readall(), source.seekable(), sink.seekable())
print(sink.write(b'one\ntwo\n'), source.readline(), source.read(2), source.readall(), source.read())
for act in (source.tell, lambda: source.seek(0), sink.tell):
    try:
        act()
    except OSError as error:
        print(error)
os.set_blocking(writing, False)
while (count := sink.write(b'x' * 4096)) is not None:
    pass
print(count, len(source.readall()))
sink.close()
print(source.read(1), source.readall(), source.closed)
source.close()
try:
    os.fstat(reading)
except OSError as error:
    print(error)
