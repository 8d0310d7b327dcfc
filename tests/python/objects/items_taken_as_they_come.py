# taking all: laziness, errors, order
log=[]
class It:
    def __init__(s,n,l=True): s.n=n
    def __iter__(s):
        log.append('iter'); s.i=0; return s
    def __next__(s):
        log.append('next')
        if s.i==s.n: raise StopIteration
        s.i+=1
        if s.i==99: raise ValueError('99')
        return s.i
    def __len__(s):
        log.append('len'); return s.n
class Hint(It):
    def __len__(s):
        log.append('len'); raise TypeError('no')
    def __length_hint__(s):
        log.append('hint'); return 3
class Bad(It):
    def __len__(s): log.append('len'); raise ValueError('len')
def gen(n):
    try:
        for i in range(n):
            log.append(i); yield i
    finally: log.append('fin')
def show(f):
    log.clear()
    try: r=f()
    except BaseException as e: r=(type(e).__name__,str(e))
    print(r, log)
for C in It,Hint,Bad:
    for f in (list,tuple,set,sorted,sum,max,min,any,all,dict.fromkeys,frozenset):
        show(lambda: f(C(3)))
        show(lambda: f(C(0)))
    show(lambda: [*C(2)]); show(lambda: (*C(2),)); show(lambda: {*C(2)})
    def u():
        a,b=C(2); return a,b
    show(u)
    def u():
        a,b=C(3); return a,b
    show(u)
    def u():
        a,*b=C(3); return a,b
    show(u)
    show(lambda: 2 in C(3)); show(lambda: 9 in C(3))
    show(lambda: print(*C(2)))
    l=[]
    show(lambda: l.extend(C(2))); 
    show(lambda: l.__iadd__(C(2)))
    show(lambda: list(C(120)))
for f in (list,tuple,set,sorted,sum,max,min,any,all,dict.fromkeys,frozenset):
    show(lambda: f(gen(4))); show(lambda: f(gen(0)))
show(lambda: any(x>1 for x in gen(5)))
show(lambda: all(x<1 for x in gen(5)))
show(lambda: 2 in gen(5))
def u():
    a,b=gen(4); return a
show(u)
show(lambda: dict(zip(gen(3),gen(3))))
show(lambda: dict((x,x) for x in gen(3)))
show(lambda: dict((x,x,x) for x in gen(3)))
show(lambda: dict([x,x] for x in gen(3)))
show(lambda: dict(x for x in gen(3)))
show(lambda: dict((([],1) for x in gen(3))))
show(lambda: dict(((x,1) for x in gen(3)),a=5))
show(lambda: ','.join(str(x) for x in gen(3)))
show(lambda: ','.join(gen(3)))
class It2:
    def __iter__(s): yield 'a'; yield 'b'
show(lambda: ','.join(It2()))
class N:
    def __iter__(s): return 5
for f in (list,tuple,set,sorted,sum,max,any,','.join,dict): show(lambda: f(N()))
def raising():
    yield 1
    raise StopIteration
for f in (list,tuple,set,sorted,sum,max,any,dict): show(lambda: f(raising()))
show(lambda: list(map(lambda x: next(iter([])), [1,2])))
show(lambda: list(map(str, gen(3))))
show(lambda: list(filter(None, gen(3))))
show(lambda: sum(gen(3), 1.5)); show(lambda: sum((x/2 for x in gen(4)), 1))
show(lambda: sum(([x] for x in gen(3)), []))
show(lambda: max(gen(5), key=lambda x:-x)); show(lambda: max((str(x) for x in gen(11)))); show(lambda: min('ba', default=1))
show(lambda: max((x for x in [1.5,2,True,3.5])))
show(lambda: max((x for x in [1,'a'])))
show(lambda: max((x for x in [float('nan'),1.0])), )
class Q:
    def __init__(s,v): s.v=v
    def __eq__(s,o): log.append('eq'); return o==s.v
    __hash__=None
show(lambda: Q(3) in (x for x in gen(6)))
show(lambda: 3 in (Q(x) for x in gen(6)))
g=gen(10)
show(lambda: 3 in g); show(lambda: list(g))
def rec(n):
    if n: yield from list(rec(n-1))
    yield n
print(len(list(rec(100))))
def inner():
    g=gen2()
    return g
def own():
    yield list(o)
o=own()
try: list(o)
except ValueError as e: print(e)
class M(type):
    def __iter__(c): return iter([1,2])
class X(metaclass=M): pass
print(list(X), [*X], sum(X), 1 in X)
import asyncio
async def am():
    return list(x for x in range(3))
print(asyncio.run(am()))
import traceback
def boom():
    yield 1
    1/0
def w(): return list(boom())
try: w()
except ZeroDivisionError: traceback.print_exc()
def w(): return sum(x for x in boom())
try: w()
except ZeroDivisionError: traceback.print_exc()
