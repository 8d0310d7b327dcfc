# A deque's operators, and others, say what is wrong with odd arguments as CPython does.
import asyncio
import collections
import json
import logging
import operator
import random


def told(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs))[:100])
    except Exception as error:
        print(type(error).__name__, error)


class Times:
    def __rmul__(self, other):
        return f'{other} times'


class Index:
    def __index__(self):
        return 2


deque = collections.deque([1, 2])
for odd in (1.5, '1', None, [3], (), b'x', {}, deque, Times(), Index(), True, -1):
    shown = type(odd).__name__
    for name in ('mul', 'imul', 'add', 'concat', 'iconcat', 'delitem', 'getitem'):
        print(name, shown, end=' ')
        told(getattr(operator, name), collections.deque([1, 2, 3]), odd)
    print('reflected', shown, end=' ')
    told(operator.mul, odd, deque)
told(lambda: '1' % deque)
told(lambda: '%s' % deque)
told(lambda: b'1' % deque)
for args in (['1'], (1, '2'), (None,), (1, 1), (1, 1, 1), (True,), (1, 5, 'x'), ([],), (0, 10, None)):
    random.seed(1)
    told(random.triangular, *args)


async def main():
    told(lambda: asyncio.Barrier(10**30).parties)


asyncio.run(main())
told(json.dumps, [1], indent=1.5)
told(json.dumps, [1], indent=())
told(lambda: json.JSONEncoder(indent=2).indent)
told(json.JSONDecoder().decode, None)
told(json.JSONDecoder().decode, b'1')
told(logging.getLogger('a').getChild, 1)
told(logging.getLogger('a').getChild, 'b')
told(json.dump, [[1, {'a': 2}]], __import__('sys').stdout, indent=True)
told(random.triangular, high=0.0, mode=1)
told(logging.Filter, None)
told(logging.getLogger('a').findCaller, False, None)
