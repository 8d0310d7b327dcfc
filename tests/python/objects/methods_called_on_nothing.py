# A native method without a receiver is refused, whether it is an operator's or a plain one.
import asyncio
import collections
import random

for function in (classmethod.__repr__, staticmethod.__repr__, property.__get__, super.__repr__, type.__call__, list.append,
                 str.upper, int.__repr__, object.__repr__, object.__init__, object.__new__, type.mro, dict.get,
                 dict.fromkeys, Exception.__str__, collections.deque.append, bytes.join, float.hex,
                 frozenset.copy, asyncio.Lock.release, asyncio.Event.set, asyncio.Future.result):
    try:
        print(function())
    except TypeError as e:
        print(e)
for call in (lambda: list.sort(key=3), lambda: str.join(key=3), lambda: random.Random.expovariate(1, 2, 3),
             lambda: random.expovariate(1, 2)):
    try:
        print(call())
    except TypeError as e:
        print(e)
