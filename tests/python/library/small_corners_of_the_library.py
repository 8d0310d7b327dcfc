"""Corners of several modules: sets of fnmatch, ranges of addresses, options written as one, and what fails early."""
import argparse
import bisect
import difflib
import fnmatch
import inspect
import ipaddress
import operator
import pickle
import timeit
import types


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for pattern in '[]]', '[!]]', '[[]', '[a[]', '[^a]', '[a^]', '[a-]', '[&~|]', '[\\]', '[.]', '[c-a]', '[!]':
    show(fnmatch.translate, pattern)
show(bisect.insort, 10, 10)
show(bisect.insort_left, None, 3)
show(operator.iconcat, 1, [2])
show(operator.iconcat, {}, [])
show(operator.iconcat, [1], (2,))
show(timeit.Timer, setup='from timeit import *')
address = ipaddress.ip_address
show(lambda: list(ipaddress.collapse_addresses([address('1.1.1.0'), address('::1')])))
print(difflib.SequenceMatcher[str])
show(inspect.Parameter('a', inspect.Parameter.KEYWORD_ONLY).replace, name=inspect.Parameter.empty)

parser = argparse.ArgumentParser(prog='P', exit_on_error=False)
parser.add_argument('-v', action='store_true')
parser.add_argument('-n', action='store_true')
parser.add_argument('-f')
for words in ['-vf=x'], ['-vfx'], ['-vn=1'], ['-v='], ['-vn='], ['-vf='], ['-f=x'], ['-vnf=x'], ['-vz=3']:
    show(parser.parse_known_args, words)


class Dynamic:
    def __init__(self):
        self._x = 1

    @types.DynamicClassAttribute
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        del self._x


d = Dynamic()
d.x = 4
print(d.x)
del d.x
show(lambda: d.x)
show(lambda: Dynamic.x)

for method in str.upper, int.__add__, dict.fromkeys, len, float.is_integer, object.__init__:
    for protocol in 2, 4:
        print(pickle.loads(pickle.dumps(method, protocol)) == method)
