"""Errors that pass through filecmp, os.path, weakref, gzip, inspect, contextlib and enum; whatever else these tell."""
import contextlib
import enum
import filecmp
import gzip
import inspect
import io
import locale
import os.path
import re
import traceback
import weakref


def tried(action):
    try:
        print(action())
    except Exception:
        traceback.print_exc()


tried(lambda: os.path.commonprefix({"a": 1}.values()))
tried(lambda: os.path.commonprefix([1, 2]))
tried(lambda: os.path.commonprefix(["/usr/lib", "/usr/local"]))
tried(lambda: filecmp.cmp("no", "such"))
tried(lambda: filecmp.dircmp("no", "such").common)
tried(lambda: filecmp.dircmp("no", "such").diff_files)
tried(lambda: filecmp.dircmp("no", "such").subdirs)
tried(lambda: filecmp.dircmp("no", "such").report())
tried(lambda: weakref.WeakMethod(len))
tried(lambda: gzip.GzipFile(fileobj=io.StringIO(), mode="rb"))


def called(a, b=1, *rest, key):
    pass


class Owner:
    def method(self, a, b=2):
        pass


tried(lambda: inspect.getcallargs(called))
tried(lambda: inspect.getcallargs(called, 1))
tried(lambda: inspect.getcallargs(called, 1, key=2, other=3))
tried(lambda: inspect.getcallargs(Owner().method, 1, 2, 3))
tried(lambda: inspect.getcallargs(Owner().method, 1, a=3))
tried(lambda: inspect.getcallargs(called, 1, key=2))


@contextlib.contextmanager
def once():
    yield "in"


manager = once()
with manager as value:
    print(value)
tried(lambda: manager.__enter__())


def twice():
    @enum.verify(enum.UNIQUE)
    class Shape(enum.Enum):
        ROUND = 1
        CIRCLE = 1


tried(twice)


def framed():
    return inspect.getframeinfo(inspect.currentframe())


print(framed())
try:
    print([1, 2][5] + 3)
except IndexError as error:
    for found in inspect.getinnerframes(error.__traceback__):
        print(found[1:], found.positions, len(found))
print(type(re.finditer("a", "banana")).__name__, [m.start() for m in re.finditer("a", "banana")])
print(locale.setlocale(locale.LC_ALL, ""), locale.getlocale())
print(locale.setlocale(locale.LC_ALL, "POSIX"), locale.getlocale(), locale.setlocale(locale.LC_ALL, ("C", "UTF-8")))
print(locale.setlocale(locale.LC_NUMERIC, "C"), locale.setlocale(locale.LC_ALL), locale.localeconv()["frac_digits"])
tried(lambda: locale.setlocale(locale.LC_ALL, "de_DE"))
