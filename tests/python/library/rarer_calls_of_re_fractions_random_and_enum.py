"""Patterns of rarer flags and subjects, copies of fractions, states of random generators, and how enumerations are called."""
import array
import copy
import enum
import inspect
import pickle
import random
import re
from fractions import Fraction as F


def say(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

say(re.compile, b'', re.L | re.A)
say(re.compile, '', re.L)
say(re.compile, '', re.A | re.U)
say(re.compile, b'', re.U)
say(re.compile, '(?L)')
say(re.compile, b'(?u)')
say(re.compile, b'(?La)')
say(re.compile, '(?au)')
say(re.compile, '(?-i:a)')
say(re.compile, '(?i-i:a)')
say(re.compile, '(?a-i:x)')
say(re.compile, 'a(?i)b')
say(re.compile, '(?P<n>a)(?P<n>b)')
say(re.compile, r'(a)b(?<=(?(1)b|xx))(c)')
say(re.compile, r'(?<=a+)b')
say(re.compile, r'(?<=(a)\1)b')
say(re.compile, 'x', 0x100000)
say(re.compile, 'x', re.DEBUG if 0 else re.I | re.M | re.S | re.X | re.A)
say(lambda: re.I | 0x100000)
say(re.sub, b'(?P<a>x)', b'\\g<\xc2\xb5>', b'xx')
say(re.sub, '(?P<a>x)', '\\g<\xb5>', 'xx')
say(re.sub, '(?P<a>x)', r'\g<a', 'xx')
say(re.sub, '(?P<a>x)', r'\g<>', 'xx')
say(re.sub, '(?P<a>x)', r'\g<1a1>', 'xx')
say(re.sub, '(?P<a>x)', r'\g<2>', 'xx')
say(re.sub, '(?P<a>x)', r'\2', 'xx')
say(re.sub, '(?P<a>x)', r'\g<b>', 'xx')
say(re.sub, '(?P<a>x)', r'\g< a >', 'xx')
say(re.sub, '(?P<a>x)', r'\q', 'xx')
say(re.sub, '(?P<a>x)', '\\', 'xx')
say(re.sub, '()', r'\g<-1>', 'xx')
say(re.sub, '()', r'\g<+1>', 'xx')
say(re.sub, 'x', r'\400', 'xx')
say(re.sub, 'x', r'\377\07\n\t', 'xx')
class S(str):
    def __getitem__(self, i): return type(self)(super().__getitem__(i))
for f in lambda: re.findall(':+', S('a:b::c')), lambda: re.split(':', S('a:b')), lambda: re.sub(':', '-', S('a:b')), lambda: [re.match('a', S('abc')).group()], lambda: re.sub('x', '-', S('a:b')), lambda: [re.match('a', S('abc')).string]:
    print([type(x).__name__ for x in f()] if isinstance(f(), list) else type(f()).__name__, f())
say(lambda: re.match(r'[19A]', 'a', re.I))
say(lambda: re.match(r'\u212a', 'k', re.I))
say(lambda: re.match('[^k]', '\u212a', re.I))
say(lambda: re.findall('\u017f', 'sS\u017f', re.I))
say(lambda: re.findall('[s]', 'sS\u017f', re.I))
say(lambda: re.findall('[a-z]', '\u017f\u212a\u0130\u0131', re.I))
say(lambda: re.findall('\xe5', '\u212b\xc5\xe5', re.I))
say(lambda: re.findall('\ufb05', '\ufb06', re.I))
say(lambda: re.findall('[\u03c3]', '\u03c2\u03a3\u03c3', re.I))
say(lambda: re.match(b'a', array.array('B', b'abc')))
say(lambda: re.findall(b'b', memoryview(b'abcb')))
say(lambda: re.match('a', b'a'))
say(lambda: re.match(b'a', 'a'))
say(lambda: re.match('a', 3))
say(lambda: re.match(b'', array.array('B')))
say(lambda: re.compile('a{1,2147483648}'))
say(lambda: re.compile('a{4294967295}'))
say(lambda: re.compile('a{%d}' % 2**64))
say(lambda: re.match('.{2147483648}', 'a'));
say(lambda: re.Scanner([('a', 1)]).scan('aab'))
say(re.Pattern)
say(re.Match)
class Root:
    def __init__(self, v, n=F(2)): self.v, self.n = v, n
    def __repr__(self): return f'Root({self.v!r}, {self.n!r})'
    def __pow__(self, e):
        return Root(self.v, self.n * e) if isinstance(e, (int, float, F)) else NotImplemented
class Rat(F):
    pass
say(lambda: Root(4) ** F(2, 1))
say(lambda: Root(4) ** F(-2, 1))
say(lambda: Root(4) ** F(1, 3))
say(lambda: Root(4) ** 0.5)
say(lambda: 2 ** F(1, 2))
say(lambda: 2 ** F(3, 1))
say(lambda: 2.0 ** F(3))
say(lambda: F(2) ** F(1, 2))
say(lambda: F(4) ** -2)
say(lambda: F(0) ** -1)
say(lambda: F(-8) ** F(1, 3))
say(lambda: F(1, 2) ** 2.0)
say(lambda: F(2) ** (1+1j))
say(lambda: (1+1j) ** F(2))
say(lambda: F(3) ** 'x')
say(lambda: 'x' ** F(3))
say(lambda: pow(F(3), 2, 5))
d = Rat(1, 2)
print(copy.copy(d) is d, copy.deepcopy(d) is d, type(copy.copy(d)), copy.copy(F(1)) is not None, type(d + 1), type(abs(d)), type(pickle.loads(pickle.dumps(d))), repr(d), repr(d * 2))
f = F(1, 3); print(copy.copy(f) is f, copy.deepcopy(f) is f)
for a in ((1, 0), (1.5,), ('1/3',), ('1/0',), ('x',), (1, 1.5), ('1', 2), (None,), (1j,), (float('nan'),), (float('inf'),), (' 1_000/3 ',), ('1e3',), ('1.5e-3',), ('1/-3',), ('1 / 3',), ('.5',), ('5.',), ('1__0',), ('+1/3',), ('1/3.5',), (F(1, 2), F(3, 4)), (True, False), ('3', None)):
    say(F, *a)
for name in 'limit_denominator', 'as_integer_ratio', 'is_integer', 'conjugate', 'from_float', 'from_decimal': say(lambda: getattr(F(22, 7), name)(*([0] if name == 'limit_denominator' else [1.5] if name.startswith('from') else [])))
# random
r = random.Random(3)
for state in (1, None, None), (2, (0,) * 624, None), (2, (0,) * 624 + (625,), None), (2, (-1,) * 625, None), (9, (), None), 3, (3, (1,) * 625), (3, [1] * 625, None): say(r.setstate, state)
for s in r.getstate()[0], type(r.getstate()[1]), len(r.getstate()): print(s)
y = random.SystemRandom()
say(y.getstate)
say(y.setstate, 1)
say(y.seed, 3)
say(pickle.dumps, y)
say(y.getrandbits, -1)
say(y.getrandbits, 0)
say(r.getrandbits, -1)
say(r.getrandbits, 0)
say(r.getrandbits, 1.0)
say(r.seed, [1])
say(r.seed, 1j)
say(r.seed, F(1))
say(r.seed, 1, 5)
say(r.seed, 'x', 1)
say(r.randbytes, -1)

class Color(enum.Flag):
    RED = 1


for kind in enum.Enum, Color, enum.IntEnum, enum.Flag, enum.StrEnum:
    print(inspect.signature(kind))
