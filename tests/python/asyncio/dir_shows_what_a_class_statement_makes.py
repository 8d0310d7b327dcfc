"""asyncio's classes are Python's: `dir()` shows what a class statement gives them, and the package's own modules."""
import asyncio
import concurrent.futures


async def main():
    async with asyncio.TaskGroup() as group:
        print(dir(group))
        print([name for name in dir(group) if callable(getattr(group, name))])
    print(group._is_base_error(KeyboardInterrupt()), group._is_base_error(asyncio.CancelledError()))
    for thing in asyncio.Lock(), asyncio.Semaphore(2), asyncio.BoundedSemaphore(2), asyncio.Event(), asyncio.Condition():
        print(dir(thing))
    for kind in asyncio.TaskGroup, asyncio.Lock, asyncio.Runner, asyncio.AbstractEventLoop:
        print(kind.__name__, kind.__firstlineno__, kind.__weakref__)
    print(group.__weakref__)


asyncio.run(main())
print(dir(asyncio))
print(dir(concurrent.futures))
print(asyncio.sys.__name__)
