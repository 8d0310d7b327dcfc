# The exit that is thrown in is not the one that what is delegated to gets: it passes through one frame alone.
import traceback


def inner():
    try:
        yield 1
    except GeneratorExit as exit:
        print('inner', repr(exit), exit is thrown)
        raise


def outer():
    yield from inner()


thrown = GeneratorExit('thrown')
generator = outer()
next(generator)
try:
    generator.throw(thrown)
except GeneratorExit as exit:
    print(exit is thrown, [frame.name for frame in traceback.extract_tb(exit.__traceback__)])
