# recorded by hand: datetime is a text in Python under the virtual clock
import datetime


def told(name, function, *values):
    for value in values:
        try:
            print(name, value, function(value))
        except (OverflowError, TypeError, ValueError) as error:
            print(name, value, type(error).__name__, error)


odd = 10**30, -10**30, 2**31, -2**31 - 1, 2**63, 0, -1, 1.5, '1'
told('year', lambda n: datetime.date(n, 1, 1), *odd)
told('month', lambda n: datetime.date(1, n, 1), *odd)
told('day', lambda n: datetime.date(1, 1, n), *odd)
told('hour', lambda n: datetime.datetime(1, 1, 1, n), *odd)
told('microsecond', lambda n: datetime.time(1, 1, 1, n), *odd)
told('fold', lambda n: datetime.time(1, fold=n), *odd)
told('replace', lambda n: datetime.datetime(1, 1, 1).replace(minute=n), *odd)
told('replace day', lambda n: datetime.date(1, 1, 1).replace(day=n), *odd)
told('replace fold', lambda n: datetime.time(1).replace(fold=n), *odd)
told('fromordinal', datetime.date.fromordinal, *odd)
