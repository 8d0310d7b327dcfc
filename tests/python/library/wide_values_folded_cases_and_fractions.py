import pprint, re, statistics, fractions, struct, random, copy, pickle, types, collections, operator, time
from fractions import Fraction as F
d = {'the': 0, 'quick': 1, 'brown': 2, 'fox': 3, 'jumped': 4, 'over': 5, 'a': 6, 'lazy': 7, 'dog': 8}
for v in (types.MappingProxyType(d), collections.ChainMap(d, {'z': 1}), collections.UserDict(d), collections.UserList(d.items()), collections.deque([], maxlen=7), collections.deque(range(40), maxlen=50)):
    pprint.pprint(v, width=50)
pprint.pprint(collections.UserString('the quick brown fox jumped over a lazy dog'), width=20)
pprint.pprint(bytearray(b'abcdefghijklmnopqrstuvwxyz'), width=20)
pprint.pprint(collections.defaultdict(list, d), width=40); pprint.pprint(collections.Counter('mississippi' * 3), width=20); pprint.pprint(collections.OrderedDict(d), width=30)
pprint.pprint(types.SimpleNamespace(**d), width=30)
print(re.match('s', 'ſ', re.I), re.match('ſ', 'S', re.I), re.match('k', '\u212a', re.I), re.match('[a-z]', 'ſ', re.I), re.match('(?ia)s', 'ſ'), re.findall('[K]', 'kK\u212a', re.I), re.match('µ', 'μ', re.I), re.match('ß', 'ẞ', re.I), re.match('ﬅ', 'ﬆ', re.I), re.match('i', 'İ', re.I), re.match('ς', 'Σ', re.I), re.match('[^k]', '\u212a', re.I))
m = re.match('(a)(b)', 'ab')
class I:
    def __index__(self): return 1
print(m.group(I()), m[I()], m.span(I()))
print(re.compile('a', re.I | re.X), re.I | re.M | re.S | re.X | re.A, repr(re.RegexFlag(0)), ~re.I)
print(re.sub('a', lambda m: m[0].upper(), 'banana', count=2), re.split(r'(,)\s*', 'a, b,c'), re.subn('x*', '-', 'abxd'))
print(statistics.geometric_mean([54, 24, 36]), statistics.geometric_mean(range(1, 1000)))
for s in ('3 / 2', ' 3/2 ', '1_000/3', '1.5e-2', '-.5', '3/ 2', '1/2/3', '1/0'):
    try: print(repr(F(s)))
    except Exception as e: print(type(e).__name__, e)
for sp in ('.2f', '012_.2e', '0=12,.2f', ',', '+', '#', '08', '>10', '.3g', 'z.1f', '%'):
    try: print(sp, format(F(1923804, 15625), sp), format(F(-3, 1), sp))
    except Exception as e: print(sp, type(e).__name__, e)
print(repr(struct.Struct('=i2H')), random.binomialvariate(n=10, p=0.3), random.binomialvariate(5))
class G:
    def __new__(cls, *a, k): o = object.__new__(cls); o.a, o.k = a, k; return o
    def __getnewargs_ex__(self): return self.a, {'k': self.k}
g = G(1, 2, k=3)
print(vars(copy.copy(g)), vars(pickle.loads(pickle.dumps(g))), vars(copy.deepcopy(g)))
class S:
    __slots__ = ('x', 'y')
print(S.x, type(S.x), type(S.x).__name__, S.__dict__['y'].__name__)
class P:
    @property
    def q(self): "doc"; return 1
print(P.q.__name__, P.q.__doc__, P.q.fget.__name__)
def fn(): pass
print(type(collections.namedtuple('A', 'x').x), collections.namedtuple('A', 'x').x)
od = collections.OrderedDict(a=1); od['od'] = od; print(od)
print(random.Random('abc').random(), random.Random(b'abc').random(), random.Random(1.5).random(), random.Random(-3).random(), random.Random(10**50).random())
random.seed('the quick brown fox', version=1); print(random.random())
print(operator.itemgetter(1, 'a'), operator.attrgetter('a.b', 'c'), operator.methodcaller('f', 1, k=2))
