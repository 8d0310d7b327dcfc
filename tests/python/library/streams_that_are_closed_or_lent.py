"""A stream of the program's own is closed once nobody has it; who has a BytesIO's buffer keeps it as long as it is."""
import io

for data in b"a\r\nb\nc\rd", b"a\nb\n", b"a\r\n", b"abc":
    with open("/tmp/ends", "wb") as f:
        f.write(data)
    with open("/tmp/ends") as f:
        print(repr(f.newlines), repr(f.readline()), repr(f.newlines), repr(f.read()), repr(f.newlines))
    with open("/tmp/ends", newline="") as f:
        print(f.readlines(), repr(f.newlines))
    with open("/tmp/ends", newline="\n") as f:
        print(f.readlines(), repr(f.newlines))

stream = io.BytesIO(b"abc")
view = stream.getbuffer()
for attempt in (lambda: stream.write(b"x" * 10), lambda: stream.truncate(1), stream.close, lambda: stream.seek(0), stream.read):
    try:
        print(attempt())
    except BufferError as e:
        print(e)
view[0] = 65
print(stream.getvalue())
view.release()
stream.close()


class Raw(io.RawIOBase):
    def close(self):
        if not self.closed:
            print("closed")
        super().close()

    def flush(self):
        print("flushed")


class Text(io.StringIO):
    def close(self):
        print("text closed")
        super().close()


stream = Raw()
del stream
stream = Text()
del stream


class NoFlush(io.IOBase):
    def flush(self):
        raise OSError("no flush")


stream = NoFlush()
try:
    stream.close()
except OSError as e:
    print(e, stream.closed)


class Broken(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        raise OSError("disk")


writer = io.BufferedWriter(Broken())
writer.write(b"abc")
try:
    writer.close()
except OSError as e:
    print(e, writer.closed, writer.raw.closed)
