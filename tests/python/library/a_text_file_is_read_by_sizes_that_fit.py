"""Sizes beyond a word are refused by what reads texts; libraries tell their entry points."""
import io
from importlib.metadata import entry_points

for method in ('read', 'readline'):
    for size in (10**30, -10**30, 2**62, -5):
        try:
            print(method, repr(getattr(io.TextIOWrapper(io.BytesIO(b'ab\nc')), method)(size)))
        except OverflowError as error:
            print(method, error)
print(entry_points(group='no.such.group'))
