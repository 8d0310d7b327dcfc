"""Exceptions out of very many frames, and very many exceptions in a row, come and go."""
import sys

sys.setrecursionlimit(100_000)


class Error(Exception):
    pass


class Said:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        print('gone', self.number)


def down(number):
    held = Said(number) if number < 2 or number == 60_000 else None
    if number:
        down(number - 1)
    raise Error


try:
    down(60_000)
except Error as e:
    print('caught')
print('after')
last = None
for number in range(60_000):
    error = ValueError(number)
    error.__context__, last = last, error
del error, last
print('end')
