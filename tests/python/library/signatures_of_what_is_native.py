import functools
import inspect
import itertools
import math
import operator
import random


class Words(list):
    pass


class Table(dict):
    def get(self, key, default=0): pass


for thing in (len, list.append, [].append, list.sort, str.join, 'a'.join, str.split, str.upper, dict.get, {}.setdefault,
              set.add, {1}.union, frozenset.union, int.to_bytes, int.from_bytes, dict.fromkeys, bytes.decode,
              range(3).index, (1,).count, list.pop, dict.update, int.__add__, (3).__add__, 'a'.__eq__,
              object.__init__, object.__repr__, pow, print, sorted,
              list, tuple, set, dict, int, str, float, complex, bool, enumerate, zip, map, filter, reversed, property,
              staticmethod, range, slice, super, type, object, Words, Table, Table.get,
              math.sqrt, math.gcd, math.isclose, math.hypot, operator.add, operator.itemgetter, itertools.chain,
              itertools.count, itertools.product, functools.cmp_to_key, random.randint, random.choice, random.random,
              functools.partial(int.to_bytes, 5), functools.partial('a'.split, ',')):
    try:
        shown = str(inspect.signature(thing))
    except (ValueError, TypeError) as e:
        shown = f'{type(e).__name__}: {e}'
    print(getattr(thing, '__qualname__', 'partial'), shown.split(' at 0x')[0])
print(list(inspect.signature(str.replace).parameters.values()))
print(inspect.signature(list.sort).bind([], key=len).arguments, inspect.getfullargspec(str.split))
