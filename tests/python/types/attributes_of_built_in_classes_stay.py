# Nothing of a built-in class can be set or deleted, whatever the attribute is.
import collections
import re


class Own:
    pass


for cls in int, TypeError, collections.deque, re.Pattern:
    for name in '__name__', '__module__', '__doc__', '__dict__', '__mro__', '__class__', '__bases__', 'anything':
        for change in lambda: setattr(cls, name, 5), lambda: delattr(cls, name):
            try:
                change()
            except (AttributeError, TypeError) as e:
                print(type(e).__name__, e)
for name in '__name__', '__module__', '__dict__', '__mro__':
    try:
        delattr(Own, name)
        print('deleted', name)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
