# recorded by hand: the oracle's datetime is Python's own text
import datetime


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as e:
        print(e)


for cls in datetime.date, datetime.datetime:
    attempt(cls, nonsense=1)
    attempt(cls, 1, nonsense=1)
    attempt(cls, 1, 2, 3, nonsense=1)
    attempt(cls, 1, 2, year=3)
attempt(datetime.timedelta, *range(9))
attempt(datetime.timedelta, 1, days=1)
attempt(datetime.timedelta, nonsense=1)
