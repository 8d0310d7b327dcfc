# What __aexit__ of a group, a timeout and a barrier says of other arguments.
import asyncio


async def main():
    for make in asyncio.TaskGroup, lambda: asyncio.timeout(1), lambda: asyncio.Barrier(1), asyncio.Lock:
        for args, named in ((), {}), ((1,), {}), ((1, 2, 3, 4), {}), ((None, None, None), {'x': 1}):
            try:
                left = make().__aexit__(*args, **named)
                left.close()
                print('taken')
            except TypeError as error:
                print(error)


asyncio.run(main())
