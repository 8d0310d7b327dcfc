"""Attempts that begin one after the other; the first that succeeds ends the others."""
__all__ = ('staggered_race',)
import asyncio
import contextlib as _contextlib


async def staggered_race(coro_fns, delay, *, loop=None):
    """The winner's result and number, and each attempt's exception."""
    loop = loop or asyncio.events.get_running_loop()
    attempts, exceptions, tasks = iter(coro_fns), [], []
    winner = number = None

    async def run_one_coro(previous_failed):
        nonlocal winner, number
        if previous_failed is not None:
            with _contextlib.suppress(TimeoutError):
                await asyncio.tasks.wait_for(previous_failed.wait(), delay)  #: 80 await tasks.wait_for(previous_failed.wait(), delay)
        try:
            coro_fn = next(attempts)  #: 83 this_index, coro_fn = «next(enum_coro_fns)»
        except StopIteration:
            return
        failed = asyncio.locks.Event()
        own = len(exceptions)
        exceptions.append(None)
        tasks.append(loop.create_task(run_one_coro(failed)))
        try:
            result = await coro_fn()  #: 96
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            exceptions[own] = exc
            failed.set()
        else:
            if number is None:
                number, winner = own, result
                for at, task in enumerate(tasks):
                    if at != own:
                        task.cancel()

    tasks.append(loop.create_task(run_one_coro(None)))
    try:
        done = 0
        while done != len(tasks):
            finished, _ = await asyncio.tasks.wait(tasks)  #: 126 done, _ = «await tasks.wait(running_tasks)»
            done = len(finished)
            for task in finished:
                if not task.cancelled() and task.exception():
                    raise task.exception()  #: 133 raise d.exception()
        return winner, number, exceptions
    finally:
        for task in tasks:
            task.cancel()
