import pprint
data = {'name': 'John', 'items': list(range(30)), 'nested': {'k%d' % i: 'value' * i for i in range(6)}, 'tuple': (1, 2, 3), 'set': {3, 1, 2}}
pprint.pprint(data)
pprint.pprint(data, width=40, compact=True)
pprint.pprint(data, depth=1)
pprint.pprint(data, indent=4, sort_dicts=False)
print(pprint.pformat([{'a': 'x' * 50, 'b': 'y' * 40}, {'c': 1}]))
from collections import OrderedDict, defaultdict, Counter, deque, namedtuple
pprint.pprint(OrderedDict((f'key{i}', 'v' * 20) for i in range(5)))
pprint.pprint(defaultdict(list, {i: ['x' * 20] for i in range(5)}))
pprint.pprint(Counter('abracadabra' * 3))
pprint.pprint(deque(['x' * 30] * 4))
pprint.pprint('a long string with many words that must be wrapped over several lines because it is too long for one')
pprint.pprint(['short', 'a long string with many words that must be wrapped over several lines because it is too long for one'])
l = [1]
l.append(l)
print(pprint.saferepr(l)[:20])
pprint.pp({'b': 1, 'a': 2})
from dataclasses import dataclass


@dataclass
class P:
    name: str
    values: list


pprint.pprint(P('x' * 40, list(range(20))))
pprint.pprint(P('x', [1]))
P2 = namedtuple('P2', 'a b')
pprint.pprint(P2('x' * 50, 'y' * 50))
pprint.pprint([P2(1, 2)])
pprint.pprint(b'bytes' * 30)
pprint.pprint({('a', 1): [None, True, 1.5]})
pprint.pprint([])
pprint.pprint({})
