# What is left of an iterator, who is asked for a length, and what no iterator is.
from collections import deque
from operator import length_hint
class M:
    def __init__(s,d): s.d=d
    def __eq__(s,o): s.d.clear(); return True
class B:
    def __eq__(s,o): raise RuntimeError('bad')
for f in ('remove','index','count','__contains__'):
    for mk in (lambda: [M(d),'c'], lambda:[B()]):
        d=deque(); d.extend(mk())
        try: print(getattr(d,f)('c'))
        except Exception as e: print(f,type(e).__name__,e)
d=deque([1])
for f in (lambda: d.remove(5), lambda: d.index(5)):
    try: f()
    except Exception as e: print(type(e).__name__,e)
for mk,mut in ((lambda: deque(range(5)), lambda d: d.append(1)),(lambda: dict.fromkeys(range(5)), lambda d: d.update({9:1})),(lambda: set(range(5)), lambda d: d.add(9))):
    d=mk(); it=iter(d); next(it); print(length_hint(it)); mut(d); print(length_hint(it))
    try: next(it)
    except Exception as e: print(type(e).__name__,e)
    print(length_hint(it))
    if isinstance(d,(deque,dict)):
        d=mk(); it=reversed(d); next(it); mut(d); print(length_hint(it))
        try: next(it)
        except Exception as e: print(type(e).__name__,e)
        print(length_hint(it))
d=list(range(5)); it=reversed(d); next(it); d[1:]=[]; print(length_hint(it), list(it)); d.extend(range(9)); print(length_hint(it),list(it))
class L:
    def __len__(s): raise RuntimeError('len')
    def __iter__(s): return iter([1])
class H(L):
    __len__=None
    def __length_hint__(s): raise RuntimeError('hint')
class H2:
    def __length_hint__(s): raise RuntimeError('hint')
    def __iter__(s): return iter([1])
for C in L,H2:
    for f in (list,[].extend,tuple,deque,set,[].__iadd__):
        try: print(f(C()))
        except Exception as e: print(type(e).__name__,e)
for a,k in ((('a','b','c','d'),{}),(('a','b','c'),{'errors':'x'}),(('a','b'),{'encoding':'x'}),((),{'x':1}),(('a',),{'x':1}),((1,2),{}),((b'a',),{'encoding':1})):
    try: print(str(*a,**k))
    except Exception as e: print(type(e).__name__,e)
async def co(): pass
c=co()
for f in (list,set,tuple,dict,sum,','.join,sorted,[].extend,{}.update,any,max):
    try: f(c)
    except TypeError as e: print(e)
try: a,b=c
except TypeError as e: print(e)
try: a,*b=c
except TypeError as e: print(e)
try: [*c]
except TypeError as e: print(e)
try: {*c}
except TypeError as e: print(e)
try: 1 in c
except TypeError as e: print(e)
try: {**c}
except TypeError as e: print(e)
async def ag(): yield
c.close()
c=ag()
for f in (list,set,dict,sum,','.join,[].extend):
    try: f(c)
    except TypeError as e: print(e)
