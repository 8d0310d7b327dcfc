import asyncio
from datetime import UTC, date, datetime, time, timedelta, timezone


async def main():
    start = datetime.now()
    await asyncio.sleep(1.5)
    print(start, datetime.now() - start, datetime.now().strftime('%H:%M:%S.%f %d/%m/%Y'), datetime.now(UTC), date.today())


asyncio.run(main())
d = datetime(2024, 2, 28, 23, 30)
print(repr(d), d + timedelta(hours=1), d + timedelta(days=2), d.isoformat(), d.date(), d.time(), d.weekday(), d.isocalendar()[:], d.timestamp(), f'{d:%Y-%m-%d}')
print(timedelta(days=1, seconds=5, milliseconds=20), repr(timedelta(seconds=-1)), timedelta(minutes=90) / 2, timedelta(hours=1) / timedelta(minutes=7), timedelta(1.5), timedelta(seconds=2.0000005).microseconds, timedelta(seconds=90).total_seconds())
print(datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=5, minutes=30))), datetime.fromisoformat('2024-05-06T07:08:09.123+02:00'), date.fromisoformat('2024-12-31'), repr(time(1, 2, 3)))
print(datetime.strptime('2024-03-04 05:06', '%Y-%m-%d %H:%M'), datetime(2024, 1, 1) < datetime(2024, 1, 2), d == d.replace(), datetime.fromtimestamp(0), d.replace(minute=0, hour=0), max(date(2024, 1, 1), date(2023, 1, 1)))
print(datetime(2024, 1, 1, tzinfo=UTC).astimezone(timezone(timedelta(hours=-3))), repr(timezone.utc), timezone(timedelta(hours=2)), date(2024, 3, 1) - date(2024, 2, 1), d.ctime(), {timedelta(1): 2}[timedelta(hours=24)])
for action in (lambda: datetime.fromisoformat('nope'), lambda: datetime.fromisoformat(3)):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
