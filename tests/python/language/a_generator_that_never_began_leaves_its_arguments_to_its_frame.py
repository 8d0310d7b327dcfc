"""The frame object of a generator that is gone before it began has its arguments; of one that has begun nothing is left."""


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def numbers(given):
    own = Held('own')
    yield given


fresh = numbers(Held('argument'))
frame = fresh.gi_frame
del fresh
print('deleted', list(frame.f_locals))
del frame
begun = numbers(Held('second'))
next(begun)
frame = begun.gi_frame
print(sorted(frame.f_locals))
del begun
print('deleted', list(frame.f_locals))
