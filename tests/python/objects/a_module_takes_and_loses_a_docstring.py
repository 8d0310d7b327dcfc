import functools
import sys
import types

here = sys.modules[__name__]
here.__doc__ = 'told later'
print(__doc__, vars(here)['__doc__'])
del here.__doc__
print('__doc__' in vars(here), bool(here.__doc__))
try:
    del here.__doc__
except AttributeError as e:
    print(e)


class Own(types.ModuleType):
    "about the class"


own = Own('own')
print(own.__doc__)
own.__doc__ = 3
print(own.__doc__, vars(own))
print(types.ModuleType('plain', 'given').__doc__)

bound = functools.partial(print)
bound.__doc__ = 'partial'
print(bound.__doc__)
for fixed in [], (x for x in ()):
    try:
        fixed.__doc__ = 1
    except AttributeError as e:
        print(e)
