# A context manager's generator that ends by the block's exception is let go where contextlib resets the traceback.
import asyncio
import contextlib


async def work():
    pass


@contextlib.asynccontextmanager
async def manager():
    unused = work()
    try:
        yield
    except KeyError:
        raise


@contextlib.contextmanager
def plain():
    unused = work()
    yield


@contextlib.asynccontextmanager
async def closing():
    unused = work()
    async with manager():
        yield


async def main():
    for one in manager, closing:
        try:
            async with one():
                raise KeyError("block")
        except KeyError as error:
            print("caught", one.__name__, error)
        print("after", one.__name__)
    try:
        with plain():
            raise KeyError("block")
    except KeyError as error:
        print("caught", error)
    try:
        async with manager():
            raise RuntimeError("block")
    except RuntimeError as error:
        print("caught", error)
    print("after all")


asyncio.run(main())
