# What tells a generator's state gives the module's own constants: programs compare them by identity.
import asyncio
import inspect


def numbers():
    yield


async def work():
    await asyncio.sleep(0)


async def items():
    yield


made = numbers()
print(inspect.getgeneratorstate(made) is inspect.GEN_CREATED)
next(made)
print(inspect.getgeneratorstate(made) is inspect.GEN_SUSPENDED)
made.close()
print(inspect.getgeneratorstate(made) is inspect.GEN_CLOSED)
made = work()
print(inspect.getcoroutinestate(made) is inspect.CORO_CREATED)
made.close()
print(inspect.getcoroutinestate(made) is inspect.CORO_CLOSED)
print(inspect.getasyncgenstate(items()) is inspect.AGEN_CREATED)
