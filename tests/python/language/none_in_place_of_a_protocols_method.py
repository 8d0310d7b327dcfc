"""A method that is None in a class says that the class has not got it; arguments that nothing takes are refused."""
import contextlib
import contextvars


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return None


class NoExit(Manager):
    __exit__ = None


class AsyncManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        return None


class NoEnter(AsyncManager):
    __aenter__ = None


for kind in Manager, NoExit:
    print(kind.__name__, issubclass(kind, contextlib.AbstractContextManager))
for kind in AsyncManager, NoEnter:
    print(kind.__name__, issubclass(kind, contextlib.AbstractAsyncContextManager))
for args, keywords in ((1,), {}), ((), {"a": 1}):
    try:
        contextvars.Context(*args, **keywords)
    except TypeError as e:
        print(e)


async def numbers():
    yield 1


class Bad:
    def __anext__(self):
        return (x for x in [1])


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as e:
        print("gave", e.value)
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)


async def main():
    try:
        await anext(Bad(), "default")
    except TypeError as e:
        print(e)
    try:
        await numbers().athrow(5)
    except TypeError as e:
        print(e)
    return await anext(numbers(), "default")


run(main())
