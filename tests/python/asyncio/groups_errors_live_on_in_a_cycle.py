"""The frame of `TaskGroup.__aexit__` knows the group of errors that it raises: a cycle with all frames on the way."""
import asyncio

tasks = []


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


async def fails(name):
    thing = Thing(name)
    raise ValueError(name)


async def one():
    thing = Thing('local of one')
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails('child'))
    except* ValueError as e:
        print(repr(e))


async def other():
    thing = Thing('local of other')
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(1))
            raise KeyError('body')
    except* KeyError as e:
        print(repr(e))


async def waits():
    done, pending = await asyncio.wait(tasks)
    raise RuntimeError


async def last():
    tasks.append(asyncio.create_task(fails('never retrieved')))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits())
    except* RuntimeError as e:
        print(repr(e))
    missing


async def main():
    await one()
    print('after one')
    await other()
    print('after other')
    await last()

try:
    asyncio.run(main())
finally:
    tasks.clear()
    print('over')
