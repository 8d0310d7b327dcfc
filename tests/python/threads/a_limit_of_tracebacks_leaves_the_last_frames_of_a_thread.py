import sys
import threading


def outer():
    inner()


def inner():
    raise ValueError("deep")


class Goes:
    def __del__(self):
        outer()


for limit in 3, 1, 0, -2, 100:
    sys.tracebacklimit = limit
    print("limit", limit, file=sys.stderr)
    thread = threading.Thread(target=outer, name=f"limited to {limit}")
    thread.start()
    thread.join()
    Goes()


def generator():
    try:
        yield
    finally:
        outer()


for limit in 2, 0, 100:
    sys.tracebacklimit = limit
    print("limit", limit, file=sys.stderr)
    one = generator()
    next(one)
    del one
