"""sum, any, min, list and their like take what a generator yields as it comes; blocking, errors and other threads between."""
import time, threading
def g(n, e=None):
    for i in range(n): yield i
    if e: raise e
print(sum(g(5)), sum(x/2 for x in g(5)), sum(g(3), 1.5), sum([1]*3, 2), sum((x for x in [1, 2.5, True, 3])), sum(([x] for x in g(3)), []))
from fractions import Fraction as F
print(sum(F(1, x+1) for x in g(4)), sum(x for x in [10**30, 1, 2]), sum(2**62 for _ in g(4)))
print(any(x > 2 for x in g(5)), all(x < 3 for x in g(5)), any(()), all(c for c in ['a', '', 3]), any(c for c in ['', None, 0, [], 'x']))
print(min(x*x-4*x for x in g(5)), max((x for x in g(5)), key=lambda x: -x), min((float(x) for x in g(3))), max(x for x in ['a', 'c', 'b']), max([1, 2.5][x] for x in (0, 1, 0)), min(((x for x in [])), default='none'), max([True, 2][x] for x in (0,1)), min((1.0, 1)[x] for x in (1, 0)))
for f in (sum, list, any, min, set, tuple, ''.join, sorted, dict):
    try: print(f(g(3, ValueError('late'))))
    except Exception as e: print(f.__name__, repr(e))
def slow(n):
    for i in range(n):
        time.sleep(1)
        yield i
print(sum(slow(3)), time.monotonic())
def w(k): print(k, list(slow(2)), time.monotonic())
ts = [threading.Thread(target=w, args=(k,)) for k in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sum(sum(x for x in g(y)) for y in g(50)), ','.join(str(x) for x in g(5)), bytes(x for x in g(4)), dict((x, x) for x in g(3)), *(x for x in g(3)))
def selfish():
    yield 1
    yield sum(it)
it = selfish()
try: print(list(it))
except ValueError as e: print(repr(e))
import traceback
try: sum(1/(3-x) for x in g(5))
except ZeroDivisionError: traceback.print_exc()
class D:
    def __del__(self): print('gone')
print(any(not D() for _ in g(2)), [type(x).__name__ for x in list(D() for _ in g(2))])
it = g(6)
print(any(x == 2 for x in it), list(it))
def with_finally():
    try:
        for i in range(10): yield i
    finally: print('finally')
print(any(x == 3 for x in with_finally()))
print(all(x < 3 for x in with_finally()))
