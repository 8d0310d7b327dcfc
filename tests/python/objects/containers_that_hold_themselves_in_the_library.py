# Recursion among the library's own frames ends as the program's does.
import collections
d = collections.ChainMap(); d.maps.append(d)
try: d['x']
except RecursionError as e: print(e)
u = collections.UserDict(); u.data = u
try: u['x']
except RecursionError as e: print(e)
u = collections.UserList(); u.data = u
try: u[0]
except RecursionError as e: print(e)
try: len(u)
except RecursionError as e: print(e)
try: print(u)
except RecursionError as e: print(e)
s = collections.UserString('a'); s.data = s
try: print(s)
except RecursionError as e: print(e)
import contextlib, functools
@contextlib.contextmanager
def f():
    with f(): yield
try:
    with f(): pass
except RecursionError as e: print(e)
@functools.singledispatch
def g(x): return g(x)
try: g(1)
except RecursionError as e: print(e)
h = functools.partial(lambda *a: h())
try: h()
except RecursionError as e: print(e)
