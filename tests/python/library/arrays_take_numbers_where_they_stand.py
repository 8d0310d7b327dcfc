"""Numbers go into arrays of each kind, or are told why they cannot."""
from array import array
for code in 'bBhHiIlLqQfd':
    a = array(code, [1, 2, 3]); a.append(4); a[0] = 7; print(a, len(a), a.pop(), a[-1], a.itemsize, a.typecode)
    for v in (-1, 2**7, 2**8, 2**15, 2**16, 2**31, 2**32, 2**63 - 1, 2**63, 2**64, -2**7 - 1, -2**31 - 1, 1.5, 'x', True, None):
        for f in (lambda: a.append(v), lambda: a.__setitem__(0, v), lambda: array(code, [v]), lambda: array(code, (v,))):
            try: print(f(), end=' ')
            except Exception as e: print(type(e).__name__, e, end=' ')
    print(a)
a = array('i', range(5))
for f in (lambda: a[10], lambda: a[-6], lambda: a['x'], lambda: a.pop(9), lambda: a.__setitem__(9, 1), lambda: array('i').pop(), lambda: a[1:3], lambda: a[2.0]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m = memoryview(a); m[0] = 99; print(a[0], len(a)); a[1] = 5; print(m[1])
try: a.append(3)
except BufferError as e: print(e)
class Sub(array): pass
s = Sub('d', [1, 2]); s.append(3); print(s, type(s), s[0])
print(sum(array('i', range(50))), sum(array('d', [1, 2])), sum(iter([1, 2, 3.5])), sum(iter((True, 2)), 5), sum(iter({1: 2})), any(iter([0, 0])), all(iter('ab')))
try:
    sum(iter([1, 'a']))
except TypeError as e:
    print(e)
