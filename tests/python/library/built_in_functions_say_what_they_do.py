# recorded by hand: the docstrings are Loopscope's own words
"""Docstrings of built-in functions, classes, methods and asyncio's, and help() of them."""
import asyncio

print(len.__doc__)
print(str.upper.__doc__, ''.upper.__doc__ == str.upper.__doc__)
print(dict.__doc__, (5).__doc__ == int.__doc__)
try:
    [][1]
except IndexError as error:
    print(error.__doc__)
print(asyncio.sleep.__doc__, asyncio.Queue.__doc__, asyncio.Queue.get.__doc__)


class Own(list):
    def append(self, item):
        super().append(item)


print(Own.__doc__, Own().__doc__, Own.append.__doc__, Own.pop.__doc__, ''.__eq__.__doc__)
help(len)
help(str.upper)
help([].append)
