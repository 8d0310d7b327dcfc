# What is thrown into a coroutine that has not begun keeps its frame, and so its arguments, as long as its traceback.
import asyncio


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'goes')


def numbers(held):
    yield 1


async def work(held):
    await asyncio.sleep(1)


for make in numbers, work:
    made = make(Held(make.__name__))
    try:
        made.throw(ValueError('thrown'))
    except ValueError as exc:
        kept = exc
        print(sorted(exc.__traceback__.tb_next.tb_frame.f_locals))
    del made
    print('only the exception is left')
    del kept
    print('nothing is left')


async def cancelled_early():
    task = asyncio.create_task(work(Held('the argument')))
    task.cancel()
    await asyncio.sleep(0)
    print('cancelled', task.cancelled())
    del task
    print('the task has gone')


async def inner():
    pass


async def never_awaited():
    task = asyncio.create_task(work(inner()))
    task.cancel()
    await asyncio.sleep(0)
    print('cancelled', task.cancelled())


asyncio.run(cancelled_early())
asyncio.run(never_awaited())
