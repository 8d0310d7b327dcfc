# What is C in CPython shows itself as built in: its repr, its kind, as part of a class, in errors, to inspect, pickle and weakref.
import abc
import binascii
import bisect
import cmath
import codecs
import collections
import csv
import decimal
import gc
import hashlib
import heapq
import inspect
import operator
import os
import pickle
import struct
import unicodedata
import weakref
import zlib

for f in (heapq.heappush, heapq.heapify, bisect.bisect, bisect.insort, cmath.sqrt, hashlib.md5, gc.collect, os.getcwd,
          os.listdir, operator.countOf, pickle.dumps, csv.reader, struct.iter_unpack, zlib.crc32, codecs.lookup,
          codecs.strict_errors, unicodedata.name, decimal.getcontext):
    print(f, type(f).__name__, inspect.isbuiltin(f), inspect.isroutine(f), inspect.isfunction(f), callable(f))
for f in (heapq.merge, heapq.nlargest, os.walk, os.makedirs, os.getenv, codecs.open):
    print(str(f).split(' at ')[0], inspect.isbuiltin(f), inspect.isfunction(f))
for f in (heapq.heappush, bisect.bisect, cmath.sqrt, hashlib.sha256, gc.collect):
    print(inspect.signature(f), f.__module__, f.__name__, f.__qualname__)


class Heap(list):
    push = heapq.heappush
    grown = heapq.nlargest
    root = cmath.sqrt
    here = os.getcwd


def attempt(function, *args, **named):
    try:
        print(function(*args, **named))
    except Exception as e:
        print(type(e).__name__, e)


heap = Heap()
Heap.push(heap, 3), heap.push(heap, 1)
print(heap, heap.root(-1), heap.here() == os.getcwd())
attempt(heap.grown, 2)
attempt(heap.push, 2)
attempt(heapq.heappush, [])
attempt(heapq.heappush, heap=[], item=1)
attempt(heapq.heappop)
attempt(heapq.heapify, 5)
attempt(bisect.bisect, [1], x=2)
attempt(bisect.bisect, [1], 2, zzz=None)
attempt(cmath.sqrt, x=2)
attempt(cmath.isclose, 1)
attempt(gc.collect, 1, 2)
attempt(os.getcwd, 1)
attempt(hashlib.md5, 'text')
attempt(setattr, heapq.heappush, 'note', 1)
attempt(getattr, heapq.heappush, '__code__')
print(pickle.loads(pickle.dumps(heapq.heappush)) is heapq.heappush, pickle.loads(pickle.dumps(os.getcwd)) is os.getcwd)
print(weakref.ref(len)() is len, weakref.ref(heapq.heappop)() is heapq.heappop, len(weakref.WeakSet([print, len])))
print(bisect.bisect is bisect.bisect_right, list(map(heapq.heappop, [heap, heap])))
for f in abc.abstractmethod, abc.update_abstractmethods:
    print(str(f).split(' at ')[0], inspect.isfunction(f), inspect.signature(f), f.__module__)
attempt(abc.abstractmethod)
counted = collections.Counter('abca').elements()
print(type(counted), sorted(counted))
heapq.heappop([])
