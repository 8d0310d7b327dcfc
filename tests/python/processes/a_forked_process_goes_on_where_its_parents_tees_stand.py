# The iterators of a tee are a forked process's own: what one takes there is still to come in the parent, and the other way.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import itertools
import os

first, second = itertools.tee(iter([1, 2, 3, 4]))
next(first)
third = itertools.tee(first, 1)[0]


def take(who):
    print(who, next(first), next(second), list(third), list(second), flush=True)


if os.fork() == 0:
    take("child")
    os._exit(0)
os.wait()
take("parent")
