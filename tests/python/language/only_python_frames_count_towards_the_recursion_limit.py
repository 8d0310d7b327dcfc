"""What is C in CPython takes no part in the recursion limit: calls through it go as deep as others."""
import asyncio
import copy
import dataclasses
import functools
import sys
import threading
import traceback


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

    def __repr__(self):
        return f"Node({self.value}, {self.next!r})"

    def __str__(self):
        return str(self.value) + " -> " + str(self.next)

    def __len__(self):
        return 1 + len(self.next)

    def __bool__(self):
        return bool(self.next)

    def __iter__(self):
        yield self.value
        yield from self.next

    def __contains__(self, value):
        return value in self.next

    def __eq__(self, other):
        return self.next == other.next

    def __lt__(self, other):
        return self.next < other.next

    def __add__(self, other):
        return self.next + other

    def __call__(self):
        return self.next()

    def __getitem__(self, at):
        return self.next[at]

    def __getattr__(self, name):
        return getattr(self.next, name)

    @property
    def last(self):
        return self.next.last


@dataclasses.dataclass
class Link:
    next: object = None


@functools.lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@functools.cache
def endless(n):
    return endless(n + 1)


def depth_of(step):
    def down(n):
        nonlocal reached
        reached = n
        return step(down, n + 1)

    reached = 0
    try:
        down(1)
    except RecursionError:
        return reached


def down(n):
    global free
    free = n
    down(n + 1)


try:
    down(1)
except RecursionError:
    # As many frames as a script of its own has.
    sys.setrecursionlimit(1000 + 999 - free)
print(fibonacci(900) % 10**9)
STEPS = {
    "call": lambda down, n: down(n), "map": lambda down, n: list(map(down, [n])),
    "sorted": lambda down, n: sorted([n], key=down), "max": lambda down, n: max([n, n], key=down),
    "sum": lambda down, n: sum(down(x) for x in [n]), "list": lambda down, n: [down(x) for x in [n]],
    "partial": lambda down, n: functools.partial(down, n)(), "reduce": lambda down, n: functools.reduce(lambda a, b: down(b), [0, n]),
    "exec": lambda down, n: exec("down(n)", {"down": down, "n": n}), "filter": lambda down, n: list(filter(down, [n])),
}
for name, step in STEPS.items():
    print(name, depth_of(step))

ring = Node(1)
ring.next = ring
long = link = other = None
for n in range(600):
    long, link, other = Node(n, long), Link(link), Link(other)
print(len(repr(long)), len(str(long)))
ACTIONS = [
    lambda: repr(ring), lambda: str(ring), lambda: len(ring), lambda: bool(ring), lambda: list(ring), lambda: 5 in ring,
    lambda: ring == ring, lambda: ring < ring, lambda: ring + 1, lambda: ring(), lambda: ring[0], lambda: ring.nothing,
    lambda: ring.last, lambda: endless(0),
]
for number, action in enumerate(ACTIONS):
    try:
        action()
    except RecursionError:
        lines = traceback.format_exc().splitlines()
        print(number, len(lines), [line for line in lines if "repeated" in line], lines[-1])
for action in (lambda: len(repr(link)), lambda: link == other):
    try:
        print(action())
    except RecursionError as error:
        print(error)


async def coroutine(n):
    try:
        return await coroutine(n + 1)
    except RecursionError:
        return n


print(asyncio.run(coroutine(0)))
thread = threading.Thread(target=lambda: print("thread", depth_of(STEPS["call"]), depth_of(STEPS["map"])))
thread.start()
thread.join()
sys.setrecursionlimit(150 + 999 - free)
print({name: depth_of(step) for name, step in STEPS.items()})
