"""Generators in for loops: how they begin, end, fail, nest and are left."""
def g(n):
    try:
        for i in range(n):
            x = yield i
            assert x is None
    finally:
        print('closed')
def h(n):
    yield from g(n)
    yield 'end'
print(list(x for x in g(3)))
for x in g(5):
    if x == 2: break
for x in h(2): print(x)
it = g(4)
for a in it:
    for b in it: print(a, b)
def rec(n):
    if n:
        for x in rec(n-1): yield x
        yield n
print(list(rec(20)))
for x in rec(5): print(x, end=' ')
print()
def bad():
    yield 1
    raise ValueError('x')
try:
    for x in bad(): print(x)
except ValueError as e:
    import traceback; traceback.print_exc()
def selfish():
    yield 1
    for q in gen: print(q)
gen = selfish()
try:
    for z in gen: print(z)
except ValueError as e: print(repr(e))
def deep(n):
    for x in (deep(n+1)): yield x
try:
    for x in deep(0): pass
except RecursionError as e: print('RecursionError')
def stop():
    yield 1
    raise StopIteration(3)
try:
    for x in stop(): print(x)
except RuntimeError as e: print(repr(e), repr(e.__cause__))
class E:
    def __iter__(s):
        yield 1; yield 2
    def __del__(s): print('del')
for x in E(): print(x)
import sys
def exc():
    try: 1/0
    except ZeroDivisionError:
        for i in range(2): yield sys.exc_info()[0]
for x in exc(): print(x, sys.exc_info()[0])
def ret():
    yield 1
    return 5
r = ret()
for x in r: print(x)
print(next(r, 'over'))
import inspect
def st():
    yield inspect.getgeneratorstate(me)
    yield [f.function for f in inspect.stack()][:2]
me = st()
for x in me: print(x, inspect.getgeneratorstate(me), me.gi_frame.f_lineno)
