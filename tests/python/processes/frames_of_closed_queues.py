# recorded by hand: the recorder's clock and a queue's thread do not end together
"""What a closed queue, a lock and a condition refuse, their tracebacks tell in the frames of multiprocessing's."""

import multiprocessing
import traceback


def attempt(what, call):
    print("--", what)
    try:
        call()
    except (ValueError, OSError, AssertionError) as error:
        for frame in traceback.extract_tb(error.__traceback__)[2:]:
            print("  ", frame.name, frame.lineno, frame.line, frame.end_colno - frame.colno)
        print("  ", type(error).__name__)


for kind in (multiprocessing.Queue, multiprocessing.JoinableQueue):
    queue = kind()
    queue.close()
    attempt("put", lambda: queue.put(1))
    attempt("get", lambda: queue.get())
simple = multiprocessing.SimpleQueue()
simple.close()
attempt("put into a SimpleQueue", lambda: simple.put(1))
attempt("get from a SimpleQueue", lambda: simple.get())
attempt("release of an RLock", lambda: multiprocessing.RLock().release())
condition = multiprocessing.Condition()
attempt("wait without the lock", lambda: condition.wait(1))
attempt("notify without the lock", lambda: condition.notify())
