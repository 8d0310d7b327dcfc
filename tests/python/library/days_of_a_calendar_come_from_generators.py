import calendar

c = calendar.Calendar(6)
for days in (c.iterweekdays(), c.itermonthdates(2024, 2), c.itermonthdays(2024, 2), c.itermonthdays2(2024, 2)):
    print(type(days).__name__, days.__qualname__, list(days)[:9])
