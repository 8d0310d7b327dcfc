from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple
import collections.abc

d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, len(d), d.maxlen, d[0], d[-1], 3 in d, list(reversed(d)))
d.rotate(1)
print(d, d.index(2), d.count(0))
d.extendleft('ab')
d.extend([7])
print(d, d == deque(['a', 2, 7]), deque([1]) < deque([2]), deque('ab') + deque('c'), deque('ab') * 2)
d.clear()
for action in (d.pop, d.popleft, lambda: d[3], lambda: d.remove(1), lambda: deque(maxlen=-1)):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
d = deque([1, 2, 3])
d.insert(1, 'x')
d.remove(2)
d.reverse()
del d[0]
d[0] = 'y'
print(d, bool(d), bool(deque()), d.copy())
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
loop = deque()
loop.append(loop)
print(loop)


class History(deque):
    def __init__(self):
        super().__init__(maxlen=2)


h = History()
h.extend(range(5))
print(h, isinstance(h, deque))

dd = defaultdict(list)
dd['a'].append(1)
dd['b']
print(dd, dict(dd), dd.get('c'), 'c' in dd, dd.default_factory)
counts = defaultdict(int, x=1)
counts['y'] += 2
print(counts, defaultdict(None))
try:
    defaultdict(None)['k']
except KeyError as e:
    print(repr(e))

od = OrderedDict(a=1, b=2, c=3)
od.move_to_end('a')
od.move_to_end('c', last=False)
print(od, od.popitem(last=False), od.popitem(), OrderedDict(), od == {'b': 2})
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))

c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], c.total(), sorted(c.elements())[:3])
c.update('zzz')
c.subtract({'a': 5})
print(c, c + Counter(a=1), Counter(a=3) - Counter(a=1, b=2), Counter(a=1) | Counter(a=2), Counter('ab') & Counter('b'))

Point = namedtuple('Point', 'x y', defaults=[0])
p = Point(1)
print(p, p.x, p.y, p._asdict(), p._replace(y=5), Point._make([3, 4]), Point._fields, Point._field_defaults, p == (1, 0))
x, y = p
print(x, y, Point.__doc__, Point(y=2, x=1), isinstance(p, tuple), hash(p) == hash((1, 0)))
for action in (lambda: Point(), lambda: Point(1, 2, 3), lambda: setattr(p, 'x', 2), lambda: p._replace(z=1),
               lambda: namedtuple('T', 'a class'), lambda: namedtuple('T', 'a a'), lambda: namedtuple('T', '_a')):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
match p:
    case Point(x=1, y=0):
        print('matched')
match p:
    case Point(a, b):
        print('matched', a, b)


class Named(namedtuple('Named', ['first', 'last'])):
    __slots__ = ()

    @property
    def full(self):
        return f'{self.first} {self.last}'


print(Named('A', 'B').full, Named('A', 'B'))

m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m, m['a'], m['b'], list(m), m.new_child({'c': 0}), m.parents, len(m))
u = UserDict(a=1)
u['b'] = 2
print(u, len(u), list(u.items()), UserList([1, 2]) + [3])

for kind in ('Iterable', 'Iterator', 'Sized', 'Sequence', 'MutableSequence', 'Mapping', 'MutableMapping', 'Set', 'Hashable', 'Callable',
             'Awaitable', 'Coroutine', 'AsyncIterator', 'Generator', 'Collection'):
    cls = getattr(collections.abc, kind)
    print(kind, [isinstance(v, cls) for v in ([], (), {}, set(), 'a', 1, len, iter([]), deque(), (i for i in []), range(3), d)])


class Bag(collections.abc.MutableMapping):
    def __init__(self):
        self.inner = {}

    def __getitem__(self, k):
        return self.inner[k]

    def __setitem__(self, k, v):
        self.inner[k] = v

    def __delitem__(self, k):
        del self.inner[k]

    def __iter__(self):
        return iter(self.inner)

    def __len__(self):
        return len(self.inner)


b = Bag()
b.update(a=1, b=2)
print(b.pop('a'), dict(b), b.setdefault('z', 9), list(b.items()), 'z' in b, b.get('q', 'none'))
try:
    collections.abc.Sized()
except TypeError as e:
    print(e)
print(collections.abc.Callable[[int, str], bool], collections.abc.Iterable[int])
