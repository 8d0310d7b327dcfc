# A program makes its loop run within itself: with the current tasks, the running thread and the policy's own loop, which
# are private names of asyncio's.
import asyncio
import threading
from asyncio import events

CURRENT = asyncio.tasks._current_tasks


class Reentrant(asyncio.SelectorEventLoop):
    depth = 0

    def run_until_complete(self, future):
        before, outer = events._get_running_loop(), CURRENT.pop(self, None)
        thread, self._thread_id = self._thread_id, threading.get_ident()
        events._set_running_loop(self)
        self.depth += 1
        print("  " * self.depth + "runs", self.is_running(), dict(CURRENT))
        try:
            task = asyncio.ensure_future(future, loop=self)
            while not task.done():
                self._run_once()
            return task.result()
        finally:
            self.depth -= 1
            self._thread_id = thread
            events._set_running_loop(before)
            if outer is not None:
                CURRENT[self] = outer


async def wait(seconds):
    await asyncio.sleep(seconds)
    return f"{asyncio.current_task().get_name()} after {seconds}"


async def main():
    loop = asyncio.get_running_loop()
    beside = asyncio.create_task(wait(0.5), name="beside")
    print(loop.run_until_complete(asyncio.create_task(wait(1), name="within")))
    print(beside.done(), len(CURRENT), CURRENT[loop].get_name(), loop in CURRENT)
    try:
        loop.run_until_complete(asyncio.wait_for(wait(60), 2))
    except TimeoutError as error:
        print(repr(error))
    return "the end"


policy = asyncio.get_event_loop_policy()
print(policy._local._loop, policy._local._set_called)
loop = Reentrant()
policy.set_event_loop(loop)
print(policy._local._loop is loop, policy._local._set_called)
print(loop.run_until_complete(loop.create_task(main(), name="main")))
print(loop.is_running(), loop._thread_id, CURRENT)
try:
    CURRENT[loop]
except KeyError as error:
    print(error.args == (loop,))
loop.close()


class Entered(asyncio.SelectorEventLoop):
    """Has a `run_forever` of its own within asyncio's `run_until_complete`."""

    def _check_running(self):
        pass

    def run_forever(self):
        before, task = events._get_running_loop(), CURRENT.pop(self, None)
        events._set_running_loop(self)
        self._set_coroutine_origin_tracking(self._debug)
        while not self._stopping:
            self._run_once()
        self._stopping = False
        self._set_coroutine_origin_tracking(False)
        events._set_running_loop(before)
        if task is not None:
            CURRENT[self] = task


async def enter(loop):
    print(loop.run_until_complete(asyncio.create_task(wait(1), name="entered")))
    return asyncio.current_task().get_name()


loop = Entered()
print(loop.run_until_complete(loop.create_task(enter(loop), name="outer")))
loop.close()
