"""A property subclass's docstring is the instance's own; `index` takes bounds that are numbers; a partial within itself."""
import functools


class Documented(property):
    "of the class"


def getter(self):
    "of the getter"


first = Documented(getter, doc="given")
print(first.__doc__, first.getter(getter).__doc__, first.setter(None).__doc__, Documented().__doc__)
second = property(getter, doc="given")
print(second.__doc__, second.getter(getter).__doc__, second.setter(None).__doc__)
for bounds in (("a",), (None,), (0, None), (0, 1.5), (-5, 2**70)):
    for sequence in ([1, 2], (1, 2)):
        try:
            print(bounds, sequence.index(2, *bounds))
        except TypeError as e:
            print(bounds, e)
items = []
made = functools.partial(print, items, end=items)
items.append(made)
print(made)
