# `Task.print_stack` prints its head to what `sys.stdout` is then; the frames go to `sys.stderr`.
import asyncio
import contextlib
import io


async def waits():
    await asyncio.sleep(1)


async def fails():
    1 / 0


async def main():
    for coroutine in waits(), fails():
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(0)
        with contextlib.redirect_stdout(io.StringIO()) as out:
            task.print_stack()
        print([line.split(' at ')[0] for line in out.getvalue().splitlines()])
        with contextlib.redirect_stdout(None):
            task.print_stack()
        task.cancel()


asyncio.run(main())
