# Generators have __del__, exceptions a __dict__; what a coroutine's __await__() gives is a class of its own.
import collections.abc
import inspect
import types


def numbers():
    try:
        yield 1
    finally:
        print('closed')


async def work():
    return 5


async def items():
    yield 1


coroutine, stream = work(), items()
for value in numbers(), coroutine, stream, 1.5, ValueError('v'):
    print(type(value).__name__, dir(value))

wrapper = coroutine.__await__()
print(type(wrapper), repr(wrapper).startswith('<coroutine_wrapper object at 0x'), dir(wrapper))
print(inspect.isgenerator(wrapper), isinstance(wrapper, types.GeneratorType), hasattr(wrapper, 'gi_frame'))
print(isinstance(wrapper, collections.abc.Generator), iter(wrapper) is wrapper)
try:
    next(wrapper)
except StopIteration as e:
    print(e.value)

generator = numbers()
next(generator)
generator.__del__()
print(list(generator), float.__getformat__('double'))
error = KeyError('k')
error.place = 3
print(error.__dict__, vars(error), sorted(vars(KeyError)) == sorted(vars(IndexError)))
