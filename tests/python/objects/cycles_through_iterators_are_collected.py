"""What only an iterator, a context or a cache refers to, in a circle with it, goes when the collector comes."""
import contextvars
import gc
import itertools
import weakref
from collections import OrderedDict, deque
from functools import lru_cache


class Node:
    pass


class Sequence:
    def __init__(self, node):
        self.node = node

    def __getitem__(self, at):
        raise IndexError


def remembering(node):
    cached = lru_cache(lambda number: node)
    cached(1)
    return cached


MADE = {
    'list': lambda node: iter([node]),
    'tuple': lambda node: iter((node,)),
    'dict': lambda node: iter({1: node}.items()),
    'set': lambda node: iter({node}),
    'slice': lambda node: slice(node),
    'sequence': lambda node: iter(Sequence(node)),
    'call': lambda node: iter(lambda: node, 1),
    'reversed': lambda node: reversed([node]),
    'reversed dict': lambda node: reversed({1: node}),
    'map': lambda node: map(str, [node]),
    'zip': lambda node: zip([node], [1]),
    'enumerate': lambda node: enumerate([node]),
    'filter': lambda node: filter(None, [node]),
    'deque': lambda node: iter(deque([node])),
    'ordered': lambda node: iter(OrderedDict({1: node}).values()),
    'chain': lambda node: itertools.chain([1], [node]),
    'cycle': lambda node: itertools.cycle([node]),
    'repeat': lambda node: itertools.repeat(node),
    'islice': lambda node: itertools.islice([node], 3),
    'tee': lambda node: itertools.tee([node])[0],
    'groupby': lambda node: itertools.groupby([node]),
    'accumulate': lambda node: itertools.accumulate([node]),
    'starmap': lambda node: itertools.starmap(lambda: node, []),
    'product': lambda node: itertools.product([node]),
    'permutations': lambda node: itertools.permutations([node]),
    'compress': lambda node: itertools.compress([node], [1]),
    'takewhile': lambda node: itertools.takewhile(lambda item: node, [1]),
    'zip_longest': lambda node: itertools.zip_longest([node]),
    'pairwise': lambda node: itertools.pairwise([node]),
    'batched': lambda node: itertools.batched([node], 2),
    'lru_cache': remembering,
    'variable': lambda node: contextvars.ContextVar('variable', default=node),
}


def circle(make):
    node = Node()
    node.held = make(node)
    return weakref.ref(node)


for name, make in MADE.items():
    reference = circle(make)
    before = reference() is not None
    gc.collect()
    print(name, before, reference())

# What a copy of the context shares with the one that is in use stays.
variable = contextvars.ContextVar('variable')


def copied():
    variable.set([1, 2, 3])
    node = Node()
    node.itself = node
    node.context = contextvars.copy_context()


copied()
gc.collect()
print(variable.get())
