import asyncio


class Strict(asyncio.TaskGroup):
    def _is_base_error(self, exc):
        print('asked', repr(exc))
        return isinstance(exc, ZeroDivisionError) or super()._is_base_error(exc)


async def divide():
    1 / 0


async def refuse():
    raise ValueError('no')


async def main():
    for work in divide, refuse:
        try:
            async with Strict() as group:
                group.create_task(work())
        except* ValueError as several:
            print(repr(several))
        except* ZeroDivisionError as exc:
            print(repr(exc))
    try:
        async with Strict():
            raise KeyError(1)
    except* KeyError as exc:
        print(repr(exc))
    try:
        async with Strict():
            1 / 0
    except ZeroDivisionError as exc:
        print(repr(exc))


asyncio.run(main())
