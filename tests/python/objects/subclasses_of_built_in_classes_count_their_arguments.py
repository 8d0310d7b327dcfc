# What classes that have int, str and sets for bases say of too many arguments; a wrapped function's module is its own.
import contextlib
import functools


def bases():
    for base in int, str, set, frozenset, list, float:
        kind = type('Own', (base,), {})
        for made in base, kind:
            try:
                made(1, 2, 3, 4)
            except TypeError as error:
                print(error)


def wrapped(function):
    @functools.wraps(function)
    def inner(*args, **named):
        return function(*args, **named)
    return inner


@contextlib.contextmanager
def managed():
    yield


@wrapped
def plain():
    pass


bases()
for call in lambda: managed(*None), lambda: managed(**5), lambda: plain(*5), lambda: contextlib.contextmanager(*5):
    try:
        call()
    except TypeError as error:
        print(error)
