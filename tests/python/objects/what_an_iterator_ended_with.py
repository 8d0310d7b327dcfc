# map, zip and filter end with the StopIteration of what they go over, and its value; iter(f, sentinel) with one of its own.
class Ended:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration('over')


def generator():
    yield 1
    return 'returned'


def refuse(*args):
    raise StopIteration('refused')


def endings(make):
    iterator = make()
    shown = []
    for _ in range(3):
        try:
            shown.append(next(iterator))
        except StopIteration as e:
            shown.append(repr(e))
    print(*shown)


for source in (Ended, generator):
    endings(lambda: map(str, source()))
    endings(lambda: map(max, [5, 6, 7], source()))
    endings(lambda: zip(source()))
    endings(lambda: zip([5, 6], source()))
    endings(lambda: zip(source(), strict=True))
    endings(lambda: filter(None, source()))
    endings(lambda: filter(bool, source()))
    endings(lambda: enumerate(source()))
endings(lambda: map(refuse, [1, 2, 3]))
endings(lambda: filter(refuse, [1, 2, 3]))
endings(lambda: iter(refuse, 1))


def delegating():
    print('map:', (yield from map(str, generator())))
    print('zip:', (yield from zip(generator())))
    print('filter:', (yield from filter(None, generator())))


print(list(delegating()), list(map(refuse, [1])), next(map(refuse, [1]), 'nothing'))
