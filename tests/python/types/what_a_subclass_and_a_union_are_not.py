# What repeats, what is literal text and what has members, where a class is not quite a sequence, a str or a flag.
import collections
import enum
import operator
import types


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)

t(lambda: list(int|str))
t(lambda: 1 in (int|str))
t(lambda: types.UnionType())
t(lambda: iter(int|str))
t(lambda: [*(int|str)])
def aug(x, y):
    x *= y
    return x
for x in ({}, set(), range(2), {}.keys(), memoryview(b'a'), types.MappingProxyType({}), collections.Counter(), (1,), 'a', b'a', [1], bytearray(b'a')):
    t(lambda: aug(x, [1])); t(lambda: x * [1]); t(lambda: [1] * x); t(lambda: operator.imul(x, [1]))

class E(enum.StrEnum):
    A = 'cc'
t(lambda: int(E.A))
t(lambda: float(E.A))
t(lambda: complex(E.A))
t(lambda: int(E.A, 16))
class S(str): pass
t(lambda: type(S('ab').format()))
t(lambda: type(S('ab') % ()))
t(lambda: type(S('ab') % {}))
t(lambda: type(S('a%%b') % {}))
t(lambda: type(S('').format()))
t(lambda: type(S('a{{b').format()))
t(lambda: type('%s' % S('a')))
t(lambda: type('{}'.format(S('a'))))
t(lambda: type(S('{}').format(S('a'))))
t(lambda: type(S('ab') % [1]))
class B(bytes): pass
t(lambda: type(B(b'ab') % ()))
class G:
    def __getitem__(self, i): return i
t(lambda: reversed(G()))
class G2:
    def __getitem__(self, i): return i
    def __len__(self): return 'a'
t(lambda: reversed(G2()))
from enum import Flag
class C(Flag):
    A = 3; B = 4
t(lambda: list(C.A))
t(lambda: list(C(1)))
t(lambda: list(C(7)))
t(lambda: len(C(7)))
t(lambda: C(7))
t(lambda: C(1) in C(7))
t(lambda: ~C(1))
t(lambda: list(C))
