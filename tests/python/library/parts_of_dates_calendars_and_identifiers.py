import datetime as dt, calendar, uuid, collections, logging, io
D = dt.datetime
print(D.strptime('2024-01-02 03:04:05.678', '%Y-%m-%d %H:%M:%S.%f'), D.strptime('2024-01-02T03:04:05+0130', '%Y-%m-%dT%H:%M:%S%z'), repr(D.strptime('2024-01-02T03:04:05Z', '%Y-%m-%dT%H:%M:%S%z')), D.strptime('Tue Jan  2 11:05:06.5 PM 2024 UTC', '%a %b %d %I:%M:%S.%f %p %Y %Z'))
for a in (('x', '%f'), ('2024 1', '%Y.%f'), ('1.5x', '%S.%f'), ('1', '%f%Q'), ('1', '%f%')):
    try: print(D.strptime(*a))
    except ValueError as e: print(e)
print(D.fromisocalendar(2024, 1, 1), dt.date.fromisocalendar(2020, 53, 7), D(2024, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=2))).utctimetuple(), dt.timezone.min, dt.time(1).dst())
try: dt.date.fromisocalendar(2021, 53, 1)
except ValueError as e: print(e)
c = calendar.Calendar(6); print(c.monthdays2calendar(2024, 2)[0], c.monthdatescalendar(2024, 2)[0][:2], list(c.itermonthdays4(2024, 2))[:2], c.getfirstweekday(), len(c.yeardayscalendar(2024)))
print(calendar.MONDAY, repr(calendar.JANUARY), calendar.Month.MAY, calendar.weekheader(3), calendar.weekday(2024, 1, 1), calendar.monthrange(2024, 2)); calendar.TextCalendar().prmonth(2024, 2)
try: calendar.setfirstweekday(9)
except ValueError as e: print(e)
u = uuid.UUID('12345678-1234-5678-1234-567812345678'); print(u.bytes_le, u.clock_seq, u.time_mid, u.is_safe, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u)
s = collections.UserString('Hello'); print(s.upper(), type(s.lower()), s.split('l'), s.find('l'), s % () if 0 else s.center(9, '*'), s.startswith('He'), s + 'x')
b = io.BytesIO(b'abcdef'); buf = bytearray(4); print(b.readinto(buf), buf)
ad = logging.LoggerAdapter(logging.getLogger('q'), {}); print(ad, ad.hasHandlers(), ad.getEffectiveLevel())

