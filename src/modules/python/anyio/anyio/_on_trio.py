"""Scopes and groups over trio's."""
import math
import trio
from trio import Cancelled, Event as NativeEvent, current_effective_deadline as effective_deadline, current_time, sleep
from trio.lowlevel import cancel_shielded_checkpoint, checkpoint, checkpoint_if_cancelled
from trio.testing import wait_all_tasks_blocked
from anyio import _seam, _tasks
from anyio._tasks import TaskHandle

name = 'trio'


class CancelScope(_tasks.CancelScope):
    _backend = 'trio'

    def __init__(self, *, deadline=math.inf, shield=False):
        self._scope = trio.CancelScope(deadline=deadline, shield=shield)

    def __enter__(self):
        self._scope.__enter__()
        return self

    def __exit__(self, *error):
        return self._scope.__exit__(*error)

    def cancel(self, reason=None):
        self._scope.cancel(reason)

    cancel_called = property(lambda self: self._scope.cancel_called)
    cancelled_caught = property(lambda self: self._scope.cancelled_caught)
    deadline = property(lambda self: self._scope.deadline, lambda self, value: setattr(self._scope, 'deadline', value))
    shield = property(lambda self: self._scope.shield, lambda self, value: setattr(self._scope, 'shield', value))


class TaskGroup(_tasks.TaskGroup):
    _backend = 'trio'

    def __init__(self):
        self._active, self._manager, self.cancel_scope = False, trio.open_nursery(strict_exception_groups=True), None

    async def __aenter__(self):
        self._active = True
        self._nursery = await self._manager.__aenter__()
        self.cancel_scope = CancelScope()
        self.cancel_scope._scope = self._nursery.cancel_scope
        return self

    async def __aexit__(self, *error):
        try:
            return await self._manager.__aexit__(*error)
        finally:
            self._active = False

    def _check(self):
        if not self._active:
            raise RuntimeError('This task group is not active; no new tasks can be started.')

    def start_soon(self, func, *args, name=None):
        self._check()
        return self.create_task(_seam.coroutine_of(func, args), name=_seam.callable_name(func, name))

    def create_task(self, coro, *, name=None, context=None):
        self._check()
        handle = TaskHandle(coro, _seam.coroutine_name(coro) if name is None else name, CancelScope())
        start = self._nursery.start_soon
        if context is not None:
            context.run(start, handle._run, name=handle.name)
        else:
            start(handle._run, name=handle.name)
        return handle

    async def start(self, func, *args, name=None, return_handle=False):
        self._check()
        handle = None

        async def task(*, task_status):
            nonlocal handle
            handle = TaskHandle(_seam.coroutine_of(func, args, {'task_status': task_status}), _seam.callable_name(func, name), CancelScope())
            await handle._run()

        value = await self._nursery.start(task, name=_seam.callable_name(func, name))
        handle._start_value = value
        return handle if return_handle else value


def run(func, args, options):
    return trio.run(func, *args, **options)


current_task_key = trio.lowlevel.current_task


def task_info(task):
    nursery = task.parent_nursery
    return _seam.TaskInfo(task, 'Trio', task.name, id(nursery.parent_task) if nursery else None)


def current_task():
    return task_info(trio.lowlevel.current_task())


def running_tasks():
    from trio._run import state
    return [task_info(task) for task in state.runner.tasks]


def token():
    return trio.lowlevel.current_trio_token()


def call_soon(token, func, *args):
    token.run_sync_soon(func, *args)


def is_over(token):
    return token._runner.loop.is_closed()


def from_thread(token, job, func, args):
    import concurrent.futures
    future = concurrent.futures.Future()

    async def task():
        try:
            future.set_result(await func(*args))
        except BaseException as error:
            future.set_exception(concurrent.futures.CancelledError() if isinstance(error, Cancelled) else error)

    token.run_sync_soon(trio.lowlevel.spawn_system_task, task)
    return future


async def wait_for_fd(sock, readable):
    await (trio.lowlevel.wait_readable if readable else trio.lowlevel.wait_writable)(sock)
