import io
import sys

for stream in sys.stdin, sys.stdout, sys.stderr:
    print([isinstance(stream, kind) for kind in (io.IOBase, io.TextIOBase, io.TextIOWrapper, io.RawIOBase, io.StringIO)])
    print(issubclass(stream.__class__, io.TextIOWrapper))
print(isinstance(sys.stdin.buffer, io.BufferedReader), isinstance(sys.stdin.buffer, io.BufferedIOBase))
if isinstance(sys.stdout, io.TextIOWrapper):
    sys.stdout.reconfigure(encoding="utf-8")
with sys.stdin as lines:
    print(list(lines))
print(lines.closed)
try:
    with lines:
        pass
except ValueError as error:
    print(error)
