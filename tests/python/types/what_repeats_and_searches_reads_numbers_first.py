# A deque's __mul__ counts by a number; a subclass of int is not multiplied in place by a sequence; patterns read places before texts.
import collections
import fcntl
import re


def told(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


class Number(int):
    pass


def in_place(other):
    value = Number(3)
    value *= other
    return value


for other in (bytearray(b'ab'), [1], 'a', 2, collections.deque([1])):
    told(in_place, other)
d = collections.deque([1, 2])
for name in ('__mul__', '__rmul__', '__imul__'):
    for args in ((), ('a',), (1.5,), (1, 2), (2,), (True,)):
        told(getattr(d, name), *args)
for other in ('a', None, 1.5, [1]):
    told(lambda: d * other)
    told(lambda: other * d)
pattern = re.compile('a')
for name in ('search', 'match', 'fullmatch', 'findall', 'finditer'):
    for args in ((1, 'x'), ('a', 'x'), (b'a', 'x'), (1, 0, 'x'), (1,), (b'a',), ('a', True)):
        told(lambda: getattr(pattern, name)(*args) is not None)
for args in ((1.5,), ('F',), (fcntl.F_SETFL, 1.5), (fcntl.F_SETFL, None), (fcntl.F_GETFL, 'a'), (fcntl.F_GETFL, b'ab')):
    told(fcntl.fcntl, 0, *args)
