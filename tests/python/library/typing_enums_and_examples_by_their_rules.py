# Generic classes without arguments, aliases as proxies, enums with mixins, examples without a last newline, frames made by hand.
import doctest
import enum
import sys
import traceback
import types
import unittest
from typing import Annotated, Generic, TypeVar

T = TypeVar('T')


class Box(Generic[T]):
    size = 1


class Plain(Box):
    pass


class Same(Box[T]):
    pass


print(Plain.__parameters__, Same.__parameters__, Plain.__mro__)
try:
    Plain[int]
except TypeError as e:
    print(e)
Box[int].size = 5
marked = Annotated[Box, 'mark']
marked.colour = 'red'
print(Box.size, Box.colour, Box[str].colour, marked.size)
try:
    types.get_original_bases(object())
except TypeError as e:
    print(e)


class Greeting(enum.Enum):
    def hello(self):
        return f'hello from {self}'


class Word(Greeting, enum.StrEnum):
    eight = '8'


class Number(Greeting, enum.IntEnum):
    one = 1


print(Word.eight, repr(Word.eight), Word.eight.hello(), Number.one, repr(Number.one), Number.one.hello(), f'{Number.one:>3}')


def unfinished():
    """
    >>> print('a', end='')
    a
    >>> for c in 'bc': print(' ' + c, end='')
     b c
    """


print(doctest.testmod())
other = types.ModuleType('other')
exec('''
import doctest
def f():
    """
    >>> 1 + 1
    2
    """
f.__module__ = 'other'
def load_tests(loader, tests, pattern):
    tests.addTest(doctest.DocTestSuite())
    return tests
''', vars(other))
other.__file__ = 'other.py'
sys.modules['other'] = other
print(unittest.TestLoader().loadTestsFromModule(other))

for line, start, end in ('total = first + second', 8, 22), ('    return found(1, 2)[0]', 11, 25), ('wrong', 0, 5):
    frame = traceback.FrameSummary('made.py', 1, 'by_hand', line=line, end_lineno=1, colno=start, end_colno=end)
    print(''.join(traceback.StackSummary.from_list([frame]).format()), end='')
print(''.join(traceback.format_list([('made.py', 3, 'by_hand', 'x = 1')])), end='')
