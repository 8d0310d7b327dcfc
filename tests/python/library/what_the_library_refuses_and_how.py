# What functions of the library say of arguments that they do not take, and what cells are compared by.
import collections
import importlib
import operator
import string
import sys
import types
import warnings


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


cell = types.CellType
t(lambda: cell(1) < cell(2))
t(lambda: cell(1) == cell(1))
t(lambda: cell() < cell(2))
t(lambda: cell(1) < cell())
t(lambda: cell() == cell())
t(lambda: cell(1) < cell('a'))
t(lambda: cell(1) < 5)
t(lambda: cell(1) != cell(2))
t(lambda: cell(1) >= cell(2))
t(lambda: cell(1) > cell(0))
t(lambda: hash(cell(1)))
t(lambda: cell() > cell(1))
t(lambda: cell() <= cell())
t(lambda: operator.iconcat(range(1), [1]))
t(lambda: operator.iconcat([1], range(1)))
t(lambda: operator.iconcat(5, [1]))
t(lambda: operator.concat(range(1), [1]))
t(lambda: operator.iconcat({}, [1]))
t(lambda: operator.iconcat((1,), (2,)))
t(lambda: operator.iconcat((1,), 5))
t(lambda: operator.iconcat(5, 5))
t(lambda: operator.concat(5, [1]))
t(lambda: operator.iconcat('a', 5))
for x in ('ab{c!r', 'ab{c', 'ab{', 'ab{c!', '{c!r:', '{c:', '{c:{', 'a}', '{a!rx}', '{c[', '{c!}'):
    t(lambda: list(string.Formatter().parse(x))); t(lambda: x.format(c=1, a=1))
t(lambda: importlib.import_module(''))
t(lambda: __import__(''))
t(lambda: importlib.import_module('.a'))
t(lambda: importlib.import_module(5))
t(lambda: warnings.filterwarnings('error', '', Warning, '', -1))
t(lambda: warnings.simplefilter('error', Warning, -1))
t(lambda: warnings.filterwarnings('x'))
t(lambda: warnings.filterwarnings('error', 5))
t(lambda: warnings.filterwarnings('error', '', 5))
t(lambda: warnings.filterwarnings('error', '', Warning, 5))
t(lambda: warnings.simplefilter('x'))
t(lambda: warnings.filterwarnings('error', '', int))
t(lambda: warnings.simplefilter('error', 5))
t(lambda: warnings.simplefilter('error', Warning, 'a'))
t(lambda: warnings.filterwarnings('error', '', Warning, '', 'a'))
t(lambda: collections.deque().index('a', 'b'))
t(lambda: collections.deque().index('a', 1, 'b'))
t(lambda: collections.deque().index('a'))
t(lambda: collections.deque([1]).index(1, None))
t(lambda: [].index(1, 'a'))
t(lambda: ().index(1, None))
t(lambda: collections.deque([1,2]).index(2, 10**30))
t(lambda: collections.deque([1,2]).index(2, -10**30))
t(lambda: UnicodeDecodeError('a','b','c','d','e'))
t(lambda: UnicodeDecodeError('a',b'b','c','d','e'))
t(lambda: UnicodeDecodeError('a','b',1,2,'e'))
t(lambda: UnicodeDecodeError(1,'b',1,2,'e'))
t(lambda: UnicodeEncodeError('a',b'b',1,2,'e'))
t(lambda: UnicodeDecodeError('a',b'b',1,2,5))
t(lambda: UnicodeTranslateError(5, 1, 2, 'a'))
t(lambda: UnicodeTranslateError('a', 1, 2))
t(lambda: UnicodeDecodeError('a',memoryview(b'b'),1,2,'a'))
t(lambda: UnicodeEncodeError('a','b',1.5,2,'e'))
t(lambda: sys._getframemodulename())
t(lambda: sys._getframemodulename(1))
t(lambda: sys._getframemodulename(100))
t(lambda: sys._getframemodulename(depth=0))
t(lambda: sys._getframemodulename('a'))
t(lambda: sys._getframemodulename(-1))
