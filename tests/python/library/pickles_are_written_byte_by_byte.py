"""Pickles of all protocols have CPython's bytes, memos, frames and batches, and what is wrong with one is told."""
import collections
import functools
import hashlib
import io
import pickle


class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
class L(list): pass
class D(dict): pass
class R:
    def __init__(self, *a): self.a = a
    def __reduce__(self): return R, self.a, None, iter([1]*1001), iter([(i, i) for i in range(1001)])
    def append(self, x): self.a += (x,)
    def extend(self, x): self.a += tuple(x)
    def __setitem__(self, k, v): self.a += ((k, v),)
class S:
    def __reduce__(self): return S, (), {'a': 1}, None, None, setit
def setit(o, s): o.s = s
class KW:
    def __new__(cls, *a, **k): return object.__new__(cls)
    def __getnewargs_ex__(self): return (1, 2), {'k': 3}
def h(b): return b if len(b) < 300 else (len(b), hashlib.md5(b).hexdigest())
l2 = [1, 2]; cyc = {}; cyc['me'] = cyc; tc = ([],); tc[0].append(tc); t4 = ([], 1, 2, 3); t4[0].append(t4)
fz = [frozenset()]
p = P(None); fs = frozenset([1, p.__class__]); 
vals = [list(range(n)) for n in (0, 1, 2, 999, 1000, 1001, 2000, 2001)] + [dict.fromkeys(range(n)) for n in (0, 1, 2, 999, 1000, 1001, 2000, 2001)]
vals += [set(range(n)) for n in (0, 1, 2, 1000, 1001, 2000)] + [frozenset(range(n)) for n in (0, 1, 1001)]
vals += [L(range(1001)), L([1]), L(), D(a=1), D(), D.fromkeys(range(1001)), collections.OrderedDict(a=1, b=2), collections.Counter('abca'), collections.defaultdict(int, a=1), collections.deque([1, 2], 5)]
vals += [R(), S(), KW(), P(3), [P(1)] * 3, [l2, l2], cyc, tc, t4, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ((),), ('a', 'a', 'b')]
vals += [2**n + d for n in (7, 8, 15, 16, 31, 32, 33, 39, 40, 47, 48, 55, 56, 62, 63, 64, 71, 127, 2100) for d in (-1, 0, 1)]
vals += [-v for v in [2**n + d for n in (7, 8, 15, 16, 31, 32, 33, 39, 40, 47, 48, 55, 56, 62, 63, 64, 71, 127, 2100) for d in (-1, 0, 1)]]
vals += [1.5, -0.0, float('inf'), float('nan'), 1e300, 1e-5, 123456789.123]
vals += ['', 'a', 'é', '中' * 100, '\U0001f600', 'a\nb\\c\0\x1a\r', '\ud800', 'x' * 255, 'x' * 256, 'x' * 65535, 'x' * 65536, 'y' * 70000]
vals += [b'', b'a', b'\xff' * 255, b'\xff' * 256, b'z' * 65536, bytearray(), bytearray(b'abc'), bytearray(70000)]
vals += [['x' * 40000, 'y' * 40000, 'z' * 40000, 1], ['x' * 30000] * 3 + ['b' * 70000, 'c'], [str(i) * 7 for i in range(30000)]]
vals += [None, True, False, ..., NotImplemented, int, type(None), type(...), type(NotImplemented), len, 'a'.upper, [].append, collections.OrderedDict, range(3), slice(1, None, 2), 1j, print, P, setit, P.__eq__, P(1).__eq__, functools.partial(int, base=2), ValueError('a', 1), KeyError, Exception, OSError(2, 'x'), type, object, object()]
vals += [[str(i) for i in range(300)] + ['0', '299'], [P, P, P(1), P(2)]]
for n, v in enumerate(vals):
    told = []
    for proto in range(6):
        try:
            b = pickle.dumps(v, proto)
        except Exception as e:
            told += type(e).__name__, str(e)
            continue
        told.append(len(b) if len(b) > 20 else b)
        try:
            w, f = pickle.loads(b), io.BytesIO(b + b'rest')
            told += hashlib.md5(b).hexdigest()[:8], 'ok' if type(w) is type(pickle.load(f)) is type(v) and f.read() == b'rest' else 'no'
        except Exception as e:
            told += type(e).__name__, str(e)
    print(n, *told)
f = io.BytesIO()
p = pickle.Pickler(f); p.dump('abc'); p.dump(['abc', 'abc']); p.clear_memo(); p.dump('abc')
p.fast = True; p.dump(['x', 'x', (1, 2)])
print(f.getvalue())
f.seek(0); u = pickle.Unpickler(f); print(u.load(), u.load(), u.memo.copy(), u.load(), u.load())
class PP(pickle.Pickler):
    def persistent_id(self, obj): return ('P', obj.x) if isinstance(obj, P) else None
