from array import array
a = array('i', [1, 2, 3]); a.append(4); a.extend([5]); print(a, a[0], a[-1], a[1:3], len(a), sum(a), a.tolist(), a.tobytes(), a.itemsize, a.typecode, 3 in a, a.index(3), a.count(1))
a[0] = 9; a += array('i', [7]); print(a * 2, a == array('i', [9]), a.pop(), a.reverse(), a, array('d', [1.5]), array('f', [0.1])[0], array('u', 'hé'), array('b'), bytes(array('H', [1, 2])))
for f in (lambda: array('i', [2**40]), lambda: array('b', [200]), lambda: array('B', [-1]), lambda: array('x'), lambda: array('i', ['a']), lambda: a[99], lambda: array('i').pop(), lambda: a.remove(77), lambda: array('d', ['x']), lambda: a + [1], lambda: array('H',[70000]), lambda: array('i', 'abc'), lambda: array('L', [-1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
