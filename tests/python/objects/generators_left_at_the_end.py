# Generators that stand suspended as the program ends are closed while its names still are there, and what only they held goes with them.
# recorded by hand: what is printed as the interpreter goes has no time in the oracle.
import contextlib

NAME = 'still here'


def helper():
    return 'helping'


def steps(of):
    try:
        yield 1
    finally:
        print('closed', of, NAME, helper())


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('deleted', self.name, NAME)


def holding():
    thing = Thing('in a frame')
    try:
        yield thing
    except GeneratorExit:
        print('exit', NAME)
        raise


@contextlib.contextmanager
def block():
    try:
        yield
    finally:
        print('left', NAME)


class Reader:
    name = 'reader'

    def lines(self):
        try:
            yield self
        finally:
            print('lines of', self.name, NAME)


one = steps('a name')
next(one)
thing = Thing('a name')
in_list = [steps('a list')]
next(in_list[0])
held = holding()
next(held)
other = Thing('later')
manager = block()
manager.__enter__()
reader = Reader()
lines = reader.lines()
next(lines)
LAST = 'last'
print('end')
