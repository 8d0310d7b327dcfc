import itertools


class Empty:
    def __init__(self, name):
        self.name = name

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __del__(self):
        print('gone', self.name)


def items(name):
    try:
        yield name
    finally:
        print('closed', name)


for make in zip, lambda *all: map(print, *all), itertools.zip_longest:
    made = make(Empty(1), Empty(2), Empty(3))
    print('made')
    del made
    made = make(items(1), items(2), items(3))
    next(made)
    del made
