import types, traceback, copy
def g(a, b=3):
    return a * b
c = g.__code__.replace(co_name='new', co_filename='x.py', co_firstlineno=10)
print(c.co_name, c.co_filename, c.co_firstlineno, c.co_qualname, c.co_varnames)
h = types.FunctionType(c, globals(), 'hh', (5,))
print(h(2), h.__name__, h.__defaults__, h.__code__ is c)
def boom():
    x = 1
    raise ValueError(x)
b = types.FunctionType(boom.__code__.replace(co_name='bang', co_qualname='big.bang', co_filename='made.py', co_firstlineno=100), globals())
try: b()
except ValueError as e:
    f = traceback.extract_tb(e.__traceback__)[-1]; print(f.name, f.lineno, f.filename, b.__name__, b.__qualname__)
for bad in [{'co_name': 3}, {'co_firstlineno': 'x'}]:
    try: g.__code__.replace(**bad)
    except TypeError as e: print(e)
print(copy.replace(g.__code__, co_name='y').co_name, g.__code__.replace(co_flags=g.__code__.co_flags, co_varnames=g.__code__.co_varnames).co_name)
t = (*tuple[int],)[0]
print(t == tuple[int], t == (*tuple[int],)[0])
import functools
p = functools.partial(print, 1); p.attr = 5
p.__setstate__((print, (2,), {'sep': ''}, None)); p(3); print(p.__dict__)
