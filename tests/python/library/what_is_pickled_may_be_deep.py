"""Chains of thousands of objects are pickled; where CPython gives up, so does this."""
import pickle


class Node:
    def __init__(self, value, following):
        self.value, self.following = value, following


class Slotted:
    __slots__ = 'following',

    def __init__(self, following):
        self.following = following


def nested(make, depth):
    value = None
    for _ in range(depth):
        value = make(value)
    return value


def depth(value):
    count = 0
    while value is not None:
        value, count = value.following, count + 1
    return count


CONTAINERS = {'list': lambda v: [v], 'tuple': lambda v: (v,), 'dict': lambda v: {1: v}}
OBJECTS = {'node': lambda v: Node(7, v), 'slots': Slotted}
for name, make in CONTAINERS.items():
    value = nested(make, 2000)
    print(name, pickle.loads(pickle.dumps(value)) == value)
for name, make in OBJECTS.items():
    print(name, depth(pickle.loads(pickle.dumps(nested(make, 500)))))
for make in CONTAINERS.values():
    try:
        pickle.dumps(nested(make, 12000))
    except RecursionError as e:
        print(e)
