"""index and count of a range: ints are computed, others are compared one by one."""
r = range(0, 100, 7)
print(r.index(14), r.count(14), r.count(15), r.count(14.0), r.index(21.0), r.count("x"), r.count(True), r.index(0))
for bad in 15, "x", 1.5, None:
    try: r.index(bad)
    except ValueError as e: print(e)
class A:
    def __eq__(s, o): return o % 2 == 0
print(r.count(A()), r.index(A()), range(1, 10).index(A()), A() in range(1, 2))
class I(int): pass
print(r.count(I(14)), range(3)[::-1].index(0), range(10**5).count(-1.5))
import threading, time
class S:
    def __eq__(s, o): time.sleep(.1); return o == 3
print(range(5).index(S()))
