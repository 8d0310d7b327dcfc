# Which functions name their module in an error about their arguments, and which do not.
import itertools, math, struct, sys, time
from collections import deque


def show(work, *args, **keywords):
    try:
        print(work(*args, **keywords))
    except (TypeError, ValueError, struct.error) as exc:
        print(f'{type(exc).__name__}: {exc}')


for function in (time.mktime, math.isqrt, math.log, math.log10, math.pow, math.hypot, math.gcd, math.comb, math.dist,
                 math.sqrt, math.floor, math.prod, sys.getrefcount, sys.intern, sys.setrecursionlimit, sys.getsizeof,
                 itertools.tee, deque().copy, deque().clear, deque().reverse, deque().insert, dict.fromkeys, {}.get, {}.pop):
    show(function, None, None, None, None)
    show(function, None, zz=1)

show(int, 3.5, 1)
show(int, 3.5, 10)
show(int, [], 99)
for format in '2 3i', '=0p2 3f', ' 2i ', '3 ', 'i  i':
    show(struct.calcsize, format)
for value in [], None, 'a':
    for kind in 'di', 'ef':
        for each in kind:
            show(lambda: f'%{each}' % (value,))
            show(lambda: f'%{each}'.encode() % (value,))
