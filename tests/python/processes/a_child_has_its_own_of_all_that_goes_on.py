# A forked process has the values of context variables, locks as they are held, and iterators, views and queues of its own.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import collections
import contextvars
import datetime
import decimal
import itertools
import multiprocessing as mp
import os
import queue
import re
import signal
import threading

var = contextvars.ContextVar("var", default="default")
other = contextvars.ContextVar("other")
var.set("set in the parent")
other.set([1])
context = contextvars.copy_context()
context.run(var.set, "in a context")

held, free = threading.Lock(), threading.Lock()
held.acquire()
recursive = threading.RLock()

data = bytearray(b"abcdef")
view = memoryview(data)
part = view[2:4]
utc, signal_number, flag, day = datetime.timezone.utc, signal.SIGINT, re.IGNORECASE, datetime.timezone.min

iterators = {
    "count": itertools.count(5, 2),
    "repeat": itertools.repeat("x", 3),
    "cycle": itertools.cycle("ab"),
    "enumerate": enumerate("xyz"),
    "zip": zip([1, 2, 3], "abc"),
    "map": map(abs, [-1, -2, -3]),
    "filter": filter(None, [0, 1, 2, 3]),
    "chain": itertools.chain([1, 2], [3]),
    "islice": itertools.islice([1, 2, 3, 4], 1, None),
    "pairwise": itertools.pairwise([1, 2, 3, 4]),
    "reversed": reversed([1, 2, 3]),
    "set": iter({1, 2, 3}),
    "dict": iter({"a": 1, "b": 2}.items()),
    "bytes": iter(b"abc"),
    "deque": iter(collections.deque([1, 2, 3])),
    "accumulate": itertools.accumulate([1, 2, 3]),
    "callable": iter(iter([5, 6, 0]).__next__, 0),
}
for iterator in iterators.values():
    next(iterator)
simple = queue.SimpleQueue()
simple.put("one")
of_threads = queue.Queue()
of_threads.put("two")


def check(name):
    print(name, var.get(), other.get(), context[var], flush=True)
    mine = contextvars.ContextVar("mine")
    mine.set("mine")
    print(var.get(), mine.get(), len(contextvars.copy_context()) >= 3, flush=True)
    other.get().append(2)
    print(held.locked(), free.locked(), held.acquire(blocking=False), held.acquire(timeout=0.1), flush=True)
    held.release()
    with held, recursive:
        print("held", flush=True)
    part[0] = ord("X")
    data[0] = ord("Y")
    print(data, bytes(view), bytes(part), flush=True)
    print(utc is datetime.timezone.utc, signal_number is signal.SIGINT, flag is re.IGNORECASE, day is datetime.timezone.min, flush=True)
    print({name: next(iterator) for name, iterator in iterators.items()}, flush=True)
    simple.put("more")
    print(simple.get(), simple.get(), simple.empty(), of_threads.get(), flush=True)


if __name__ == "__main__":
    process = mp.Process(target=check, args=("process",))
    process.start()
    process.join()
    pid = os.fork()
    if pid == 0:
        check("fork")
        os._exit(0)
    os.waitpid(pid, 0)
    print(data, held.locked(), other.get(), simple.qsize(), of_threads.qsize())
    print({name: next(iterator) for name, iterator in iterators.items()})
