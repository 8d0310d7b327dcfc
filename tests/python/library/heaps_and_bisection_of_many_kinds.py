# Heaps and sorted lists of what compares with and without Python code, and named tuples' members.
import heapq,bisect,random,itertools
random.seed(6)
nan=float('nan')
class O:
    def __init__(s,v): s.v=v
    def __lt__(s,o): return s.v<o.v
    def __repr__(s): return f'O{s.v}'
c=itertools.count()
gens=[lambda:random.randint(0,9),lambda:random.random(),lambda:random.choice('abcde'),lambda:(random.randint(0,3),random.choice('ab')),lambda:(random.randint(0,3),next(c),O(1)),lambda:O(random.randint(0,9)),lambda:random.choice([1,2.5,True,nan,10**30]),lambda:(random.randint(0,2),(1,random.randint(0,3)),None),lambda:(random.randint(0,1),)*random.randint(0,3),lambda:random.choice([b'a',b'b']),lambda:frozenset([random.randint(0,3)]),lambda:[random.randint(0,3)]]
for g in gens:
    h=[]
    for k in range(60):
        if random.random()<.65: heapq.heappush(h,g())
        elif h: print(heapq.heappop(h),end=' ')
    print(h)
    while h: print(heapq.heappop(h),end=' ')
    print()
    l=[]
    for k in range(30): bisect.insort(l,g()); bisect.insort_left(l,g())
    x=g(); print(l, bisect.bisect_left(l,x),bisect.bisect(l,x),bisect.bisect_left(l,x,3),bisect.bisect_right(l,x,0,5))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
t(lambda:heapq.heappush([1],'a')); t(lambda:heapq.heappop([])); t(lambda:heapq.heappush((),1)); t(lambda:heapq.heappop([1])); t(lambda:bisect.bisect([1,'a'],2)); t(lambda:bisect.bisect((1,2,3),2)); t(lambda:bisect.bisect([3,2,1],2,key=lambda x:-x)); t(lambda:bisect.bisect([1,2],1,lo=-1)); t(lambda:bisect.bisect('abc','b')); t(lambda:heapq.heappush([(1,[2])],(1,{}))); t(lambda:bisect.bisect([],5)); t(lambda:bisect.bisect(a=[1,2],x=1))
h=[]; heapq.heappush(h,h); print(h)
from collections import namedtuple
P=namedtuple('P','x y'); p=P(1,2); print(p.x,p.y,P.x,P.x.__get__(p),P.x.__get__(None,P)); t(lambda:setattr(p,'x',1)); t(lambda:P.x.__get__(5)); t(lambda:P.x.__get__((7,8))); t(lambda:p.z); t(lambda:delattr(p,'x'))
class Q(P):
    x=property(lambda s:'prop'); y=5
q=Q(3,4); print(q.x,q.y,P.x.__get__(q)); P.x.__doc__='d'; print(P.x.__doc__)
