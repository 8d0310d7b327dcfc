"""doctest looks at names whose `__wrapped__` never ends, such as mock's `call`, as at any other."""
import doctest
import inspect
import sys
from unittest.mock import call


def double(n):
    """
    >>> double(2)
    4
    >>> double("a")
    'a'
    """
    return n * 2


doctest.testmod()
print(call(1), doctest.testmod().attempted)


class Loop:
    def __repr__(self):
        return "<loop>"


sys.setrecursionlimit(100)
loop = Loop()
loop.__wrapped__ = other = Loop()
other.__wrapped__ = loop
for thing in (loop, call):
    try:
        inspect.unwrap(thing)
    except ValueError as error:
        print(error)
