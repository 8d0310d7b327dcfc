"""_enter_task, _leave_task, _register_task and _unregister_task make a program's own tasks known."""
import asyncio
from asyncio import tasks


class Loop:
    def __repr__(self):
        return "<Loop>"


class Job:
    def __init__(self, loop, name):
        self._loop, self.name = loop, name

    def done(self):
        return self.name == "done"

    def __repr__(self):
        return f"<Job {self.name}>"


def attempt(function, *args):
    try:
        print(function.__name__, function(*args))
    except RuntimeError as e:
        print(function.__name__, "failed:", e)


loop = Loop()
one, two = Job(loop, "one"), Job(loop, "two")
print(asyncio._enter_task is tasks._enter_task, asyncio._register_task)
attempt(asyncio.current_task, loop)
attempt(asyncio._enter_task, loop, one)
attempt(asyncio.current_task, loop)
attempt(asyncio._enter_task, loop, two)
attempt(asyncio._leave_task, loop, two)
attempt(asyncio._leave_task, loop, one)
attempt(asyncio._leave_task, loop, one)
attempt(tasks._swap_current_task, loop, two)
attempt(tasks._swap_current_task, loop, None)
attempt(asyncio.current_task, loop)

asyncio._register_task(one)
asyncio._register_task(one)
attempt(asyncio.all_tasks, loop)
asyncio._register_task(Job(loop, "lost"))
over = Job(loop, "done")
asyncio._register_task(over)
attempt(asyncio.all_tasks, loop)
asyncio._unregister_task(one)
asyncio._unregister_task(one)
attempt(asyncio.all_tasks, loop)


async def main():
    loop, me = asyncio.get_running_loop(), asyncio.current_task()
    job = Job(loop, "mine")
    attempt(asyncio._enter_task, loop, job)
    asyncio._leave_task(loop, me)
    attempt(asyncio.current_task)
    asyncio._enter_task(loop, job)
    attempt(asyncio.current_task)
    asyncio._leave_task(loop, job)
    asyncio._enter_task(loop, me)
    print(asyncio.current_task() is me)
    asyncio._unregister_task(me)
    attempt(asyncio.all_tasks)
    asyncio._register_task(me)
    print(asyncio.all_tasks() == {me})


asyncio.run(main())
