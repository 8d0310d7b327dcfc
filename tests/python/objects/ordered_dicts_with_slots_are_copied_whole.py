import copy
import pickle
from collections import OrderedDict


class Slotted(OrderedDict):
    __slots__ = ('first', 'second')


one = Slotted(a=1)
one.first, one.free = ['slot'], ['free']
for copied in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
    print(type(copied).__name__, copied, copied.first, copied.free, hasattr(copied, 'second'))
print(one.__reduce__()[:4], OrderedDict(a=1).__reduce__()[:4])
