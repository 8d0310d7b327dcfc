# Iterators of the library over generators of the program: items, ends, errors and what is returned.
import itertools, sys
def g(n, tag=''):
    for i in range(n):
        yield i
    return tag + 'end'
def yf(n):
    r = yield from g(n, 'a')
    yield r
    r = yield from g(n, 'b')
    return r
print(list(yf(2)))
def show(it):
    while True:
        try: x = next(it)
        except StopIteration as e: print('stop', e.value); break
        print(x)
show(yf(1))
l=[]
l.extend(yf(2)); l += yf(1); print(l)
class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5), Tree(7)))
print(list(t), sum(t), [x for x in t], max(t), sorted(t), tuple(t), set(t))
for a, b in zip(t, t): print(a, b, end=' ')
print()
print(list(zip(t, g(3))), list(zip(g(3), t)))
try: print(list(zip(g(3), t, strict=True)))
except ValueError as e: print(e)
try: print(list(zip(t, g(3), strict=True)))
except ValueError as e: print(e)
print(list(zip(g(3), g(3), strict=True)))
print(list(map(lambda a, b: a*b, g(4), t)), list(map(str, yf(2))))
print(list(filter(None, g(3))), list(filter(lambda x: x % 2, t)), list(itertools.filterfalse(lambda x: x % 2, t)))
print(list(itertools.takewhile(lambda x: x < 4, t)), list(itertools.dropwhile(lambda x: x < 4, t)))
print(list(itertools.chain(g(2), t, g(0), yf(1))), list(itertools.chain.from_iterable(g(k) for k in range(4))))
print(list(itertools.islice(t, 1, 6, 2)), list(itertools.accumulate(t)), list(itertools.pairwise(t)))
print([(k, list(v)) for k, v in itertools.groupby(t, lambda x: x // 3)])
print(list(itertools.zip_longest(g(2), t, fillvalue='-')), list(itertools.compress(t, g(5))))
print(list(itertools.starmap(pow, ((x, 2) for x in t))), list(itertools.batched(t, 3)))
print(list(enumerate(t, 10)), list(itertools.product(g(2), g(2))))
print(next(enumerate(g(0)), 'none'), next(map(str, g(0)), 'no'), next(zip(g(0)), 'n'), next(filter(None, g(1)), 'f'))
def bad(n):
    yield n
    raise KeyError(n)
for make in (lambda: list(map(str, bad(1))), lambda: list(zip(g(5), bad(2))), lambda: list(enumerate(bad(3))),
             lambda: list(itertools.chain(g(1), bad(4))), lambda: [x for x in filter(None, bad(5))], lambda: l.extend(bad(6)),
             lambda: list(itertools.takewhile(bool, bad(7))), lambda: dict(zip(bad(8), g(3)))):
    try: make()
    except KeyError as e:
        tb = e.__traceback__; ns = []
        while tb: ns.append(tb.tb_frame.f_code.co_name); tb = tb.tb_next
        print('KeyError', e, ns)
print(l)
def stops():
    yield 1
    raise StopIteration('x')
try: list(map(str, stops()))
except RuntimeError as e: print(e)
def pred(x): raise StopIteration(x)
print(list(itertools.takewhile(pred, g(3))), list(filter(pred, g(2))), list(map(pred, g(2))))
# a generator that is running already
def me():
    yield next(it)
it = itertools.chain(me(), [1])
try: print(list(it))
except (ValueError, RuntimeError) as e: print(type(e).__name__, e)
def me2():
    yield next(e2)
e2 = enumerate(me2())
try: print(list(e2))
except (ValueError, RuntimeError) as e: print(type(e).__name__, e)
def many():
    gs = [g(0) for _ in range(30000)]
    for q in gs: list(q)
    print(list(itertools.chain(*gs, g(1))))
many()
def outer():
    try:
        yield from itertools.chain(g(3), g(2))
    finally: print('closed')
o = outer(); print(next(o)); o.close()
m = map(str, g(3)); print(next(m)); del m
gen = g(5); t1 = itertools.takewhile(lambda x: x < 2, gen); print(list(t1), list(gen))
def sent():
    while True:
        got = yield 1
        print('got', got)
        if got is None: return 'done'
def deleg():
    r = yield from sent()
    print('r', r)
    yield r
d = deleg(); print(next(d), d.send('a'), next(d))
for v in deleg(): print(v)
async def main():
    return list(map(str, g(2))), [y for y in zip(g(2), t)]
import asyncio
print(asyncio.run(main()))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration(self.n)
        return self.n
print(list(zip(It(), g(9))), list(map(str, It())), list(filter(None, It())), list(itertools.chain(It(), g(1))), list(enumerate(It())))
def rec(n):
    if n: yield from rec(n - 1)
    yield n
print(sum(rec(900)))
try: print(sum(rec(1200)))
except RecursionError as e: print(e)
