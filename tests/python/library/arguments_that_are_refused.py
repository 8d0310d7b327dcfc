"""What the library says of arguments that it refuses, and what it makes of unusual ones."""
import calendar
import functools
import hashlib
import locale
import multiprocessing
import traceback
import typing


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: functools.cache())
show(lambda: functools.cache(x=1))
show(lambda: hashlib.file_digest(1))
show(lambda: typing.runtime_checkable(1))
show(lambda: traceback.clear_frames(1))
show(lambda: multiprocessing.Event().wait('x'))
show(lambda: multiprocessing.Pipe(1, 2))
show(lambda: multiprocessing.Barrier())
show(lambda: locale.atof('1.5', func=str))
show(lambda: locale.atoi.__name__)
print(type(calendar.day_name).__name__, type(calendar.month_abbr).__name__, calendar.day_name[-1], calendar.month_name[1:3], list(calendar.day_abbr), len(calendar.month_name))
show(lambda: calendar.month_name.index('May'))
print(calendar.month(2026, 2))
