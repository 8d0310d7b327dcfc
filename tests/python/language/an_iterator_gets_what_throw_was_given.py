# An iterator that is no generator gets what `throw` was given: a class as such.
import warnings
warnings.simplefilter('ignore')


def attempt(call):
    try:
        print('->', call())
    except BaseException as exc:
        print(type(exc).__name__, exc)


class Iterator:
    def __iter__(self):
        return self

    __await__ = __iter__

    def __next__(self):
        return 1

    def throw(self, *given):
        print(given)
        if given[0] is KeyError:
            raise given[0]
        return 5


def outer():
    try:
        yield from Iterator()
    except KeyError:
        print('caught')
        yield from inner()


def inner():
    yield from Iterator()


async def waiting():
    await Iterator()


for make in outer, inner, waiting:
    made = make()
    attempt(lambda: made.send(None))
    attempt(lambda: made.throw(ValueError))
    attempt(lambda: made.throw(ValueError('x')))
    attempt(lambda: made.throw(ValueError, 'y'))
    attempt(lambda: made.throw(ValueError, None, None))
    attempt(lambda: made.throw(ValueError, ValueError(5)))
    attempt(lambda: made.throw(KeyError))
    attempt(lambda: made.throw(ValueError))
    made.close()


def through():
    try:
        yield 1
    except ValueError as exc:
        again = inner()
        next(again)
        print(again.throw(exc))
        yield 2


made = through()
next(made)
attempt(lambda: made.throw(ValueError))
