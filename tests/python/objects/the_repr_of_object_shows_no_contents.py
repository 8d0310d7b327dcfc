"""A class made of a built-in one with the `__repr__` of object shows no contents; with its `__str__`, what repr shows."""
from collections import OrderedDict, defaultdict, deque, Counter
import re
def shown(x): return re.sub('0x[0-9a-f]+', 'X', x)
for base in (dict, list, set, tuple, str, int, float, bytes, OrderedDict, defaultdict, deque, Counter, Exception, frozenset, bytearray, complex):
    class R(base):
        __repr__ = object.__repr__
    class S(base):
        __str__ = object.__str__
    class T(base):
        def __repr__(self): return 'own'
    print(base.__name__, shown(str(R())), shown(repr(R())), shown(f'{R()}'), shown(str(S())), repr(S()), str(T()), repr(T()))
