# recorded by hand: CPython with attrs 26.1.0
"""cmp_using makes its class by `types`, whose name it bears."""
import attr

found = attr.cmp_using(eq=lambda a, b: a == b, lt=lambda a, b: a < b, class_name='ByLength')
print(found, found.__module__, found.__qualname__, found(1) < found(2), found(1) == found(1.0))
