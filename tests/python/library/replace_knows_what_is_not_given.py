# recorded by hand: under a virtual clock datetime is CPython's of Python, which words its errors otherwise
"""Ellipsis is a wrong argument, not one that is left out."""
import datetime


def told(call):
    try:
        print(repr(call()))
    except Exception as e:
        print(type(e).__name__, e)


day, moment, clock = datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4), datetime.time(5, 6)
told(lambda: day.replace(year=...))
told(lambda: moment.replace(hour=...))
told(lambda: clock.replace(minute=...))
told(lambda: moment.replace(tzinfo=...))
told(lambda: moment.replace(day=None))
told(lambda: datetime.timezone(datetime.timedelta(hours=1), ...))
told(lambda: datetime.datetime.combine(day, clock, ...))
told(lambda: (day.replace(month=5), moment.replace(second=9), clock.replace(hour=1, fold=1)))
