# Generators that delegate to others are a forked process's own as well, with all of those.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import os


def numbers(n):
    for i in range(n):
        yield i


def inner():
    yield from numbers(3)
    return "result"


def outer():
    yield "start"
    yield (yield from inner())


def delegate():
    yield from other


def over():
    try:
        yield from numbers(2)
    finally:
        print("over", flush=True)


class Node:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child


deep, other, tree, ending = outer(), numbers(4), iter(Node(1, Node(2, Node(3), Node(4)), Node(5))), over()
delegating = delegate()
for _ in range(2):
    next(deep), next(delegating), next(tree)
next(ending)


def take(who):
    print(who, next(deep), next(delegating), delegating.gi_yieldfrom is other, list(tree), flush=True)
    print(list(deep), list(delegating), list(ending), flush=True)


if os.fork() == 0:
    take("child")
    os._exit(0)
os.wait()
take("parent")
