"""sys.excepthook and sys.unraisablehook of odd arguments; item deletion where there is none; dates that warn anew."""
import contextvars
import enum
import itertools
import sys
import warnings
import weakref
from datetime import datetime

sys.excepthook(1, '1', 1)
sys.excepthook(ValueError, None, None)
for odd in 1, ValueError('x'):
    try:
        sys.__unraisablehook__(odd)
    except TypeError as e:
        print(e)


class Colour(enum.Enum):
    RED = 1


for thing in (itertools.count(), itertools.tee([1])[0], contextvars.ContextVar('v'), weakref.ref(Colour), Colour, Colour.RED,
              ExceptionGroup('m', [ValueError()]), 1, len):
    for key in 0, 'a':
        try:
            del thing[key]
        except TypeError as e:
            print(e)

warnings.simplefilter('always')
for round_ in range(2):
    for format in '%d', '%d %H', '%d %M', '%d %S', '%d %p', '%d %j', '%d %w', '%d %A':
        with warnings.catch_warnings(record=True) as found:
            warnings.simplefilter('always')
            try:
                datetime.strptime('14', format)
            except ValueError:
                pass
        print(format, len(found), end=' ')
    print()
print(enum.EnumDict().member_names)
try:
    enum.EnumDict('name')
except TypeError as e:
    print(e)
