# Arithmetic, comparison and text of numbers of many sizes, and the flags that it leaves.
from decimal import *
import random, operator
random.seed(5)
def t(f):
    try: return repr(f())
    except BaseException as e: return f'{type(e).__name__} {e}'
def rd():
    k=random.random()
    if k<.1: return random.choice([0,1,-1,7,10**20,-10**40,True])
    if k<.15: return random.choice(['Infinity','-Infinity','NaN']) and Decimal(random.choice(['Infinity','-Infinity','NaN']))
    n=random.choice([1,2,5,9,15,20,28,29,35,40])
    d=str(random.randint(0,10**n))
    if random.random()<.7 and len(d)>1:
        p=random.randint(0,len(d)-1); d=d[:p]+'.'+d[p:]
    if random.random()<.15: d+=random.choice(['E5','e-10','E+30','E-40','E400'])
    if random.random()<.1: d=random.choice(['0','0.00','0E5','0E-7'])
    return Decimal(random.choice(['','-','+'])+d)
R=[ROUND_DOWN,ROUND_HALF_UP,ROUND_HALF_EVEN,ROUND_CEILING,ROUND_FLOOR,ROUND_UP,ROUND_HALF_DOWN,ROUND_05UP]
ops=[operator.add,operator.sub,operator.mul,operator.truediv,operator.lt,operator.le,operator.gt,operator.ge,operator.eq,operator.ne]
for rnd in range(12):
    c=getcontext(); c.prec=random.choice([28,28,28,5,1,10,38,50]); c.rounding=random.choice(R); c.clear_flags()
    if rnd%7==3: c.traps[Inexact]=True
    else: c.traps[Inexact]=False
    print(c)
    for k in range(8):
        a,b=rd(),rd()
        op=random.choice(ops)
        print(op.__name__,repr(a),repr(b),t(lambda:op(a,b)),t(lambda:op(b,a)))
        if isinstance(a,Decimal):
            print(repr(a),str(a),t(lambda:-a),t(lambda:abs(a)),t(lambda:+a),t(lambda:round(a,2)),t(lambda:round(a)),t(lambda:bool(a)),t(lambda:float(a)),t(lambda:int(a)))
            q=random.choice([Decimal('0.01'),Decimal('1'),Decimal('0.0001'),Decimal('1E2')])
            print(t(lambda:a.quantize(q)),t(lambda:a.quantize(q,ROUND_UP)),t(lambda:a.quantize(q,rounding=ROUND_HALF_UP)),t(lambda:a.quantize(Decimal('.1'),context=ExtendedContext)))
            print(*[t(lambda:format(a,s)) for s in ('.2f',',.2f','.0f',',.3f','.1f','f','>10.2f','.10f',',','')])
            print(t(lambda:hash(a)==hash(Decimal(str(a)))),t(lambda:Decimal(a) is a),t(lambda:a==1.5),t(lambda:a+1.5),t(lambda:a<'x'))
    print([s.__name__ for s,v in c.flags.items() if v and s.__name__ in('Inexact','DivisionByZero','InvalidOperation')])
getcontext().traps[Inexact]=False; getcontext().prec=28; getcontext().rounding=ROUND_HALF_EVEN
for s in ['1','1.','.5','.','-','','+1','--1','1_000','1_000.5',' 1 ','1.2.3','١٢','1e5','1E+5','0x1','00012.50','-0','-0.0','nan','inf','9'*38,'9'*39,'340282366920938463463374607431768211455','340282366920938463463374607431768211456']:
    print(repr(s),t(lambda:Decimal(s)),t(lambda:Decimal(s).as_tuple()))
class D(Decimal): pass
print(t(lambda:D('1.1')),type(D('1.1')+1),type(D(Decimal('2'))),t(lambda:Decimal(D('2'))),type(Decimal(D('2'))))
with localcontext() as c:
    c.prec=3
    print(Decimal(1)/3, sum([Decimal('1.111')]*4))
print(Decimal(1)/3, sum([Decimal('1.1'),2,Decimal('.05')]), max(Decimal(1),Decimal('1.0'),2), sorted([Decimal('3'),Decimal('-1'),2.5,1]))
import threading
def w(): print(getcontext().prec, Decimal(1)/7)
getcontext().prec=5; x=threading.Thread(target=w); x.start(); x.join(); w()
print(Decimal('1.1')**2, Decimal(2).sqrt(), Decimal('10')//3, Decimal('10')%3, divmod(Decimal(7),2), Decimal('1.10')==Decimal('1.1'), {Decimal('1.0'):1}[1])
