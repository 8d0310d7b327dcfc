import inspect
def f(a, /, **kw): pass
def g(a, b=2, /, c=3, *, d, **kw): pass
s = inspect.signature(f)
for args, kw in (((1,), {'a': 2}), ((), {'a': 2}), ((1,2), {}), ((1,), {}), ((1,),{'b':3,'a':4})):
    try:
        b = s.bind(*args, **kw); print(b, b.args, b.kwargs, b.arguments)
    except TypeError as e: print(e)
s = inspect.signature(g)
for args, kw in (((1,), {'a': 2,'d':1}), ((), {'a': 2}), ((1,2,3,4), {}), ((1,), {}), ((1,),{'b':3,'a':4,'d':1}), ((1,),{'c':3,'b':4,'d':1}), ((),{'d':1})):
    try:
        b = s.bind(*args, **kw); print(b, b.args, b.kwargs, b.arguments); b.apply_defaults(); print(b)
    except TypeError as e: print(e)
    try:
        b = s.bind_partial(*args, **kw); print(b)
    except TypeError as e: print(e)
def h(a, b, /): pass
s = inspect.signature(h)
for args, kw in (((), {'a':1,'b':2}), ((1,),{'b':2}), ((),{})):
    try: print(s.bind(*args, **kw))
    except TypeError as e: print(e)
