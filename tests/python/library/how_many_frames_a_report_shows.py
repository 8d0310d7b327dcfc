"""`sys.tracebacklimit`: the traceback module shows the first frames, the interpreter the last; a call's limit goes before."""
import sys
import traceback


def recurse(n):
    if n:
        return recurse(n - 1)
    1 / 0


def stack(n, limit):
    return stack(n - 1, limit) if n else [entry.name for entry in traceback.extract_stack(limit=limit)]


def reports():
    try:
        recurse(2)
    except ZeroDivisionError as e:
        for limit in (None, 0, 1, -1, 10):
            print(limit, [entry.name for entry in traceback.extract_tb(e.__traceback__, limit)])
            print("".join(traceback.format_exception(e, limit=limit)), end="")
            print(stack(2, limit))


reports()
for sys.tracebacklimit in (2, 0, -1):
    print("sys.tracebacklimit =", sys.tracebacklimit)
    reports()
sys.tracebacklimit = 2
recurse(3)
