# Found by programs with one mistake each: levels that are none, streams whose flush fails, classes of select's.
import io
import logging
import select
import sys

for level in "INFO", None, logging, 20.5:
    try:
        print(logging.getLogger("x").isEnabledFor(level))
    except TypeError as e:
        print(e, repr(e.__context__)[:20])
for make in select.poll, select.epoll:
    try:
        make().nothing
    except AttributeError as e:
        print(e)


class Broken(io.StringIO):
    def flush(self):
        raise NameError("flush")


sys.stdin, sys.stdout, out = io.StringIO("one\ntwo\n"), Broken(), sys.stdout
lines = [input("first? "), input()]
sys.stdout, broken = out, sys.stdout
print(lines, repr(broken.getvalue()))
