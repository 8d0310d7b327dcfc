from zlib import crc32 as crc
from decimal import *
import itertools
c=getcontext()
vals=[Decimal(x) for x in ('1','-1','2','-3','0.1','10','1.1','-1.1','123456789012345678901234567890','1e-10','9.99999999999999999999999999','3.3e5','1e30','-7.25','0','1.0','2e400','5e-300')]
for p in (3,9,28,60):
    for r in (ROUND_HALF_EVEN,ROUND_DOWN,ROUND_05UP,ROUND_CEILING,ROUND_FLOOR,ROUND_UP,ROUND_HALF_DOWN):
        with localcontext(Context(prec=p,rounding=r)) as c:
            h=0
            for a in vals:
                for n in (1,2,3,5,-1,-2,7,10,100,-13,63,64,1000,-1000):
                    c.clear_flags()
                    try: x=a**n
                    except Exception as e: x=type(e).__name__
                    h=crc(repr((h,str(x),tuple(sorted(k.__name__ for k,v in c.flags.items() if v))).encode())
                for b in vals:
                    for op in (Decimal.__add__,Decimal.__sub__,Decimal.__mul__,Decimal.__truediv__):
                        c.clear_flags()
                        try: x=op(a,b)
                        except Exception as e: x=type(e).__name__
                        h=crc(repr((h,str(x),tuple(sorted(k.__name__ for k,v in c.flags.items() if v))).encode())
            print(p,r,h)
for n in range(0,300,7):
    for d in (-1,0,1):
        x=Decimal(10**n+d) if n else Decimal(1); print(len(str(+x)),x.adjusted(),end=' ')
print()
import random
random.seed(3)
getcontext().prec=200
h=0
for i in range(2000):
    a=Decimal(random.randrange(10**random.randrange(1,210))).scaleb(random.randrange(-300,50))
    b=Decimal(random.randrange(10**random.randrange(1,210))).scaleb(random.randrange(-300,50))
    getcontext().rounding=random.choice([ROUND_HALF_EVEN,ROUND_05UP,ROUND_UP,ROUND_DOWN,ROUND_HALF_UP,ROUND_HALF_DOWN])
    for x in (a+b,a-b,b-a,-a-b): h=crc(repr((h,str(x))).encode())
print(h)
