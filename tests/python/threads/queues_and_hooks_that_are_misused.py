# recorded by hand: the judge has a queue of its own
# SimpleQueue is C in CPython and says so; hooks that are None or fail; a thread's run called by hand.
import queue
import sys
import threading
import traceback


def refused(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


simple = queue.SimpleQueue()
refused(queue.SimpleQueue, 3)
refused(queue.SimpleQueue, maxsize=3)
refused(lambda: simple.join())
refused(lambda: simple.maxsize)
refused(simple.put)
refused(simple.put_nowait, 1, 2)
refused(simple.get, True, -1)
refused(simple.get, False)
refused(simple.put, "with a time", False, 3)
print(simple.get(timeout=1), simple.empty())

threading.excepthook, before = None, threading.excepthook
try:
    threading.Thread(target=print)
except RuntimeError:
    traceback.print_exc()
threading.excepthook = before


def failing():
    raise ValueError("in the thread")


def failing_hook(args):
    raise KeyError("in the hook")


thread = threading.Thread(target=failing, name="worker")
threading.excepthook = failing_hook
thread.start()
thread.join()
threading.excepthook = before
twice = threading.Thread(target=print, args=("ran",))
twice.run()
try:
    twice.run()
except AttributeError:
    traceback.print_exc()


def unraisable(args):
    print("told of", repr(args.exc_value))
    raise OSError("in the other hook")


class Loud:
    def __del__(self):
        1 / 0


sys.unraisablehook = unraisable
Loud()
print("after it")
sys.unraisablehook = None
Loud()
print("after the other")
