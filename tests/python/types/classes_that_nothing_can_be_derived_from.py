import bz2
import functools
import itertools
import lzma
import operator
import os
import pickle
import re
import select
import typing
import weakref
import zlib

for base in (re.Pattern, re.Match, typing.Match, operator.itemgetter, operator.attrgetter, operator.methodcaller,
             type(functools.lru_cache(len)), type(functools.cmp_to_key(len)), type(itertools.tee(())[0]), select.epoll,
             os.DirEntry, type(zlib.compressobj()), bz2.BZ2Compressor, lzma.LZMADecompressor, pickle.PickleBuffer,
             weakref.ProxyType, typing.ForwardRef, functools.partial, re.Scanner, itertools.chain):
    try:
        class Derived(base):
            pass
        print(base.__name__, 'is a base')
    except TypeError as e:
        print(e)
