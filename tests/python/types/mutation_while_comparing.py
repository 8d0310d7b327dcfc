# aliasing and mutation during operations
class Evil:
    def __init__(s, l): s.l = l
    def __eq__(s, o): s.l.clear(); return False
    def __hash__(s): return 1
l = []; l.extend([Evil(l), Evil(l), 3]); print(3 in l, l)
l = []; l.extend([Evil(l), Evil(l)]);
try: l.remove(7)
except ValueError as e: print(e)
l = []; l.extend([Evil(l), 1]); print(l == [2, 3])
d = {}
class EvilKey:
    def __init__(s, n): s.n = n
    def __hash__(s): return 5
    def __eq__(s, o):
        if len(d) < 20: d[len(d) + 100] = 1
        return isinstance(o, EvilKey) and s.n == o.n
d[EvilKey(1)] = 'a'; d[EvilKey(2)] = 'b'; print(d[EvilKey(1)], d[EvilKey(2)], len(d) > 2, EvilKey(3) in d)
s = set()
class ES:
    def __init__(s2, n): s2.n = n
    def __hash__(self): return 3
    def __eq__(self, o): s.add(self.n + len(s) * 10) if len(s) < 9 else None; return self.n == getattr(o, 'n', None)
s.add(ES(1)); s.add(ES(2)); s.add(ES(1)); print(len([x for x in s if isinstance(x, ES)]))
a = {ES(1), ES(2)}; b = {ES(1), ES(3)}
print(len(a & b), len(a | b), len(a - b), len(a ^ b), a <= b, a == a, a.isdisjoint(b))
class LT:
    def __init__(s, n): s.n = n
    def __lt__(s, o): return s.n < o.n
    def __repr__(s): return f'LT{s.n}'
lst = [LT(3), LT(1), LT(2)]
class MutSort:
    def __lt__(s, o): m.append(1); return True
m = [MutSort(), MutSort()]
try: m.sort()
except ValueError as e: print(e)
print(max(lst, key=lambda x: x.n), min(lst, key=lambda x: x.n), sorted(lst))
# generators inside natives suspended by exceptions
def g():
    yield 1
    raise KeyError('inside')
for f in (list, tuple, set, sum, sorted, dict, ''.join, lambda x: [*x], lambda x: max(x), any, lambda x: list(map(str, x)), lambda x: list(zip(x, x)), lambda x: list(enumerate(x)), lambda x: [].extend(x), lambda x: {}.update(x), lambda x: set().update(x), lambda x: b''.join(x), lambda x: bytes(x), lambda x: 5 in x, lambda x: dict.fromkeys(x)):
    try: print(f(g()))
    except (KeyError, TypeError) as e: print(type(e).__name__, e)
# StopIteration values and misuse
def ret(): 
    yield 1
    return 5
it = ret(); next(it)
try: next(it)
except StopIteration as e: print(e.value, e.args)
print(next(iter([]), None), next(iter([]), 'd'))
class Ctx:
    def __iter__(self): raise ValueError('iter')
for f in (list, tuple, set, sum, sorted, iter, lambda x: [*x], lambda x: 1 in x, lambda x: list(zip(x))):
    try: f(Ctx())
    except ValueError as e: print('V', e)
class NI:
    __iter__ = None
    def __getitem__(s, i): return i
try: iter(NI())
except TypeError as e: print(e)
class NC:
    __contains__ = None
try: 1 in NC()
except TypeError as e: print(e)
class NH:
    __hash__ = None
try: hash(NH())
except TypeError as e: print(e)
class Order:
    log = []
    def __init__(s, n): s.n = n
    def __eq__(s, o): Order.log.append((s.n, getattr(o, 'n', o))); return False
    def __hash__(s): return 1
x = {Order(1): 1, Order(2): 2}; Order.log.clear(); x.get(Order(3)); print(Order.log)
Order.log.clear(); Order('a') in [Order('b'), Order('c')]; print(Order.log)
Order.log.clear(); [Order('b')].index(Order('b')) if 0 else [Order('b')].count(Order('z')); print(Order.log)
Order.log.clear(); (Order(1), 2) == (Order(5), 2); print(Order.log)
class A:
    def __lt__(s, o): print('A.lt'); return NotImplemented
    def __gt__(s, o): print('A.gt'); return NotImplemented
    def __eq__(s, o): print('A.eq'); return NotImplemented
    def __add__(s, o): print('A.add'); return NotImplemented
    def __radd__(s, o): print('A.radd'); return NotImplemented
class B(A):
    def __gt__(s, o): print('B.gt'); return NotImplemented
    def __radd__(s, o): print('B.radd'); return NotImplemented
for f in (lambda: A() < B(), lambda: A() == B(), lambda: A() != B(), lambda: A() + B(), lambda: B() + A(), lambda: A() + A(), lambda: 1 + A(), lambda: A() < 1, lambda: [1] + A(), lambda: 'x' + A()):
    try: print(f())
    except TypeError as e: print(e)
print(1 .__lt__('a'), 'a'.__lt__(1), [].__lt__(()), (1).__add__('a'), {}.__eq__(1), {}.__or__(1), set().__or__([]), object().__eq__(1), object().__lt__(1))
class Fmt(str): 
    def __format__(s, spec): return 'F' + spec
print(f'{Fmt("a"):x}', format(Fmt('a'), 'y'), '{:z}'.format(Fmt('')), '%s' % Fmt('abc'))
class DI(dict):
    def __iter__(self): return iter(['only'])
    def keys(self): return ['k1']
    def __getitem__(self, k): return 'v' + k
print(dict(DI(a=1)), list(DI(a=1)), {**DI(a=1)})
class LI(list):
    def __iter__(self): return iter('xyz')
    def __len__(self): return 99
    def __getitem__(self, i): return 'gi'
print(list(LI([1,2])), tuple(LI([1])), len(LI()), LI([1])[0], [*LI()], ','.join(LI()), sorted(LI()), 'x' in LI([1]), LI([1]) == [1], repr(LI([1, 2])))
class SI(int):
    def __str__(s): return 'si'
    def __repr__(s): return 'rep'
    def __bool__(s): return False
    def __index__(s): return 1
print(SI(5), [SI(5)], f'{SI(5)}', f'{SI(5):3d}', '%d' % SI(5), '%s' % SI(5), bool(SI(5)), not SI(5), [10, 20, 30, 40, 50, 60][SI(5)], SI(5) + 1, int(SI(5)), str(SI(7)), repr(SI(7)))
import sys
def rec(n): 
    l = []
    for _ in range(n): l = [l]
    return l
try: repr(rec(100000))
except RecursionError as e: print('RecursionError', str(e)[:40])
try: rec(100000) == rec(100000)
except RecursionError as e: print('RecursionError', str(e)[:40])
try: hash(eval('0')) 
except Exception as e: print(type(e))
