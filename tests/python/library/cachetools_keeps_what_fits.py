import cachetools, cachetools.func, threading, copy, pickle, time, asyncio
from cachetools import *
from cachetools.keys import *
for c in (Cache(3), FIFOCache(3), LRUCache(3), LFUCache(3), TTLCache(3, 10), RRCache(3, choice=min)):
    print(c)
    for k in 'abc': c[k] = k.upper()
    c['a']; c['b']; c['a']; c['a'] = 1
    try: c['d'] = 2
    except Exception as e: print(type(e), e)
    print(c, len(c), c.currsize, c.maxsize, 'a' in c, list(c), c.get('zz'), c.get('d', 0), c.pop('d', 5), c.setdefault('q', 9))
    try: print(c.popitem())
    except KeyError as e: print(e)
    d = copy.copy(c); d.clear(); print(c, d); print(sorted(c.items(), key=str), list(c.values()))
    try: d.popitem()
    except KeyError as e: print(e)
    try: c['no']
    except KeyError as e: print(repr(e))
    try: c.pop('no')
    except KeyError as e: print(repr(e))
    print(c == {'a': 1}, sorted(c.keys(), key=str))
c = LRUCache(10, getsizeof=len)
c['x'] = 'aaaa'; c['y'] = 'bbbb'; c['z'] = 'cccc'; print(c, c.currsize, c.getsizeof('abc'))
try: c['w'] = 'a' * 11
except ValueError as e: print(e)
c['y'] = 'b' * 7; print(c)
for a in (lambda: Cache(-1), lambda: LRUCache(2, getsizeof=lambda v: -1).__setitem__(1, 1), lambda: cached(None), lambda: cachedmethod(3), lambda: Cache()):
    try: a()
    except Exception as e: print(type(e).__name__, e)
now = [0]
t = TTLCache(3, 5, timer=lambda: now[0])
t[1] = 'a'; now[0] = 3; t[2] = 'b'; print(list(t), len(t)); now[0] = 5; print(list(t), 1 in t, t, t.expire(), t.ttl, t.timer())
try: t[1]
except KeyError as e: print(repr(e))
t[3] = 'c'; t[4] = 'd'; t[2]; t[5] = 'e'; print(t, t.currsize); now[0] = 8; print(t.expire()); now[0] = 100; print(t, t.popitem() if len(t) else None)
t = TLRUCache(3, ttu=lambda k, v, n: n + v, timer=lambda: now[0])
t['a'] = 1; t['b'] = 5; t['c'] = 3; t['z'] = 0; now[0] += 2; print(t, list(t)); t['d'] = 9; t['b'] = 1; now[0] += 1; print(t.expire(), t)
class Missing(LRUCache):
    def __missing__(self, key): self[key] = key * 2; return self[key]
m = Missing(2); print(m[1], m[2], m[3], m, m.get(1), m.pop(2))
@cached(cache={})
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.cache), fib.cache_key(1, a=2)[0], fib.cache_lock, fib.__name__, fib.__wrapped__.__name__)
@cached(LRUCache(2), lock=threading.Lock(), info=True)
def f(x, y=1): print('call', x, y); return x + y
for a in ((1,), (2,), (1,), (3,), (2,)): f(*a)
f(1, y=5); print(f.cache_info(), f.cache_info().hits); f.cache_clear(); print(f.cache_info(), f.cache)
@cachetools.func.ttl_cache(maxsize=2, ttl=10)
def g(x): print('g', x); return x
g(1); g(1); time.sleep(11); g(1); print(g.cache_info(), g.cache_parameters())
@cachetools.func.lru_cache
def h(x): return x
h(1); h(1.0); print(h.cache_info(), h.cache_parameters())
@cachetools.func.lfu_cache(maxsize=None, typed=True)
def h(x): return x
h(1); h(1.0); print(h.cache_info(), h.cache_parameters())
@cached(LRUCache(4), condition=threading.Condition(), info=True)
def slow(x): time.sleep(1); print('slow', x); return x
ts = [threading.Thread(target=slow, args=(1,)) for _ in range(3)]
[x.start() for x in ts]; [x.join() for x in ts]; print(slow.cache_info())
class Api:
    def __init__(self): self.store = LRUCache(2); self.n = 0
    @cachedmethod(lambda self: self.store)
    def get(self, k): self.n += 1; return k * 2
    @cachedmethod(lambda self: self.store, key=lambda self, k: ('other', k), info=True)
    def other(self, k): self.n += 1; return k * 3
a = Api(); print(a.get(1), a.get(1), a.get(2), a.n, a.store, a.get.cache is a.store, Api.get(a, 1), a.n); a.other(1); a.other(1); print(a.other.cache_info(), a.other.cache_key(4)); a.get.cache_clear(); print(a.store)
print(hashkey(1, 2), typedkey(1, '2', z=3), methodkey('self', 1), hashkey(1, b=2) == hashkey(1, b=2), hashkey(b=1, a=2)[1:])
print(pickle.loads(pickle.dumps(LRUCache(3))), repr(fib)[:20])
