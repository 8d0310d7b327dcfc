# Generators are a forked process's own, where they stand: what it takes of them is still to come in its parent.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import collections
import contextlib
import itertools
import multiprocessing as mp
import os
import re
import sys
import xml.etree.ElementTree as ET


def numbers(n):
    for i in range(n):
        sent = yield i
        if sent:
            yield f"sent {sent}"


def ends():
    try:
        yield 1
        yield 2
    finally:
        print("ends", os.getpid() == parent, flush=True)


def handles():
    try:
        raise KeyError("first")
    except KeyError as error:
        yield repr(error)
        try:
            raise ValueError("second")
        except ValueError as other:
            yield repr(other.__context__)
        yield repr(sys.exception())


def knows_itself():
    me = yield
    yield me is itself
    yield next(iter([me])) is itself


@contextlib.contextmanager
def opened(name):
    print("open", name, flush=True)
    try:
        yield name
    finally:
        print("close", name, os.getpid() == parent, flush=True)


parent = os.getpid()
begun, fresh, done, ending, handling, itself = numbers(5), numbers(2), numbers(1), ends(), handles(), knows_itself()
doubled = (2 * n for n in range(4))
pairs = zip(numbers(3), numbers(3))
batches = itertools.batched("abcdef", 2)
matches = re.finditer(".", "xyz")
elements = ET.fromstring("<a><b/><c/></a>").iter()
items = iter(collections.UserList([1, 2, 3]))
bytes_ = iter(memoryview(b"abc"))
for iterator in (begun, ending, handling, itself, doubled, pairs, batches, matches, elements, items, bytes_):
    next(iterator)
itself.send(itself)
next(handling)
list(done)


def take(who):
    print(who, next(begun), begun.send("x"), list(fresh), list(done), next(handling), next(doubled), next(pairs), flush=True)
    print(next(itself), begun.gi_frame.f_lineno, begun.gi_frame.f_locals, next(batches), next(matches).group(), flush=True)
    print(next(elements).tag, next(items), next(bytes_), next(ending), next(ending, "over"), list(doubled), flush=True)


if __name__ == "__main__":
    with opened("a"):
        if os.fork() == 0:
            take("fork")
            with opened("b"):
                sys.exit(0)
        os.wait()
    process = mp.get_context("fork").Process(target=take, args=("process",))
    process.start()
    process.join()
    take("parent")
