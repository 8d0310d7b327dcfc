"""throw(type, value) makes the exception of its arguments; one of another class becomes an argument once more."""
import asyncio
import warnings

warnings.simplefilter('always')
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


def catching():
    try:
        yield 1
    except OSError as e:
        yield repr(e), e.errno


def thrown(*args):
    generator = catching()
    next(generator)
    try:
        print(generator.throw(*args))
    except Exception as e:
        print(type(e).__name__, e)


thrown(OSError, (2, 'x'))
thrown(OSError, (1000, 'no such number'))
thrown(OSError, 'one')
thrown(OSError, OSError(5, 'made'))
thrown(FileNotFoundError, (2, 'x'))
thrown(OSError, None)


async def values():
    try:
        yield 1
    except OSError as e:
        yield repr(e)


async def main():
    several = values()
    await anext(several)
    print(await several.athrow(OSError, (2, 'y')))
    await several.aclose()


asyncio.run(main())
