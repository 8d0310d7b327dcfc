# bigger mixed programs
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a*b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __eq__(self, o): return self.rows == o.rows
    def __repr__(self): return f'Matrix({self.rows})'
    def __iter__(self): return iter(self.rows)
    def __getitem__(self, ij):
        if isinstance(ij, tuple): return self.rows[ij[0]][ij[1]]
        return self.rows[ij]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __len__(self): return len(self.rows)
m = Matrix([[1, 2], [3, 4]]); print(m @ m, m[0, 1], m[1], len(m), m == Matrix([[1, 2], [3, 4]])); m[0, 0] = 9; print(m, [sum(r) for r in m])
class Stack(list):
    def push(self, x): self.append(x); return self
    def peek(self): return self[-1]
s = Stack().push(1).push(2); print(s, s.peek(), len(s), s.pop(), s, bool(Stack()), isinstance(s, list), s + [3], s == [1])
class CaseInsensitive(dict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
    def __contains__(self, k): return super().__contains__(k.lower())
c = CaseInsensitive(); c['Foo'] = 1; print(c['FOO'], 'fOO' in c, c, c.get('foo'), list(c.items()))
try: c['bar']
except KeyError as e: print('KeyError', e)
from_keys = dict.fromkeys('ab', 0); from_keys['a'] += 1; print(from_keys)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
def take(n, it):
    return [x for _, x in zip(range(n), it)]
print(take(15, fib()), take(3, 'abcdef'), sum(take(100, fib())))
def sieve(n):
    f = [True] * (n + 1); f[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if f[i]: f[i*i::i] = [False] * len(f[i*i::i])
    return [i for i, p in enumerate(f) if p]
print(sieve(60))
def perms(l):
    if not l: yield []
    for i, x in enumerate(l):
        for p in perms(l[:i] + l[i+1:]): yield [x] + p
print(list(perms([1, 2, 3])), len(list(perms('abcd'[:0] or [1,2,3,4]))))
words = 'it was the best of times it was the worst of times'.split()
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
print(sorted(freq.items(), key=lambda x: (-x[1], x[0])), max(freq.values()), {k for k, v in freq.items() if v == 1} == {'best', 'worst'})
groups = {}
for w in words: groups.setdefault(len(w), []).append(w)
print(groups, {k: len(v) for k, v in sorted(groups.items())})
text = ''
for i in range(5): text += str(i) + ','
print(text, text.rstrip(','), text[:-1].split(','))
big = ''
for i in range(20000): big += 'x'
print(len(big), big.count('x'))
q = [(3, 'c'), (1, 'a'), (2, 'b')]
q.sort(); print(q); q.sort(key=lambda t: t[1], reverse=True); print(q, sorted(q, key=lambda t: (t[0] % 2, t[0])))
print(*[1, 2], *'ab', sep='-', end='!\n'); print([1, 2, 3], (1,), {1: 2}, {1}, 'x', 1.0, None, True, sep='|')
def f(*args, **kw): return args, kw
print(f(1, *[2, 3], x=4, **{'y': 5}), f(*(i for i in range(3))), f(**dict(a=1)))
try: f(**{1: 2})
except TypeError as e: print(e)
try: print(*5)
except TypeError as e: print(e)
try: f(**5)
except TypeError as e: print(e)
a = [1, 2, 3, 4, 5]; a[1:3] = ['x']; print(a); a[:0] = [0]; print(a); del a[-1]; print(a, a[-2:], a[::-2]); a.insert(-1, 'i'); a.insert(100, 'e'); print(a, a.pop(0), a.index('i'))
x, (y, *z), w = 1, (2, 3, 4), 5; print(x, y, z, w); (p, q), r = [1, 2], 3; print(p, q, r)
i = 10; i -= 3; i *= 2; i //= 3; i **= 2; i %= 7; i <<= 3; i |= 1; i ^= 3; i &= 0xff; i >>= 1; print(i); fl = 7.0; fl /= 2; print(fl)
print(0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, 1e-7, 1.5e300 * 1e10, 2 ** -1074, -7 // 2, -7 % 3, 7 % -3, int(-7 / 2), round(-7 / 2), divmod(-7, 2), 5.5 // 2, -5.5 % 2, 1_000 * 3, 0b1010 | 0x0f, ~7, 2 ** 3 ** 2, (-2) ** 2, -2 ** 2)
print(str(1 + 2j), (1 + 2j) * 1j, abs(1 + 1j), complex('1-2j'), (3 + 0j).real, 1j ** 2)
print(bytes(range(5)), b'abc'[1], b'abc'[0:1], bytes.fromhex('ff00'), b'\xff'.hex(), int.from_bytes(b'\x01\x00', 'big'), (258).to_bytes(2, 'big'), 'ü'.encode('utf-8'), b'caf\xc3\xa9'.decode('utf-8'))
print(hash('a') == hash('a'), hash(1) == hash(1.0) == hash(True), hash((1, 'a')) == hash((1, 'a')), {1: 'int', '1': 'str', (1,): 'tuple', None: 'none', 1.5: 'float', True: 'bool'})
def outer():
    n = 0
    def inner():
        nonlocal n
        n += 1
        return n
    return inner
c = outer(); print(c(), c(), c(), sum(c() for _ in range(3)))
print([*map(lambda x, y: x * y, range(5), range(5))], list(map(None.__class__, [])), dict(map(lambda x: (x, x*x), range(3))), list(filter(lambda p: p[1] > 1, {'a': 1, 'b': 2}.items())), next(filter(None, [0, '', 5])), list(zip(*[iter(range(6))] * 2)), list(map(max, [1, 5], [3, 2])))
print(min([3, 1, 2], key=lambda x: -x), max('apple', 'fig', key=len), sum([[1], [2]], []), sorted([True, False, 1, 0]), any([]), all([]), list(reversed([1, [2]])), abs(-0.0), pow(2, 3, 5), ord('a'), chr(97), bin(10), oct(8), hex(255), round(1234.5678, -2), round(0.5), round(1.5), len({}), int('ff', 16), float('-inf'), str(b'x'), repr('"'), ascii('ñ'), bool(''), list('ab'), tuple('ab'), isinstance([], (tuple, list)), type(print), id(1) == id(1))
