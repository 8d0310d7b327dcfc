# What native code calls of a program's, and the iterators that it goes over, behave as ever however they are reached.
import operator
import re
print([m.group() for m in re.finditer(r'\d+', 'a1 b22 c')], type(re.compile('a').finditer('a')))
it = re.compile('(a)|b').finditer('abab'); print(next(it).span(), [m.group(1) for m in it], next(it, None))
p = re.compile('x*'); print([m.span() for m in p.finditer('axb')], [m.pos for m in p.finditer('ab', 1)], [m.endpos for m in p.finditer('abc', 0, 2)])
try: p.finditer(b'a')
except TypeError as e: print(e)
try: p.finditer()
except TypeError as e: print(e)
m = next(p.finditer('axx')); print(m, m.re is p, m.string, m.lastindex)
print([m.group() for m in re.compile(b'a').finditer(b'aab')])
# iter with a sentinel
l = [1, 2, 3, 4]
it = iter(lambda: l.pop(0), 3); print(list(it), next(it, 'end'), l)
it = iter([5, 6, None, 7].__iter__().__next__, None); print(list(it), list(it))
class E:
    def __eq__(self, o): return o == 2
n = iter([1, 2, 3]); print(list(iter(n.__next__, E())))
def stop(): raise StopIteration
print(list(iter(stop, 1)))
def bad(): raise KeyError('k')
try: next(iter(bad, 1))
except KeyError as e: print('k', e)
# own iterables
class A:
    def __iter__(self): print('iter'); return iter([1, 2])
    def __len__(self): print('len'); return 5
class B:
    def __iter__(self): print('iter'); return iter([1, 2])
class C:
    def __iter__(self): yield 1; yield 2
class D:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
class F:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
class G:
    def __iter__(self): return 5
class H:
    def __iter__(self): raise ValueError('h')
class J:
    __iter__ = None
for c in (A, B, C, D, F, G, H, J, int):
    for f in (list, tuple, sorted, set):
        try: print(c.__name__, f.__name__, f(c()))
        except Exception as e: print(type(e).__name__, e)
# getters
ig = operator.itemgetter
print(sorted([(2, 'a'), (1, 'b')], key=ig(0)), ig(1)('abc'), ig(-1)((1, 2)), ig('k')({'k': 1}), ig(0, 1)([1, 2]))
for o in ((1,), [], {}, 'x', 5):
    try: print(ig(3)(o))
    except Exception as e: print(type(e).__name__, e)
try: ig(0)(1, 2)
except TypeError as e: print(e)
class S(str): pass
print(ig('k')({S('k'): 3}), list(map(ig(0), ['ab', (1,)])), sorted(['b', 'A'], key=operator.methodcaller('lower')))
print(list(map(operator.methodcaller('split', ','), ['a,b', 'c'])))
# calls from native code
def f(x, y=2, *a, **k): return (x, y, a, k)
print(list(map(f, [1], [3], [4])), list(map(lambda *a: a, [1], [2], [3])), (lambda *a: a)(), (lambda x, *a: a)(1), (lambda x, *a, **k: (a, k))(1, 2, z=3))
for g in (lambda: 1, lambda a, b: 1):
    try: list(map(g, [1]))
    except TypeError as e: print(e)
def va(x, *a, k=1, **kw): return x, a, k, kw
print(va(1), va(1, 2), va(1, 2, 3, k=5, q=6))
try: va()
except TypeError as e: print(e)
class R:
    def __hash__(self): return hash(self)
try: {R(): 1}
except RecursionError as e: print('deep', str(e)[:32])
def rec(x): return list(map(rec, [x]))
try: rec(1)
except RecursionError as e: print('deep')
def rk(x): return max([x], key=rk)
try: rk(1)
except RecursionError as e: print('deep')
class L:
    def __lt__(self, o): return NotImplemented
try: sorted([L(), L()])
except TypeError as e: print(e)
class Q:
    def __lt__(self, o): raise ValueError('q')
try: sorted([Q(), Q()])
except ValueError as e: print(e)
# loops
for a, b in zip([1, 2, 3], 'ab'): print(a, b, end=' ')
for a, b in enumerate({'x': 1}): print(a, b)
for k, v in {1: 2}.items(): print(k, v)
z = zip(iter([1, 2, 3]), [9]); 
for a, b in z: pass
print(next(z, 'over'))
i1 = iter([1, 2, 3])
for a, b in zip(i1, [9]): pass
print(list(i1))
d = {1: 1}
try:
    for k, v in d.items(): d[k + 1] = 1
except RuntimeError as e: print(e)
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
try:
    for k in {1, 2} and (s := {1, 2}): s.add(5)
except RuntimeError as e: print(e)
for x in reversed([1, 2]): print(x)
for c in 'aé😀': print(c)
for a, b in [(1, 2)]: print(a, b)
try:
    for a, b in [(1, 2, 3)]: pass
except ValueError as e: print(e)
try:
    for a, b in enumerate(5): pass
except TypeError as e: print(e)
print(sum(x for x in B()), any(B()), dict(zip('ab', C())))

# dicts filled with what others have, and numbers
d = {'a': 1}
it = iter(d)
d.clear(); d.update({'q': 1})
print(list(it))
v = {'a': 1, 'b': [2]}
vals = v.values()
it = iter(vals)
print(next(it), list(it), list(it), list(vals), list(v.items()), sorted(v.keys()), tuple(v))
it = iter(v.values()); print(list(it), list(it))
v['c'] = 3
try: print(list(iter(v.keys())), list(it))
except Exception as e: print(e)
it = iter(v); v['d'] = 1
try: list(it)
except RuntimeError as e: print(e)
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(-7, -3), divmod(-2**63, -1), divmod(6, -3), divmod(True, 2), divmod(7.5, 2))
for a in ((1, 0), ('a', 1), (1, None)):
    try: divmod(*a)
    except Exception as e: print(type(e).__name__, e)
class D:
    def __divmod__(self, o): return NotImplemented if o == 1 else ('d', o)
    def __rdivmod__(self, o): return ('r', o)
print(divmod(D(), 2), divmod(3, D()), divmod(5, D()))
try: divmod(D(), 1)
except TypeError as e: print(e)
print(chr(97), chr(0x1F600), ord('é'), chr(255) is chr(255), abs(-2**63), abs(True), abs(-0.0), abs(-5))
for f, a in ((chr, -1), (chr, 0x110000), (ord, 'ab'), (ord, 5), (abs, 'x'), (chr, True)):
    try: print(f(a))
    except Exception as e: print(type(e).__name__, e)
