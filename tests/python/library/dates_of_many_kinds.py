# Comparison, arithmetic and text of dates and times with and without zones.
from datetime import *
import random, itertools
random.seed(3)
utc=timezone.utc; ist=timezone(timedelta(hours=5,minutes=30)); ny=timezone(-timedelta(hours=5),'NY')
class Z(tzinfo):
    def __repr__(s): return 'Z()'
    def utcoffset(self,dt): return timedelta(hours=1 if dt is None or dt.month<6 else 2)
    def dst(self,dt): return timedelta(0)
    def tzname(self,dt): return 'Z'
z=Z()
class D(datetime): pass
zs=[None,utc,ist,ny,z]
def rd():
    k=random.random()
    y=random.choice([1,1970,2000,2023,2024,9999])
    return datetime(y,random.randint(1,12),random.randint(1,28),random.randint(0,23),random.randint(0,59),random.randint(0,59),random.choice([0,0,5,123456,999999]),tzinfo=random.choice(zs),fold=0)
def dd(): return date(random.choice([1,1970,2024,9999]),random.randint(1,12),random.randint(1,28))
def tt(): return time(random.randint(0,23),random.randint(0,59),random.choice([0,30]),random.choice([0,77]),random.choice(zs))
def td(): return timedelta(days=random.choice([0,1,-1,400,-3000000]),seconds=random.randint(-90000,90000),microseconds=random.choice([0,1,-1,500]))
def any_(): return random.choice([rd,rd,dd,tt,td,lambda:5,lambda:None,lambda:7])()
def t(f):
    try: return repr(f())
    except BaseException as e: return type(e).__name__
import operator
n=0
for k in range(150):
    a,b=any_(),any_()
    op=random.choice([operator.lt,operator.le,operator.gt,operator.ge,operator.eq,operator.ne,operator.add,operator.sub,operator.sub,operator.add])
    if {type(a),type(b)}=={date,datetime}: continue
    print(k,op.__name__,repr(a),repr(b),t(lambda:op(a,b)))
for k in range(8):
    a=any_()
    for f in ['isoformat','__str__','date','time','timetz','weekday','utcoffset','timestamp','timetuple','toordinal','total_seconds','ctime','tzname','dst']:
        if hasattr(a,f): print(k,repr(a),f,t(lambda:getattr(a,f)()))
    if hasattr(a,'astimezone'): print(t(lambda:a.astimezone(random.choice(zs))))
    if hasattr(a,'isoformat'):
        s=t(a.isoformat).strip("'"); print(t(lambda:type(a).fromisoformat(s)))
        for sp in ['hours','minutes','seconds','milliseconds','microseconds','auto','x']:
            print(t(lambda:a.isoformat(timespec=sp)),t(lambda:a.isoformat('|',sp)),t(lambda:a.isoformat(sp)))
    if hasattr(a,'replace'):
        for kw in [dict(year=2000),dict(month=2),dict(day=31),dict(hour=5,minute=1),dict(tzinfo=None),dict(tzinfo=ist),dict(microsecond=9),dict(hour=25),dict(tzinfo=3),dict(day='a'),{},dict(fold=2)]:
            print(kw,t(lambda:a.replace(**kw)))
        print(t(lambda:a.replace(2001,2)),t(lambda:a.replace(3,4,5,6,7,8,9)),t(lambda:a.replace(1)))
    print(t(lambda:hash(a)==hash(a)), t(lambda: a in {a:1}))
T=['2024-01-02','2024-01-02T03','2024-01-02T03:04','2024-01-02 03:04:05','2024-01-02T03:04:05.1','2024-01-02T03:04:05,123456789','2024-01-02T03:04:05Z','2024-01-02T03:04:05+00:00','2024-01-02T03:04:05-05:30','2024-01-02T03:04:05+05:30:15.000001','20240102','20240102T030405','2024-W01-1','2024-13-02','2024-02-30','2024-01-02T24:00','2024-01-02T03:60','2024-01-02T03:04:05.','2024-01-02T03:04:05+24:00','2024-01-02x03:04','2024-01-02é03:04','','abc','2024-01-02T03:04:05+0530','03:04','03:04:05','T03:04:05','03','3','03:04:05.123456+01:00','03:04Z','03:04:05-00:00','2024-01-02T03:04+01','24:00','2024-01-02T03:04:05.1234567']
for s in T:
    for c in (datetime,date,time): print(repr(s),c.__name__,t(lambda:c.fromisoformat(s)))
for ts in [0,1,-1,1e9,1700000000,1700000000.5,1700000000.123456,-5.25,True,'a']:
    for zz in zs: print(t(lambda:datetime.fromtimestamp(ts,zz)),t(lambda:date.fromtimestamp(ts)))
for a in [(2024,),(2024,1),(2024,1,1,1,1,1,1,None),(2024,1,1,1,1,1,1,utc,0),(2024,1,1,True),(True,1,1),(2024,1,1,0,0,0,0,None,1)]:
    for c in (datetime,date,time): print(a,t(lambda:c(*a)))
for a in [(1,),(0,),(1,2,3,4,5,6,7),(1,2,3,4,5,6,7,8),(10**8,),(-10**8,),(999999999,),(1.5,),('a',),(True,)]: print(a,t(lambda:timedelta(*a)),t(lambda:str(timedelta(*a))))
