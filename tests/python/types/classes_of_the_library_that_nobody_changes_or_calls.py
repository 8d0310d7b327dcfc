# Classes that are C in CPython: attributes cannot be set, and what only functions make cannot be called.
import csv
import re
import select
import sys
import types


def told(what, *args):
    try:
        return what(*args)
    except TypeError as error:
        return str(error)


def change(kind):
    kind.added = 1
    return "changed"


scanner = re.compile("a").scanner("banana")
long = iter(range(2**70))
for made in scanner, select.poll(), csv.reader([]), csv.writer(sys.stdout), long, sys.flags, sys.version_info, sys.hash_info:
    kind = type(made)
    print(kind, told(change, kind), "|", told(kind))
print(scanner.search().span(), scanner.match(), next(long), type(select.poll), select.poll.__name__)
reader = csv.reader(["a,b", "c"], delimiter=",")
print(list(reader), reader.line_num, list(range(2**70, 2**70 + 3)), next(reversed(range(2**70))) == 2**70 - 1)
print(csv.writer(types.SimpleNamespace(write=str.strip)).writerow(["x", "y"]))
