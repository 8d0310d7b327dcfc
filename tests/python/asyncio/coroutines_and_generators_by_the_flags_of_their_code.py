import asyncio
import inspect
import types

GENERATOR, COROUTINE, ITERABLE = inspect.CO_GENERATOR, inspect.CO_COROUTINE, inspect.CO_ITERABLE_COROUTINE


def with_flags(function, flags):
    return types.FunctionType(function.__code__.replace(co_flags=flags), function.__globals__, function.__name__)


async def waits(seconds):
    await asyncio.sleep(seconds)
    return seconds


@types.coroutine
def steps(count):
    for number in range(count):
        got = yield
        print('step', number, got)
    return count


flags = waits.__code__.co_flags
generated = with_flags(waits, flags & ~COROUTINE | GENERATOR)
print(inspect.isgeneratorfunction(generated), inspect.iscoroutinefunction(generated), type(generated(0)).__name__)


async def main():
    print(await types.coroutine(generated)(1), asyncio.get_running_loop().time() > 0)
    awaited = with_flags(steps, steps.__code__.co_flags & ~(GENERATOR | ITERABLE) | COROUTINE)
    print(inspect.iscoroutinefunction(awaited))
    print(await awaited(2))
    try:
        await generated(1)
    except TypeError as error:
        print(error)

    def around():
        return (yield from generated(0.5))

    print(await types.coroutine(around)())

asyncio.run(main())
print(list(with_flags(waits, flags & ~COROUTINE | GENERATOR)(0)))
