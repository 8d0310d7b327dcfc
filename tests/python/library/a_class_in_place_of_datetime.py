# Tests put classes of their own in place of datetime's; those that are there go on as before.
import datetime
from unittest import mock

real = datetime.datetime


class Fixed(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2020, 2, 29, 12, 30)

    @classmethod
    def today(cls):
        return cls(2020, 2, 29)


datetime.datetime = Fixed
try:
    now = datetime.datetime.now()
    print(now, now < real(2021, 1, 1), now - real(2020, 1, 1), now == real(2020, 2, 29, 12, 30))
    print(type(now + datetime.timedelta(days=1)), max(now, Fixed.today()), sorted([now, Fixed.today()])[0])
    print(real(2021, 1, 1) > real(2020, 1, 1), real(2021, 1, 1) - datetime.timedelta(1), real.strptime("2021", "%Y"))
    print(type(datetime.date(2020, 1, 1) + datetime.timedelta(1)), real.combine(datetime.date(2020, 1, 1), datetime.time(1)))
finally:
    datetime.datetime = real

with mock.patch("datetime.date") as date, mock.patch("datetime.timedelta"):
    date.today.return_value = "today"
    print(datetime.date.today(), real(2021, 3, 1).date(), real(2021, 3, 1) - real(2021, 2, 1))
print(datetime.datetime.__module__, datetime.timedelta.__module__, sorted(n for n in vars(datetime) if n[0] != "_"))
