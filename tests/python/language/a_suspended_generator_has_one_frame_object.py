"""`gi_frame`, `cr_frame` and `ag_frame` are the same object each time, whose line and variables go on with the generator."""
import asyncio


def count(limit):
    for n in range(limit):
        yield n
    print('counted')


async def pause():
    for n in range(2):
        await asyncio.sleep(n)


generator = count(2)
frame = generator.gi_frame
print(frame is generator.gi_frame, frame.f_lineno, frame.f_locals)
next(generator)
print(frame is generator.gi_frame, frame.f_lineno, frame.f_locals)
next(generator)
print(frame.f_lineno, frame.f_locals, list(generator), generator.gi_frame)
print(frame.f_lineno, frame.f_locals)

coroutine = pause()
print(coroutine.cr_frame is coroutine.cr_frame, coroutine.cr_frame.f_locals)
coroutine.close()
print(coroutine.cr_frame)


async def main():
    task = asyncio.create_task(pause(), name='pausing')
    frame = task.get_coro().cr_frame
    await asyncio.sleep(0.5)
    print(frame is task.get_coro().cr_frame, task.get_stack()[0] is frame, frame.f_locals)
    await task
    print(task.get_coro().cr_frame, frame.f_lineno)


asyncio.run(main())
