"""An exception that passes through what is C in CPython leaves no frame of it."""
import bisect
import collections
import functools
import heapq
import itertools
import operator
import os
import struct
import traceback
import warnings


class Unordered:
    def __lt__(self, other):
        raise ZeroDivisionError('no order')


def bad(*args):
    raise ZeroDivisionError('bad')


def warned():
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        warnings.warn('strict')


CALLS = [
    lambda: functools.reduce(bad, [1, 2]),
    lambda: functools.partial(bad, 1)(),
    lambda: functools.lru_cache(bad)(1),
    lambda: sorted([2, 1], key=functools.cmp_to_key(bad)),
    lambda: list(itertools.starmap(bad, [(1,)])),
    lambda: list(itertools.groupby([1, 2], bad)),
    lambda: list(itertools.takewhile(bad, [1, 2])),
    lambda: list(itertools.accumulate([1, 2], bad)),
    lambda: collections.defaultdict(bad)[1],
    lambda: collections.deque(1),
    lambda: operator.itemgetter(3)([1]),
    lambda: operator.attrgetter('x.y')(1),
    lambda: heapq.heappush([Unordered()], Unordered()),
    lambda: bisect.insort([Unordered()], Unordered()),
    lambda: struct.unpack('i', b'a'),
    lambda: open('/nowhere'),
    lambda: os.listdir('/nowhere'),
    lambda: os.mkdir('/tmp'),
    lambda: list(map(bad, [1])),
    warned,
]
for call in CALLS:
    try:
        call()
    except Exception as e:
        print([(frame.name, frame.lineno) for frame in traceback.extract_tb(e.__traceback__)], repr(e))
