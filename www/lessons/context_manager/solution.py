import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def door():
    print("door opens")
    try:
        yield
    finally:
        await asyncio.sleep(0.5)
        print("door closes")


async def main():
    try:
        async with door():
            raise ValueError("a vase fell")
    except ValueError as error:
        print("inside:", error)


asyncio.run(main())
