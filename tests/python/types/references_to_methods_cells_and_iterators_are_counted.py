"""sys.getrefcount counts who has a method, a cell, an iterator, a range, a slice or a big number."""
import sys


class Box:
    def open(self): pass


def maker(n):
    return lambda: n


cell = maker(1).__closure__[0]
method = Box().open
length = len('ab' * 300)
again = [method, method]
things = [bytes(length), 10 ** 40 * length, range(length), slice(length), 1j * length, iter([])]
print(sys.getrefcount(cell), sys.getrefcount(method), sys.getrefcount(Box().open))
print([sys.getrefcount(thing) for thing in things])
held = {'cell': cell}
print(sys.getrefcount(cell), sys.getrefcount(None) == sys.getrefcount(True) == sys.getrefcount(5))
