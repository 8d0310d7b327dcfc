# A class that is thrown into a generator and cannot be made an exception of: why is thrown in its place.
import asyncio


class NoException(Exception):
    def __new__(cls, *args):
        return cls


class NeedsTwo(Exception):
    def __init__(self, first, second):
        pass


class Refuses(Exception):
    def __init__(self):
        raise LookupError('no such thing')


def generator():
    while True:
        try:
            yield 'ready'
        except Exception as error:
            yield f'caught {type(error).__name__}: {error}'


def ends():
    yield


for thrown in (NoException, NeedsTwo, Refuses):
    running = generator()
    next(running)
    print(running.throw(thrown))
    ended = ends()
    try:
        ended.throw(thrown)
    except Exception as error:
        print(type(error).__name__, error)
    print(next(ended, 'over'))


async def several():
    while True:
        try:
            yield 'ready'
        except Exception as error:
            yield f'caught {type(error).__name__}: {error}'


async def main():
    running = several()
    await anext(running)
    print(await running.athrow(Refuses))
    await running.aclose()


asyncio.run(main())
try:
    raise NoException
except TypeError as error:
    print(error)
