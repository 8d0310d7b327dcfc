# Loggers' placeholders, limits of recursion, quoted commands, the names of unittest's classes.
import logging
import subprocess
import sys
import unittest



def names():
    return [name for name in logging.root.manager.loggerDict if name[:2] in ('a', 'a.')]


c = logging.getLogger('a.b.c')
print(names(), type(logging.root.manager.loggerDict['a.b']).__name__, c.parent)
a = logging.getLogger('a')
print(a.getChildren(), c.parent, a.parent)
b = logging.getLogger('a.b')
print(c.parent, b.parent, a.getChildren(), names())
d = logging.getLogger('a.bc')
print(d.parent, sorted(a.getChildren(), key=str))
print(subprocess.list2cmdline(['a b', 'c"d', '', 'x\\y', 'x\\"y', 'end slash\\', 'tab\there', 'plain\\']))
print(unittest.TextTestResult, unittest.TextTestRunner)


def deep(n):
    if n:
        return deep(n - 1)
    try:
        sys.setrecursionlimit(20)
    except RecursionError as e:
        return str(e).partition('depth')[0]


print(deep(50), sys.getrecursionlimit())
import copy
import pickle

for mode in 'r', 'rb':
    with open(__file__, mode) as file:
        for act in pickle.dumps, copy.copy:
            try:
                act(file)
            except TypeError as e:
                print(e)
