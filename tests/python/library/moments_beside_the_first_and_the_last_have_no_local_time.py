# recorded by hand: the oracle's datetime is Python's own text
from datetime import datetime, timedelta, timezone


def show(work):
    try:
        print(work())
    except ValueError as exc:
        print(exc)


for moment in (datetime.min, datetime(1, 1, 1, 23), datetime(1, 1, 2), datetime(9999, 12, 30, 23, 59, 59),
               datetime(9999, 12, 31), datetime.max):
    print(moment)
    show(moment.astimezone)
    show(moment.timestamp)
    show(moment.replace(fold=1).timestamp)
    show(lambda: moment.astimezone(timezone.utc))
    show(lambda: moment.replace(tzinfo=timezone(timedelta(hours=0))).astimezone())
