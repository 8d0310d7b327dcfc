# A generator that delegates to an iterator of a built-in: what is sent, thrown and asked of it meanwhile.
import traceback


def all_of(iterable):
    result = yield from iterable
    print('came to', result)


def guarded():
    try:
        yield from [1, 2, 3]
    except KeyError as error:
        print('caught', error)
        yield 'instead'
    finally:
        print('left')

for iterable in ([1, 2], (1,), range(3), 'ab', {1: 2}, {3}, {1: 2}.items(), zip([1], [2]), map(str, [1, 2]),
                 map(lambda x: 1 // x, [1, 0]), enumerate('a'), reversed([1, 2]), b'a', iter([])):
    try:
        print(list(all_of(iterable)))
    except ZeroDivisionError as error:
        print(error)
generator = all_of([1, 2, 3])
print(next(generator), generator.gi_yieldfrom is not None, generator.gi_frame.f_lineno)
try:
    generator.send('text')
except AttributeError as error:
    print(error)
generator = all_of((1, 2))
next(generator)
try:
    generator.throw(KeyError('thrown'))
except KeyError:
    print(traceback.format_exc())
generator = guarded()
print(next(generator), generator.throw(KeyError('thrown')), list(generator))
generator = guarded()
next(generator)
generator.close()

growing = {1: 1}
try:
    for key in all_of(growing):
        growing[key + 1] = 1
except RuntimeError as error:
    print(error)
items = [0]
for item in all_of(items):
    if len(items) < 4:
        items.append(item + 1)
print(items, sum(all_of([1, 2])), [*all_of('xy')], 3 in all_of([1, 3, 5]))
first, *rest = all_of(range(3))
print(first, rest)


class Awaited:
    def __await__(self):
        yield from [None, None]
        return 'awaited'


class Listed:
    def __await__(self):
        return iter([None, None])


async def items():
    yield 1
    await Listed()
    yield await Awaited()


async def main():
    print(await Awaited(), await Listed(), [item async for item in items()])
    task = asyncio.create_task(asyncio.wait_for(forever(), 1))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


async def forever():
    while True:
        await Awaited()

import asyncio
asyncio.run(main())
