# What a text stream is made of is told by members that nobody sets; `reconfigure` and `detach` change them.
import io
import sys


def told(what, *args, **keywords):
    try:
        return what(*args, **keywords)
    except (AttributeError, ValueError, TypeError, LookupError) as error:
        return f"{type(error).__name__}: {error}"


file = open("text.txt", "w", encoding="ascii")
made = io.TextIOWrapper(io.BytesIO(b"abc\n"), "ascii", "replace")
for stream in sys.stdout, sys.stdin, sys.stderr, file, made:
    for name in "encoding", "errors", "buffer", "line_buffering", "newlines", "name":
        print(told(setattr, stream, name, 1), "|", told(delattr, stream, name))
for stream in file, made:
    print(told(setattr, stream, "write_through", True), told(setattr, stream, "mode", "x"), stream.mode, stream.encoding)


class Own(io.TextIOWrapper):
    def __init__(self, buffer):
        super().__init__(buffer, "ascii")
        self.mine = 1
        self.encoding = "latin-1"


print(told(Own, io.BytesIO()))
made.reconfigure(encoding="utf-8", errors="strict", line_buffering=True, write_through=True)
print(made.encoding, made.errors, made.line_buffering, made.write_through)
made.reconfigure(errors="ignore")
print(made.encoding, made.errors, told(made.reconfigure, encoding="nosuch"), made.encoding, made.read())
made.reconfigure(errors="replace")
print(made.errors, made.read())
made.__init__(io.BytesIO("é".encode()), "latin-1")
print(made.encoding, made.errors, made.read(), made.line_buffering)
print(made.detach().getvalue(), made.buffer, told(made.read), made.encoding)
file.write("done")
file.close()
print(file.buffer.closed, file.encoding, open("text.txt").read())
