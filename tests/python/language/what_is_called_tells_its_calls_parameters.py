"""inspect.signature of an instance is that of its class's `__call__`."""
import functools
import inspect
import operator
import sqlite3


class Own:
    def __call__(self, a, *, b=1):
        pass


for called in sqlite3.connect(':memory:'), Own(), operator.itemgetter(1), functools.partial(Own(), 1):
    print(type(called).__name__, inspect.signature(called))
