import asyncio


async def items():
    yield 1


async def show():
    asyncio.create_task(items().aclose())
    for task in asyncio.all_tasks():
        print(sorted({frame.f_code.co_name for frame in task.get_stack()} & {'show', 'outer', 'inner'}))


def inner():
    asyncio.run(show())


def outer():
    inner()


outer()
