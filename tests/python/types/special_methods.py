class V:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if isinstance(o, V): return V(self.x + o.x)
        if isinstance(o, int): return V(self.x + o)
        return NotImplemented
    def __radd__(self, o): return V(o + self.x)
    def __iadd__(self, o): self.x += o.x if isinstance(o, V) else o; return self
    def __mul__(self, o): return V(self.x * o)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.x)
    def __invert__(self): return 'inv'
    def __pos__(self): return self
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __hash__(self): return hash(self.x)
    def __repr__(self): return f'V({self.x})'
    def __bool__(self): return self.x != 0
    def __len__(self): return 3
    def __getitem__(self, k): return ('item', k)
    def __contains__(self, k): return k == 5
    def __call__(self, *a): return a
    def __matmul__(self, o): return 'mat'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __divmod__(self, o): return ('dm', o)
    def __index__(self): return self.x
    def __format__(self, s): return f'<{s}>'
a, b = V(1), V(2)
print(a + b, a + 5, 5 + a, sum([a, b]), a * 3, 3 * a, -a, ~a, +a)
a += b; print(a); a += 1; print(a)
print(a == V(4), a != V(4), a == 4, a != 4, a < V(9), V(9) > a)
print(bool(V(0)), not V(0), len(a), a[1], a[1:2], 5 in a, 6 in a, a(1,2), a @ 1, a ** 2, pow(a, 2, 3), divmod(a, 3))
print([1,2,3,4,5,6][a], 'abcdefgh'[a], list(range(V(3))), hex(a), '%d' % a, f'{a:xx}', format(a, 'q'), '{:z}'.format(a))
try: a - 1
except TypeError as e: print(e)
try: a + 'x'
except TypeError as e: print(e)
try: 'x' + a
except TypeError as e: print(e)
try: a >= 1
except TypeError as e: print(e)
try: a -= 1
except TypeError as e: print(e)
d = {V(1): 'one', V(2): 'two'}
print(d[V(1)], V(2) in d, V(3) in d, d)
s = {V(1), V(1), V(2)}
print(len(s), V(2) in s)
print(sorted([V(3), V(1), V(2)]), min(V(3), V(1)), max([V(3), V(1)]))
print([V(1), V(2)].index(V(2)), [V(1)].count(V(1)), V(1) in [V(1)], (V(1),) == (V(1),), [V(1)] < [V(2)])
class NoEq:
    pass
n = NoEq()
print(n == n, n != n, n == 1, {n: 1}[n])
class OnlyEq:
    def __eq__(self, o): return True
print(OnlyEq() == 1, OnlyEq() != 1, 1 == OnlyEq(), 1 != OnlyEq(), [1] == [OnlyEq()])
try: hash(OnlyEq())
except TypeError as e: print(e)
try: {OnlyEq(): 1}
except TypeError as e: print(e)
class Sub(V):
    def __radd__(self, o): return 'sub radd'
print(V(1) + Sub(1), Sub(1) + V(1))
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), tuple(It(3)), set(It(3)), sum(It(4)), max(It(3)), sorted(It(3)), list(zip(It(3), It(2))), list(map(str, It(2))), list(enumerate(It(2))), list(filter(None, It(3))), ','.join(map(str, It(3))), dict(zip(It(2), It(2))), [*It(2)], 1 in It(3), 9 in It(3), any(It(3)), all(It(3)))
x, y, *z = It(5); print(x, y, z)
class G:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(G()), 10 in G(), 11 in G(), [*G()], list(zip(G(), G())))
class GI:
    def __iter__(self):
        yield 1
        yield 2
print(list(GI()), [i for i in GI()], dict.fromkeys(GI()), {**dict(enumerate(GI()))})
class BadIter:
    def __iter__(self): return 5
try: list(BadIter())
except TypeError as e: print(e)
class BadLen:
    def __len__(self): return -1
try: len(BadLen())
except ValueError as e: print(e)
class BadLen2:
    def __len__(self): return 'a'
try: len(BadLen2())
except TypeError as e: print(e)
class BadBool:
    def __bool__(self): return 1
try: bool(BadBool())
except TypeError as e: print(e)
class BadRepr:
    def __repr__(self): return 1
try: repr(BadRepr())
except TypeError as e: print(e)
class BadStr:
    def __str__(self): return 1
try: str(BadStr())
except TypeError as e: print(e)
class R:
    def __repr__(self): return 'R!'
    def __str__(self): return 'S!'
print(R(), [R()], {R(): R()}, (R(),), f'{R()} {R()!r}', '%s %r' % (R(), R()), str(R()), repr(R()), '{} {!r}'.format(R(), R()))
class LH:
    def __length_hint__(self): return 10
    def __iter__(self): return iter([1])
print(list(LH()))
class Fl:
    def __float__(self): return 2.5
    def __int__(self): return 7
    def __complex__(self): return 1j
print(float(Fl()), int(Fl()), complex(Fl()), '%.1f' % Fl(), '%d' % Fl())
class Idx:
    def __index__(self): return 2
print([1,2,3][Idx()], 'abc'[Idx()], int(Idx()), float(Idx()), [1,2,3,4][:Idx()], range(Idx()), [0]*Idx())
class Rev:
    def __reversed__(self): return iter([9, 8])
print(list(reversed(Rev())))
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return i
print(list(reversed(Seq())))
class M(dict):
    def __missing__(self, k): return k * 2
m = M(a=1); print(m['a'], m['zz'], m, len(m), type(m), m.get('q'))
class L(list):
    def total(self): return sum(self)
l = L([1,2,3]); l.append(4); print(l, l.total(), l + [5], type(l + [5]), l[1:], type(l[1:]), len(l), l == [1,2,3,4], [1,2,3,4] == l, isinstance(l, list), sorted(l, reverse=True), 2 in l)
l += [7]; print(l, type(l)); l[0] = 'x'; del l[1]; print(l, l.index(3), list(l), [*l], l * 2)
class I(int):
    def __add__(self, o): return I(int(self) + o + 100)
i = I(5); print(i, i + 1, 1 + i, i * 2, type(i * 2), i == 5, hash(i) == 5, [0]*i, i < 6, -i, f'{i:03d}', isinstance(i, int), int(i))
class S(str):
    def shout(self): return self.upper() + '!'
s = S('abc'); print(s, s.shout(), s + 'd', len(s), s == 'abc', {s: 1}['abc'], {'abc': 1}[s], s[0], 'b' in s, f'{s:>5}', '%s' % s, ''.join([s, s]), repr(s), s.__class__)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
t = T(1, 2); print(t, t[0], len(t), t == (1, 2), hash(t) == hash((1, 2)), t + (3,))
class D(dict):
    def __getitem__(self, k): return 'got ' + str(k)
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
d = D(); d['a'] = 5; print(d, d['x'], dict.__getitem__(d, 'a'), list(d.items()), dict(d), {**d})
class FS(set):
    pass
fs = FS([1]); fs.add(2); print(fs, fs | {3}, type(fs | {3}), 1 in fs, len(fs), frozenset(fs))
