# what changes a container while it is being indexed
class I:
    def __init__(self, f, n=0): self.f, self.n = f, n
    def __index__(self):
        self.f(); return self.n
def tries(make):
    for what in ['c[I(c.clear)]', 'c[I(c.clear)] = 1', 'c[0] = I(c.clear)', 'del c[I(c.clear)]', 'c[I(c.clear):3]', 'c[I(c.clear):3] = c', 'c[0:I(c.clear, 3)] = b"ab"', 'c[::I(c.clear,2)] = b"ab"', 'del c[I(c.clear):3]', 'del c[::I(c.clear, 2)]','c.insert(I(c.clear, 3), 1)', 'c.pop(I(c.clear))', 'c.index(5, I(c.clear))', 'c *= I(c.clear, 2)', 'c[0:2] = (I(c.clear) for _ in range(2))', 'c.extend(I(c.clear) for _ in range(2))', 'c[::2] = [I(c.clear), 1]', 'c.remove(I(c.clear))', 'c.count(I(c.clear))', 'I(c.clear) in c']:
        g = {'c': make(), 'I': I}
        try: exec(what, g); r = 'done'
        except Exception as e: r = type(e).__name__ 
        print(make.__name__, what, r, )
def ba(): return bytearray(b'abcde')
def li(): return [1,2,3,4,5]
tries(ba); tries(li)
from collections import deque
def dq(): return deque([1,2,3,4,5])
tries(dq)
class E:
    def __init__(s, f): s.f = f
    def __eq__(s, o): s.f(); return False
    def __lt__(s, o): s.f(); return False
    def __hash__(s): return 1
for make in (li, dq, ba):
    c = make(); c2 = make()
    for what in ['E(c.clear) in c', 'c.index(E(c.clear))', 'c.count(E(c.clear))', 'c.remove(E(c.clear))', 'c == [E(c.clear)]*5', 'max(c, key=lambda x: c.clear())', 'sorted(c, key=lambda x: c.clear())', 'list(map(lambda x: c.clear(), c))', 'sum(c, E(c.clear))', 'sep.join(c)', 'c.extend(c)']:
        c = make()
        try: r = eval(what) if '+=' not in what else exec(what)
        except Exception as e: r = type(e).__name__
        print(make.__name__, what, r)
d = {1: 1, 2: 2}
for what in ['E(d.clear) in d', 'd.get(E(d.clear))', 'd.pop(E(d.clear), 0)', 'd.setdefault(E(d.clear), 1)', 'd == {1: E(d.clear), 2: E(d.clear)}', 'd.update({E(d.clear): 1})', 'dict.fromkeys(x for x in d if d.clear())', '[d.clear() for k in d]', '[d.clear() for k, v in d.items()]', 'list(map(lambda k: d.clear(), d))', 'sorted(d, key=lambda k: d.clear())']:
    d.clear(); d.update({1: 1, 2: 2})
    try: r = eval(what)
    except Exception as e: r = type(e).__name__
    print(what, r, d if 'E' not in what else '')
s = {1, 2}
for what in ['E(s.clear) in s', 's.add(E(s.clear))', 's.discard(E(s.clear))', 's | {E(s.clear)}', 's & {E(s.clear)}', 's - {E(s.clear)}', 's ^ {E(s.clear)}', 's <= {E(s.clear), 1, 2}', 's == {E(s.clear), 1}', 's.update([E(s.clear)])', 's.intersection_update([E(s.clear), 1])', 's.isdisjoint([E(s.clear)])', '[s.clear() for x in s]', 's.symmetric_difference_update([E(s.clear)])']:
    s.clear(); s.update({1, 2})
    try: r = eval(what)
    except Exception as e: r = type(e).__name__
    print(what, type(r).__name__)
