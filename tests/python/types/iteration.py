def gen(n):
    for i in range(n): yield i
print(list(gen(3)), tuple(gen(3)), set(gen(3)), sum(gen(5)), dict((k, k*k) for k in gen(3)), max(gen(4)), min(gen(4)), sorted(gen(3), reverse=True))
print(list(zip(gen(3), gen(2))), list(map(lambda x: x+1, gen(3))), list(filter(lambda x: x%2, gen(5))), list(enumerate(gen(2))), ''.join(str(x) for x in gen(4)), ','.join(c for c in 'abc'))
print(list(zip(gen(2), 'ab', [1,2])), list(zip(gen(2), gen(2), strict=True)))
try: list(zip(gen(2), gen(3), strict=True))
except ValueError as e: print(e)
try: list(zip(gen(3), gen(2), strict=True))
except ValueError as e: print(e)
l = [1]; l.extend(gen(3)); l += gen(2); l[1:2] = gen(2); print(l)
d = {}; d.update((i, i) for i in gen(3)); d |= [(9, 9)]; print(d); d.update({'a': 1}, b=2); print(d)
s = set(); s.update(gen(3), [7]); s |= {8}; print(s, s.union(gen(10)) >= s, s.intersection(gen(2)), s.issubset(gen(10)), s.isdisjoint(gen(1)))
print(any(x > 2 for x in gen(5)), all(x < 3 for x in gen(5)), 3 in gen(5), 7 in gen(5))
a, *b, c = gen(5); print(a, b, c)
it = iter([1,2,3]); print(next(it), list(it), next(it, 'done'))
try: next(it)
except StopIteration as e: print('stop', e.value)
d = {1:1, 2:2}
try:
    for k in d: d[k+10] = 1
except RuntimeError as e: print(e)
s = {1,2}
try:
    for k in s: s.add(k+10)
except RuntimeError as e: print(e)
d = {1:1}
for k in list(d): d[5] = 5
l = [1,2,3]
for x in l:
    if x < 3: l.append(x+10)
    if len(l) > 8: break
print(l)
def chain():
    yield from [1,2]
    yield from gen(2)
    return 'r'
print(list(chain()))
def outer():
    r = yield from chain()
    yield r
print(list(outer()))
print(list(iter(iter([1,2,0,3]).__next__, 0)))
x = iter(lambda: 1, 1); print(list(x))
z = zip([1,2,3], 'ab'); print(next(z), next(z)); print(list(z))
e = enumerate('ab', start=10); print(next(e), list(e))
r = reversed([1,2,3]); print(next(r), list(r))
m = map(lambda a, b: (a, b), [1,2], 'xyz'); print(list(m))
print(type(iter([])), type(iter('')), type(iter('é')), type(iter(())), type(iter({})), type(iter(set())), type(iter(range(1))), type(iter(b'')), type({}.keys()), type(iter({}.values())), type(iter({}.items())), type(reversed([])), type(reversed(())), type(zip()), type(map(str, [])), type(enumerate([])))
print({k: v for k, v in zip('abc', gen(3))}, {x for x in gen(3)}, [x*y for x in gen(3) for y in gen(2) if x])
print(sorted(['bb','a','ccc'], key=len), sorted([(1,'b'),(1,'a'),(0,'c')], key=lambda t: t[0]), sorted('hello', key=lambda c: -ord(c)))
l = [5,3,1]; l.sort(); print(l); l.sort(reverse=True); print(l); l.sort(key=lambda x: x % 3); print(l)
class K:
    def __init__(s, n): s.n = n
    def __lt__(s, o): return s.n < o.n
    def __repr__(s): return str(s.n)
print(sorted(K(i % 5) for i in range(12)), sorted([K(3), K(1)], reverse=True))
try: sorted([K(1), 2])
except Exception as e: print(type(e), e)
def bad(x): raise ValueError('in key')
l = [3,2,1]
try: l.sort(key=bad)
except ValueError as e: print(e, l)
class ML(list): pass
big = list(range(20000)); print(len(big), sum(big), big[-1], max(big), len(list(map(str, big))), len(set(big)), sum(range(100000)))
print(len([x for x in range(50000)]), len({x: x for x in range(30000)}), len(list(zip(range(30000), range(30000)))))
print(sum(x for x in range(30000)), len(tuple(range(50000))), len('x' * 100000), len(' '.join(str(i) for i in range(20000))))
nested = [1,[2,[3]]]; nested.append(nested); print(nested)
dd = {}; dd['self'] = dd; print(dd)
