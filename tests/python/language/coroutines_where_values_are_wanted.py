"""An await that was forgotten: what each place says of the coroutine."""
import asyncio
import warnings

warnings.simplefilter('ignore')


async def pair():
    return 1, 2


async def items():
    yield 1


def unpacked():
    a, b = pair()


def unpacked_star():
    a, *b = items()


def of_the_library():
    done, pending = asyncio.wait([])


def passed():
    print(*pair())


def listed():
    return [*pair()]


def gathered():
    return asyncio.gather(*pair())


def function():
    a, b = items


for place in (unpacked, unpacked_star, of_the_library, passed, listed, gathered, function):
    try:
        place()
    except TypeError as e:
        print(place.__name__, e)
for wrong in ('%5%', '%-%', '%.2%', '%l%'):
    for value in ((), 3):
        try:
            print(wrong % value)
        except (TypeError, ValueError) as e:
            print(wrong, value, type(e).__name__, e)
unpacked()
