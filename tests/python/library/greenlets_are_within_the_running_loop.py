# recorded by hand: greenlet is none of CPython's libraries
"""What runs in a greenlet that a coroutine switches to knows the running loop and the current task, as asyncio bridges do."""
import asyncio
import greenlet


def await_(awaitable):
    """From a plain function: has the coroutine that began the greenlet await it."""
    return greenlet.getcurrent().parent.switch(awaitable)


async def spawn(function, *args):
    """Calls a plain function that may wait."""
    inner = greenlet.greenlet(function)
    wanted = inner.switch(*args)
    while not inner.dead:
        try:
            value = await wanted
        except Exception as problem:
            wanted = inner.throw(problem)
        else:
            wanted = inner.switch(value)
    return wanted


async def double(n):
    await asyncio.sleep(0.1)
    if n < 0:
        raise ValueError(n)
    return n * 2


def plain(n):
    name = asyncio.current_task().get_name()
    loop = asyncio.get_running_loop()
    found = await_(double(n))
    print(name, found, asyncio.current_task().get_name(), asyncio.get_running_loop() is loop)
    other = await_(asyncio.create_task(double(found), name='inner'))
    try:
        await_(double(-1))
    except ValueError as problem:
        print(name, 'failed with', problem)
    return other


async def main():
    print(await asyncio.gather(*[asyncio.create_task(spawn(plain, n), name=f'task {n}') for n in (1, 2)]))
    print(asyncio.current_task().get_name() != '', asyncio.get_running_loop().is_running())


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as problem:
    print(problem)
