from itertools import pairwise

d = {1: 1, 2: 2, 3: 3}
p = pairwise(d)
print(next(p))
d[4] = 1
for _ in range(3):
    try:
        print(next(p))
    except (RuntimeError, StopIteration) as e:
        print(type(e).__name__, e)
