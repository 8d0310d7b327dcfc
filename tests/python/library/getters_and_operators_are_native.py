import operator, functools, collections, copy, pickle
from operator import *
def t(f):
    try: print(repr(f())[:200])
    except BaseException as e: print(type(e).__name__, e)
class A:
    x=5
    class y: z='deep'
    def m(self,a,b=1): return a,b
    def __getattr__(self,n):
        if n=='dyn': return 'D'
        raise AttributeError(n)
    def __getitem__(self,k): return ('item',k)
    def __bool__(self): return False
a=A()
for f in (lambda: itemgetter(1)([1,2]), lambda: itemgetter(0,'k')(a), lambda: itemgetter(1,2)([1,2,3]), lambda: itemgetter(5)([1]), lambda: itemgetter(), lambda: itemgetter(1)(), lambda: itemgetter(1)(1,2), lambda: itemgetter(1), lambda: itemgetter(1,'a'), lambda: itemgetter(slice(1,2))('abc'), lambda: itemgetter(x=1),
 lambda: attrgetter('x')(a), lambda: attrgetter('x','y.z')(a), lambda: attrgetter('y.z')(a), lambda: attrgetter('q')(a), lambda: attrgetter('dyn','x')(a), lambda: attrgetter(1), lambda: attrgetter(), lambda: attrgetter('x.y'), lambda: attrgetter('y.q')(a), lambda: attrgetter('x')(), 
 lambda: methodcaller('m',1)(a), lambda: methodcaller('m',1,b=2)(a), lambda: methodcaller('m',1,b=2), lambda: methodcaller(), lambda: methodcaller(1), lambda: methodcaller('upper')('abc'), lambda: methodcaller('m')(a), lambda: methodcaller('q')(5),
 lambda: add(1,2), lambda: add(1), lambda: add('a',1), lambda: add, lambda: add.__name__, lambda: add.__module__, lambda: truth(a), lambda: not_(a), lambda: is_(a,a), lambda: is_not(1,a), lambda: contains([1],1), lambda: contains(1,1), lambda: getitem([1],0), lambda: neg(3), lambda: inv(3), lambda: lt(1,'a'), lambda: operator.__add__, lambda: iadd([1],[2]), lambda: pow(2,3), lambda: operator.index(True), lambda: concat([1],[2]), lambda: operator.__lt__ is lt,
 lambda: copy.copy(itemgetter(1,2)), lambda: pickle.loads(pickle.dumps(attrgetter('a.b'))), lambda: pickle.loads(pickle.dumps(methodcaller('m',1,b=2))), lambda: pickle.loads(pickle.dumps(itemgetter(1)))([3,4]),
 lambda: type(itemgetter(1)), lambda: itemgetter.__module__, lambda: methodcaller('m',1).__reduce__(), lambda: functools.reduce(operator.mul,[1,2,3],1),
 lambda: sorted([(1,'b'),(0,'c'),(5,'a')],key=itemgetter(1)), lambda: sorted('bca',key=functools.cmp_to_key(lambda a,b:(a>b)-(a<b))), lambda: max([3,1,2],key=functools.cmp_to_key(lambda a,b:b-a)),
 lambda: functools.cmp_to_key(1)(1)<functools.cmp_to_key(1)(2), lambda: functools.cmp_to_key(), lambda: functools.cmp_to_key(lambda a,b:0)(1)==5, lambda: functools.cmp_to_key(mycmp=lambda a,b:0)(obj=1).obj, lambda: hash(functools.cmp_to_key(lambda a,b:0)(1)),
 lambda: functools.cmp_to_key(lambda a,b:'x')(1)<functools.cmp_to_key(lambda a,b:'x')(1), lambda: functools.cmp_to_key(lambda a,b:0) < functools.cmp_to_key(lambda a,b:0)(1),
 lambda: list(map(itemgetter(0),['ab','cd'])), lambda: list(map(functools.partial(add,1),[1,2])), lambda: list(filter(itemgetter(0),[[0],[1]])),
): t(f)
P=collections.namedtuple('P','x y',defaults=[3])
p=P(1)
for f in (lambda: p.x, lambda: p.y, lambda: P.x.__doc__, lambda: P.x, lambda: P.x.__get__(p), lambda: P.x.__get__(None,P), lambda: P.x.__get__(5), lambda: setattr(p,'x',1), lambda: delattr(p,'x'), lambda: type(P.x), lambda: P.x.__get__((9,8)), lambda: p._asdict(), lambda: pickle.loads(pickle.dumps(P.x))): t(f)
class Q(P):
    @property
    def s(self): return self.x+self.y
print(Q(1,2).s, Q(1,2).x)
P.x.__doc__
