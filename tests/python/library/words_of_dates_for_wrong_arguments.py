"""The makers and methods of dates and times are C: their words for wrong arguments."""
from datetime import date, datetime, time, timedelta, timezone

day, moment = date(2024, 2, 29), datetime(2024, 2, 29)
for call in ["date(2024, 1, 1, 1)", "date(2024)", "date()", "datetime(1, 1, 1, 1, 1, 1, 1, 1, 1)", 
             "time(1, 1, 1, 1, 1, 1, 1)", "time(zzz=1)", "timezone()", "timezone(1, 2, 3)", "day.ctime(1)", "day.weekday(1)",
             "date.fromisoformat()", "date.fromisoformat(1, 2)", "day.replace(zzz=1)", "day.isoformat(sep=1)", "date.today(1)",
             "moment.date(1)", "timedelta(1).total_seconds(1)", "moment.isoformat(1, 2, 3)", "date.fromtimestamp()"]:
    try:
        print(call, eval(call))
    except TypeError as e:
        print(f"{call:36}{e}")
