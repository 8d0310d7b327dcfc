"""Cycles that hold much are looked for once there are some thousands of them, as CPython does by itself."""
import weakref


class Node:
    def __init__(self, size):
        self.me = self
        self.payload = [[n] for n in range(size)]


def cycles(count, size):
    watched = []
    for _ in range(count):
        watched.append(weakref.ref(Node(size)))
    return sum(ref() is not None for ref in watched)


print(cycles(12_000, 30) < 12_000)
print(cycles(12_000, 30) < 6_000)
