from datetime import *
import copy,pickle
def t(f):
    try: print(repr(f())[:200])
    except BaseException as e: print(type(e).__name__,e)
a=datetime(2024,5,17,13,45,6,123456); z=datetime(2024,1,1,tzinfo=timezone.utc); d=date(2024,2,29)
e=timezone(timedelta(hours=5,minutes=30),'IST')
class D(datetime): pass
class TD(timedelta): pass
for f in (
 lambda: a+timedelta(days=365,hours=12), lambda: a-timedelta(weeks=1), lambda: timedelta(1)+a, lambda: a==z, lambda: a!=z, lambda: z<datetime(2024,1,1,5,30,tzinfo=e), lambda: z==datetime(2024,1,1,5,30,tzinfo=e), lambda: z-datetime(2024,1,1,tzinfo=e), lambda: a==5, lambda: a==d, lambda: a>=a, lambda: a<=a, lambda: a>a, lambda: max(a,a+timedelta(1)),
 lambda: type(D(2024,1,1)+timedelta(1)), lambda: D.now().__class__, lambda: D(2024,1,1)-D(2023,1,1), lambda: D(2024,1,1)<a, lambda: type(TD(1)+TD(2)), 
 lambda: timedelta(days=1.5), lambda: timedelta(days=999999999), lambda: timedelta(hours=True), lambda: timedelta(weeks=1,hours=-5,microseconds=3), lambda: timedelta(0), lambda: timedelta(milliseconds=1500), lambda: timedelta(seconds=-1).days, lambda: timedelta(seconds=-1).seconds,
 lambda: a.isoformat(), lambda: a.isoformat(' ','minutes'), lambda: a.isoformat(timespec='hours'), lambda: a.isoformat(timespec='milliseconds'), lambda: a.isoformat(timespec='seconds'), lambda: a.isoformat(timespec='x'), lambda: z.isoformat(), lambda: str(z), lambda: a.strftime('%Y %f %% %%f'), lambda: a.strftime('%%z %j'), lambda: z.strftime('%z %Z %:z'), lambda: a.strftime('%d.%m.%y'), lambda: f'{a:%H:%M}', lambda: a.date(), lambda: a.time(), lambda: a.weekday(), lambda: a.toordinal(), lambda: date.fromordinal(738000), lambda: date.fromordinal(1), lambda: date.fromordinal(3652059), lambda: a.timetuple()[:9], lambda: a.timestamp(), lambda: datetime.fromtimestamp(0), lambda: datetime.fromtimestamp(-1.5), lambda: datetime.fromtimestamp(1e9,timezone.utc), lambda: datetime.fromtimestamp(1e20), lambda: datetime.fromisoformat('2024-02-29T01:02:03.5+05:30'), lambda: datetime.strptime('2024-02-29 01','%Y-%m-%d %H'), lambda: hash(a)==hash(copy.copy(a)), lambda: pickle.loads(pickle.dumps(a))==a, lambda: copy.deepcopy(z), lambda: {a:1}[datetime(2024,5,17,13,45,6,123456)], lambda: a.replace(hour=1), lambda: a.replace(tzinfo=e).astimezone(timezone.utc), lambda: datetime.combine(d,time(1,2)), lambda: datetime.now(e).tzinfo, lambda: vars(a), lambda: a._year):
    t(f)
for y in (1,4,100,400,1900,2000,2023,2024,9999):
    for m in range(1,13):
        n=date(y,m,1).toordinal(); x=date.fromordinal(n); assert (x.year,x.month,x.day)==(y,m,1)
        for day in (28,29,30,31,32):
            try: date(y,m,day)
            except ValueError: print(y,m,day)
