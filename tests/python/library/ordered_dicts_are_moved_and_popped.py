# What caches do with an OrderedDict: keys go to either end and leave at either end.
from collections import OrderedDict


class Cache:
    def __init__(self, size):
        self.items, self.size = OrderedDict(), size

    def get(self, key, make):
        if key in self.items:
            self.items.move_to_end(key)
        else:
            self.items[key] = make(key)
            if len(self.items) > self.size:
                print('forgets', self.items.popitem(last=False))
        return self.items[key]

cache = Cache(3)
print([cache.get(n, lambda n: n * n) for n in (1, 2, 3, 1, 4, 1, 2, 5)], list(cache.items))
items = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
items.move_to_end('a')
items.move_to_end('b', last=False)
items.move_to_end('c', True)
print(items, items.popitem(), items.popitem(False), items)


class Same:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __hash__(self):
        return 1

    def __repr__(self):
        return f'Same({self.value})'

odd = OrderedDict({Same(1): 1, Same(2): 2})
odd.move_to_end(Same(1))
print(odd)
for call in (lambda: OrderedDict().popitem(), lambda: items.move_to_end('x'), lambda: items.popitem(1, 2),
             lambda: OrderedDict([(1,)]), lambda: OrderedDict([(1, 2), (1, 2, 3)]), lambda: OrderedDict([['k', 'v'], 'ab']),
             lambda: OrderedDict(zip('ab', 'cd'))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
