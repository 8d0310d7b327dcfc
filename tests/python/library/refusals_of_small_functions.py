"""What random, re, typing, bisect and inspect say of arguments that they cannot use; modules of CPython's program."""
import atexit
import bisect
import errno
import gc
import inspect
import random
import re
import typing


def told(call):
    try:
        print(repr(call()))
    except Exception as e:
        print(type(e).__name__, e)


told(lambda: random.randbytes(None))
told(lambda: random.randbytes('x'))
told(lambda: random.randbytes(-1))
told(lambda: random.getstate(1))
told(lambda: len(random.getstate()))
match = re.match('(a)', 'a')
told(lambda: match.expand())
told(lambda: match.expand(1, 2))
told(lambda: match.expand(template=r'\1!'))
told(lambda: typing.TypeVar('T', foo=3))
told(lambda: typing.ParamSpec('P', foo=3))
told(lambda: typing.TypeVarTuple('Ts', foo=3))
told(lambda: bisect.bisect({}, 1))
told(lambda: bisect.bisect_left({1: 2}, 1))
told(lambda: bisect.insort({}, 1))
told(lambda: inspect.getcallargs(None))
told(lambda: (gc, errno, atexit))
