# recorded by hand: needs trio
# A trio task whose context is replaced has the new one from its next step on.
import contextvars

import trio

name = contextvars.ContextVar('name', default='none')
shared = contextvars.copy_context()
shared.run(name.set, 'shared')


async def moves(words):
    task = trio.lowlevel.current_task()
    print(words, 'begins', name.get(), task.context.get(name))
    task.context = shared
    await trio.sleep(0)
    print(words, 'goes on', name.get(), task.context is shared)
    name.set(words)
    await trio.sleep(0.1)
    print(words, 'ends', name.get())


async def other(task_of):
    await trio.sleep(0.05)
    task_of[0].context = shared
    await trio.sleep(0)


async def moved(task_of):
    task_of.append(trio.lowlevel.current_task())
    name.set('own')
    print('moved begins', name.get())
    await trio.sleep(0.2)
    print('moved ends', name.get())


async def main():
    name.set('main')
    async with trio.open_nursery() as nursery:
        nursery.start_soon(moves, 'first')
    async with trio.open_nursery() as nursery:
        nursery.start_soon(moves, 'second')
    task_of = []
    async with trio.open_nursery() as nursery:
        nursery.start_soon(moved, task_of)
        nursery.start_soon(other, task_of)
    print('main', name.get(), shared[name])


trio.run(main)
