"""The third argument of throw() is the traceback on which the exception goes on."""
import traceback
import warnings

warnings.simplefilter("ignore")


def names(exc):
    return [frame.name for frame in traceback.extract_tb(exc.__traceback__)]


def source():
    raise LookupError("first")


try:
    source()
except LookupError as e:
    entries = e.__traceback__


def generator():
    try:
        yield 1
    except Exception as e:
        print(names(e))
        raise


def delegating():
    yield from generator()


class Awaited:
    def __await__(self):
        return generator()


async def coroutine():
    await Awaited()


for make in generator, delegating, coroutine:
    thrower = make()
    thrower.send(None)
    try:
        thrower.throw(ValueError, ValueError("second"), entries)
    except ValueError as e:
        print(make.__name__, names(e))
