# Loops and tasks of one's own register themselves with asyncio.tasks.
import asyncio
from asyncio import tasks


class Own:
    def __init__(self, loop):
        self._loop = loop

    def done(self):
        return False

    def get_loop(self):
        return self._loop

    def __repr__(self):
        return 'Own'


async def main():
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    own = Own(loop)
    tasks._register_eager_task(own)
    print(own in tasks._eager_tasks, len(asyncio.all_tasks()))
    tasks._unregister_eager_task(own)
    print(own in tasks._eager_tasks, len(asyncio.all_tasks()))
    before = tasks._swap_current_task(loop, own)
    print(before is task, asyncio.current_task())
    tasks._swap_current_task(loop, before)
    tasks._leave_task(loop, task)
    print(asyncio.current_task())
    tasks._enter_task(loop, own)
    print(asyncio.current_task())
    try:
        tasks._leave_task(loop, task)
    except RuntimeError as error:
        print(str(error)[:12])
    tasks._leave_task(loop, own)
    tasks._enter_task(loop, task)
    print(callable(tasks._py_enter_task), callable(tasks._c_register_task), callable(tasks._py_current_task))


asyncio.run(main())
