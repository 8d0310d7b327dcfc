"""A coroutine function that an asynchronous context manager decorates is called by a frame of contextlib's."""
import asyncio
import enum
import traceback
from contextlib import asynccontextmanager


@asynccontextmanager
async def around():
    print("before")
    yield
    print("after")


@around()
async def works(x):
    return x / 1


@around()
async def fails(x):
    return x / 0


async def main():
    print(await works(1))
    try:
        class Mixed(enum.Enum):
            A = enum.auto()
            B = "text"
            C = enum.auto()
    except TypeError as e:
        print(repr(e), repr(e.__cause__ or e.__context__))
    try:
        await fails(1)
    except ZeroDivisionError as e:
        print([(frame.name, frame.lineno) for frame in traceback.extract_tb(e.__traceback__)])


asyncio.run(main())
