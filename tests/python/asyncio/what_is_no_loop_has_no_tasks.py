# current_task and all_tasks take anything; an async generator that has not begun takes None only.
import asyncio


async def items():
    yield 1


async def main():
    print(asyncio.current_task(5), asyncio.all_tasks('x'), asyncio.current_task(None).get_name())
    try:
        await items().asend(5)
    except TypeError as e:
        print(e)
    try:
        items().asend(5).send(None)
    except TypeError as e:
        print(e)


asyncio.run(main())
