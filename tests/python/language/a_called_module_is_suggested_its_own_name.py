"""What is said of modules that are called; operators, instances and views whose own methods and views count."""
import copy
import datetime
import math
import pprint
import time
import types


def shown(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as e:
        print(type(e).__name__, e)


own = types.ModuleType('own')
for module in (time, datetime, pprint, copy, math, own):
    shown(module)
own.own = 3
shown(own)
own.own = print
shown(own, 1)
try:
    list(map(time, [1]))
except TypeError as e:
    print(e)


class Formatted:
    def __str__(self):
        return 'formatted'

    def __rmod__(self, other):
        return 'asked on the right'

    def __radd__(self, other):
        return 'added on the right'


shown(lambda: '<%s>' % Formatted())
shown(lambda: b'<%a>' % Formatted())
shown(lambda: 'text' + Formatted())
shown(lambda: 5 % Formatted())


class Raising:
    @property
    def __class__(self):
        raise RuntimeError('no class')


class Missing:
    @property
    def __class__(self):
        raise AttributeError('none')


shown(isinstance, Raising(), int)
shown(isinstance, Missing(), int)
within = {}
within['values'] = within.values()
print(within)
within['items'] = within.items()
print(within)
cut = slice([1], [2], None)
deep = copy.deepcopy(cut)
print(deep, deep == cut, deep.start is cut.start, copy.copy(cut) is cut)
