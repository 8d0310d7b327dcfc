"""The comparisons that `total_ordering` adds say in their docstrings of what they are computed."""
import functools

for root in ('__lt__', '__le__', '__gt__', '__ge__'):
    cls = functools.total_ordering(type('Version', (), {root: lambda self, other: True}))
    for name in ('__lt__', '__le__', '__gt__', '__ge__'):
        print(root, name, getattr(cls, name).__doc__)
