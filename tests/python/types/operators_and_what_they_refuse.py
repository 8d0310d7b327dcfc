# operators
def show(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
class L:
    def __init__(s, n): s.n = n
    def __repr__(s): return s.n
import operator
names = 'add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or'.split()
for n in names:
    def mk(n):
        def f(s, o): return NotImplemented if s.n == 'ni' else (f'{n}', s, o)
        return f
    setattr(L, f'__{n}__', mk(n)); setattr(L, f'__r{n}__', mk('r' + n)); 
    if n != 'divmod': setattr(L, f'__i{n}__', mk('i' + n))
ops = [operator.add, operator.sub, operator.mul, operator.matmul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.pow, operator.lshift, operator.rshift, operator.and_, operator.xor, operator.or_]
iops = [operator.iadd, operator.isub, operator.imul, operator.imatmul, operator.itruediv, operator.ifloordiv, operator.imod, operator.ipow, operator.ilshift, operator.irshift, operator.iand, operator.ixor, operator.ior]
for o in ops: show(o, L('a'), 1); show(o, 1, L('a')); show(o, L('ni'), L('b')); show(o, L('ni'), 1); show(o, 1, L('ni')); show(o, 'x', [1])
for o in iops: show(o, L('a'), 1); show(o, L('ni'), 1); show(o, [1], 5); show(o, 5, 'x')
class Sub(L):
    def __radd__(s, o): return 'sub radd'
show(lambda: L('a') + Sub('b')); show(lambda: L('a') - Sub('b'))
class C:
    def __lt__(s, o): return NotImplemented
    def __gt__(s, o): return 'gt'
    def __le__(s, o): return 'le'
    def __eq__(s, o): return 'eq'
    def __ne__(s, o): return 'ne'
c = C()
for f in (lambda: c < c, lambda: c > c, lambda: c <= 1, lambda: 1 <= c, lambda: 1 >= c, lambda: c == 1, lambda: 1 == c, lambda: 1 != c, lambda: c < 1, lambda: 1 > c, lambda: c in [1], lambda: [1].index(c), lambda: [c] == [1], lambda: c is c, lambda: not c, lambda: 1 < c < 2):
    show(f)
for a, b in [(1, 'a'), (None, 1), ([], ()), ({}, {}), (1j, 1), (int, str), (b'', ''), (1.5, None), (print, len), ({1}, [1]), (range(3), 1), (object(), 1)]:
    for o in ('<', '+', '-', '*', '%', '@', '**', '//', '&', '|', '<<', '>='):
        try: print(eval(f'a {o} b'), end=' ')
        except TypeError as e: print(str(e).replace('0x', ''), end='; ')
        except Exception as e: print(type(e).__name__, e)
    print()
for x in ('a', [], None, 1.5, {}, object, b''):
    for o in '-+~':
        show(lambda: eval(o + 'x'))
show(lambda: 1 / 0); show(lambda: 1 // 0); show(lambda: 1 % 0); show(lambda: 1.0 / 0); show(lambda: 1.0 // 0); show(lambda: 1.0 % 0); show(lambda: divmod(1, 0)); show(lambda: divmod(1.0, 0)); show(lambda: 0 ** -1); show(lambda: 0.0 ** -1); show(lambda: 1j / 0); show(lambda: 0j ** -1); show(lambda: 2 ** -1); show(lambda: (-8) ** (1/3)); show(lambda: 10.0 ** 400); show(lambda: 1 << -1); show(lambda: 1 >> -1); show(lambda: pow(2, -1, 4)); show(lambda: pow(2, 3, 0)); show(lambda: pow(2, -1, 7)); show(lambda: pow(2.0, 1, 3)); show(lambda: 1 << 10**10 if 0 else 0); show(lambda: int('9' * 5000)); show(lambda: str(10**5000)); show(lambda: 'a' * -1); show(lambda: [1] * 2.0); show(lambda: 'a' 'b' * 2); show(lambda: (1,) + [1]); show(lambda: [1] + (1,)); show(lambda: 'a' + 1); show(lambda: 1 + 'a'); show(lambda: b'a' + 'a'); show(lambda: {} + {}); show(lambda: {} | []); show(lambda: {1: 2} | {3: 4}); show(lambda: None + 1); show(lambda: '%s %s' % (1,)); show(lambda: '%s' % (1, 2)); show(lambda: '%d' % 'a'); show(lambda: '%(a)s' % {'b': 1}); show(lambda: '%(a)s' % 5); show(lambda: '%q' % 1); show(lambda: '%' % 1); show(lambda: '%c' % 'ab'); show(lambda: '%c' % -1); show(lambda: '%*d|%-5s|%+.2f|%#x|%05d|%e|%g' % (5, 3, 'a', 1.5, 255, 42, 12345.678, 1e-10))
class I:
    def __iadd__(s, o): print('iadd'); return s
d = {'k': I()}; d['k'] += 1
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e, t)
x = [1, 2]; y = x; x += (3,); print(y); x *= 2; print(y)
try: x += 5
except TypeError as e: print(e)
print(1 < 2 < 3 > 2 != 5, 1 in [1] == True, not 1 == 2, 5 and 0 or 'z', 1 if 0 else 2, (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
print(0.1 + 0.2, 1e16 + 1, 5 // -2, -5 // 2, 5 % -3, -5 % 3, 5.5 // 2, -5.5 % 2, divmod(-7, 2), divmod(7.5, -2), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), 7 ^ 3, ~7, -7 >> 1, 1 << 70, 2**100, -2**2, 2**-2, 3.0**2, 10**20 // 3, hash(2**61), hash(1.5), 1_000, 0x_ff, 0b1_0, 1e3, 1.5e-5, float('inf') - float('inf'), float('nan') == float('nan'), -0.0, 1e22, 1e21, 123456789012345678, 1.0, 100000000000000000000.0)
