import asyncio


class Strict(asyncio.TaskGroup):
    def _is_base_error(self, exc):
        return isinstance(exc, KeyError)


async def fail():
    raise KeyError(1)


async def leave():
    raise SystemExit(3)


async def sleep():
    await asyncio.sleep(1)


async def refuse():
    try:
        await asyncio.sleep(1)
    finally:
        raise ValueError('no')


async def group(of, work, body):
    try:
        async with of() as group:
            if work is not None:
                group.create_task(work())
            await body()
    except BaseException as exc:
        print(repr(exc), repr(exc.__context__), exc.__context__ is exc)


async def main():
    await group(Strict, fail, sleep)
    await group(Strict, fail, refuse)
    await group(Strict, None, fail)


asyncio.run(main())
try:
    asyncio.run(group(asyncio.TaskGroup, leave, sleep))
except SystemExit as exc:
    print(repr(exc), repr(exc.__context__))
