# Which of two equal local times is meant; datetimes of one zone are compared and subtracted as they stand.
from datetime import datetime, timedelta, timezone, time, tzinfo
d = datetime(2026, 1, 1, fold=1); print(repr(d), d.fold, d.replace(hour=2).fold, d.replace(fold=0).fold, datetime(2026,1,1).replace(fold=1).fold, (d + timedelta(1)).fold)
class Z(tzinfo):
    def utcoffset(self, d): return timedelta(hours=1)
    def dst(self, d): return timedelta(0)
    def tzname(self, d): return "Z"
    def fromutc(self, d): return (d + timedelta(hours=1)).replace(fold=1)
l = datetime(2026, 1, 1, tzinfo=timezone.utc).astimezone(Z()); print(l, l.fold, l.replace(tzinfo=None).fold)
print(time(12, tzinfo=Z()).utcoffset(), time(1, fold=1), repr(time(1, fold=1)), datetime.combine(d.date(), time(1, fold=1)).fold, d.time().fold, d.timetz().fold)

for f in (lambda: datetime(2026, 1, 1).replace(month=0), lambda: datetime(2026, 1, 31).date().replace(month=2), lambda: datetime(2026, 1, 1) < datetime(2026, 1, 1, tzinfo=timezone.utc), lambda: datetime(2026, 1, 1, fold=2)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class V(tzinfo):
    def utcoffset(self, d): return timedelta(hours=d.month)
    def dst(self, d): return timedelta(hours=d.month == 7)
    def tzname(self, d): return "V"
v = V(); a, b = datetime(2026, 1, 1, tzinfo=v), datetime(2026, 7, 1, tzinfo=v)
print(b - a, a < b, a == b, b - a.astimezone(timezone.utc), a.timetuple().tm_isdst, b.timetuple().tm_isdst, datetime(2026, 1, 1).timetuple().tm_isdst, a.astimezone(v) is a, hash(a) == hash(a.replace(fold=1)), {a: 1}[a.astimezone(timezone.utc)])
