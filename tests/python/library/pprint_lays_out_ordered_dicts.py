# An OrderedDict's items are laid out as a list of pairs of its own, one level deeper.
import pprint
from collections import OrderedDict, deque
from types import SimpleNamespace

for value in (OrderedDict(a={8}, b=[1, [2, 3]]), [OrderedDict(x=(1, 2))], SimpleNamespace(x=[1, [2]], yy=OrderedDict(a=1)),
              {1: OrderedDict(a='x' * 12)}, deque([OrderedDict(b=[1])])):
    for depth in None, 1, 2, 3:
        for width in 10, 30:
            for indent in 1, 4:
                print(depth, width, indent, pprint.pformat(value, depth=depth, width=width, indent=indent))
