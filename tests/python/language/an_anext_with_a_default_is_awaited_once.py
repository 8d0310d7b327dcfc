"""What `anext` gives with a default says of a second `await` what that for which it waits says."""
import asyncio


async def empty():
    return
    yield


class Coroutines:
    async def __anext__(self):
        return 'item'


async def main():
    for iterator in empty(), Coroutines():
        given = anext(iterator, 'default')
        print(await given)
        for _ in range(2):
            try:
                print(await given)
            except RuntimeError as e:
                print(e)


asyncio.run(main())