class UU(pickle.Unpickler):
    def persistent_load(self, pid): return P(pid)
    def find_class(self, m, n): print('find', m, n); return super().find_class(m, n)
for proto in range(6):
    f = io.BytesIO(); PP(f, proto).dump([P(1), [P(2)], R(4), (P(1),), {'a': P(9), P(1).x: 3}])
    print(h(f.getvalue())); f.seek(0)
    try: r = UU(f).load(); print(r[0].x, r[1][0].x, r[3][0].x)
    except Exception as e: print(type(e).__name__, e)
class RO(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, type) and obj.__name__ == 'P': return str, ('P!',)
        if obj is print: return 'len'
        return NotImplemented
f = io.BytesIO(); RO(f).dump([P, P(1), int]); print(pickle.loads(f.getvalue().replace(b'', b''))[0] if 0 else h(f.getvalue()))
import copyreg
class C2: pass
copyreg.pickle(C2, lambda c: (str, ('C2',))); print(pickle.loads(pickle.dumps([C2(), C2()])))
class DT(pickle.Pickler):
    dispatch_table = collections.ChainMap({P: lambda p: (int, (p.x,))}, copyreg.dispatch_table)
f = io.BytesIO(); DT(f).dump([P(5), C2(), P]); print(pickle.loads(f.getvalue())[:2])
for bad in (b'(', b'(.', b'N0.', b'0', b'(0N.', b'Ne.', b'(Ne.', b']Na.', b'](Ne.', b'}(Ku.', b'}(K\x01u.', b'h\x00.', b'g5\n.', b'gx\n.', b'p0\n', b'N\x93.', b'K\x01K\x02\x93.', b'NR.', b'N)\x81.', b'cbuiltins\nint\nN\x81.', b'\x95\x05\0\0\0\0\0\0\0N.', b'Nb.', b'NNb.', b'\x8c\x01\xff.', b'X\x02\0\0\0\xc3(.', b'I01\n.', b'I00\n.', b'I12\n.', b'L5L\n.', b'F1.5\n.', b"S'a\\x41'\n.", b'Sabc\n.', b'U\x03abc.', b'U\x01\xff.', b'(lp0\nI1\na.', b'Vab\\u0041\n.', b'(icollections\nOrderedDict\n.', b'(cbuiltins\nlist\n(I1\nlo.', b'\x80\x07.', b'cnosuch\nx\n.', b'cos\nnosuch\n.', b'Pabc\n.', b'NQ.', b'\x96\x02\0\0\0\0\0\0\0ab.', b'(K\x01K\x02t1.', b'(1.', b'1.', b'2.', b'K\x0a2\x86.', b'\x85.', b'r\xff\xff\xff\xffN.', b'c\n', b'cabc', b"'", b'}NK\x01s.', b'\x8f(K\x01]\x90.'):
    try: print(bad, pickle.loads(bad))
    except BaseException as e: print(bad, type(e).__name__, e)
    try: print(bad, pickle.load(io.BytesIO(bad)))
    except BaseException as e: print(bad, type(e).__name__, e)
class F:
    def __init__(s, d): s.f = io.BytesIO(d)
    def read(s, n): r = s.f.read(n); print('read', n, len(r)); return r
    def readline(s): r = s.f.readline(); print('line', r); return r
print(pickle.load(F(pickle.dumps([1, 'abc', {'a': P(1).x}]))))
print(pickle.load(F(pickle.dumps([1, 'abc'], 0))))
print(pickle.loads(pickle.dumps('é', 0)), pickle.loads(b'U\x02\xc3\xa9.', encoding='utf-8'), pickle.loads(b'U\x02\xc3\xa9.', encoding='bytes'), pickle.loads(b'U\x02\xc3\xa9.', encoding='latin1'))
class W:
    def write(self, b): print('write', len(b))
pickle.dump([1, 2], W()); pickle.Pickler(W(), 2).dump('a' * 10)
pickle.dump(['a' * 100000, 2], W()) if 0 else None
class Bad:
    def __init__(self, r): self.r = r
    def __reduce__(self): return self.r
for r in (None, 5, (), (1, 2), (int,), (int, 5), (int, (), 1, 2, 3, 4, 5), 'nosuch', NotImplemented, ('a', 'b')):
    for proto in (2, 4):
        try: print(r, pickle.dumps(Bad(r), proto))
        except Exception as e: print(r, type(e).__name__, str(e).split(' at 0x')[0])
class Mut:
    def __init__(self, d): self.d = d
    def __reduce__(self): self.d[object] = 1; return int, ()
d = {}; d['a'] = Mut(d); d['b'] = 1
try: pickle.dumps(d)
except RuntimeError as e: print(e)
try: pickle.dumps(lambda: 1)
except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
