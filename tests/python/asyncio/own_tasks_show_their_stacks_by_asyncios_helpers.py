"""A class of tasks written anew over futures uses asyncio's helpers: names by its counter, its look, its stacks."""
import asyncio
import contextvars
import io
import os
from asyncio import base_tasks, futures, tasks


class Task(futures._PyFuture):
    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(loop=loop)
        self._name = name or f"Own-{tasks._task_name_counter()}"
        self._coro, self._fut_waiter, self._context = coro, None, context or contextvars.copy_context()
        self._loop.call_soon(self._step, context=self._context)
        tasks._register_task(self)

    __repr__ = base_tasks._task_repr

    def get_name(self):
        return self._name

    def cancelling(self):
        return 0

    def get_stack(self, *, limit=None):
        return base_tasks._task_get_stack(self, limit)

    def print_stack(self, *, limit=None, file=None):
        return base_tasks._task_print_stack(self, limit, file)

    def _step(self, ended=None):
        self._fut_waiter = None
        tasks._enter_task(self._loop, self)
        try:
            waiter = self._coro.send(None)
        except StopIteration as stop:
            super().set_result(stop.value)
        except Exception as error:
            super().set_exception(error)
        else:
            waiter._asyncio_future_blocking = False
            waiter.add_done_callback(self._step, context=self._context)
            self._fut_waiter = waiter
        finally:
            tasks._leave_task(self._loop, self)


async def inner(fails):
    await asyncio.sleep(0.1)
    if fails:
        raise ValueError("no")
    return 5


async def outer(fails=False):
    return await inner(fails)


def shown(task):
    print(len(task.get_stack(limit=0)), len(task.get_stack(limit=1)), [frame.f_code.co_name for frame in task.get_stack()])
    text = io.StringIO()
    task.print_stack(file=text)
    print(text.getvalue().replace(os.path.basename(__file__), "here.py"), end="")


async def main():
    good, bad = Task(outer()), Task(outer(True), name="bad")
    shown(good)
    await asyncio.sleep(0)
    shown(good)
    print(good in asyncio.all_tasks(), await good)
    shown(good)
    await asyncio.wait([bad])
    shown(bad)
    print(type(bad.exception()).__name__)


asyncio.run(main())
