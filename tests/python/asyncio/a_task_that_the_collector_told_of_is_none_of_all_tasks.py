import asyncio
import gc

told = []


async def forgotten():
    await asyncio.get_running_loop().create_future()


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: told.append(context['task']))
    asyncio.ensure_future(forgotten())
    await asyncio.sleep(0.1)
    print(len(asyncio.all_tasks()))
    gc.collect()
    print(len(told), told[0].done(), told[0] in asyncio.all_tasks(), len(asyncio.all_tasks()))


asyncio.run(main())


# What the first send of an item's awaitable is given goes in place of the item's own value.
async def echo():
    got = yield 1
    while True:
        got = yield got


def step(awaitable, value):
    try:
        awaitable.send(value)
    except StopIteration as done:
        return done.value
    except (TypeError, RuntimeError) as error:
        return repr(error)


items = echo()
print(step(items.__anext__(), 7))
print(step(items.asend(None), None))
print(step(items.__anext__(), 7), step(items.asend(8), None), step(items.asend(8), 9))
