"""Scopes and groups over asyncio's tasks: cancelling is done again in each turn of the loop until all have left the scope."""
import asyncio
import functools
import math
from asyncio import CancelledError as Cancelled, Event as NativeEvent
from anyio import _seam, _tasks
from anyio._tasks import TaskHandle

name = 'asyncio'
_PREFIX = 'Cancelled via cancel scope '


class _State:
    """What is known of a task."""

    def __init__(self, parent_id, scope, started=True):
        self.parent_id, self.scope, self.started = parent_id, scope, started


def _state(task):
    state = getattr(task, '_anyio', None)
    if state is None:
        state = task._anyio = _State(None, None)
    return state


def _ours(error):
    while isinstance(error, Cancelled):
        if error.args and isinstance(error.args[0], str) and error.args[0].startswith(_PREFIX):
            return True
        error = error.__context__
    return False


class CancelScope(_tasks.CancelScope):
    _backend = 'asyncio'

    def __init__(self, deadline=math.inf, shield=False):
        if math.isnan(deadline):
            raise ValueError('deadline must not be NaN')
        self._deadline, self._shield = deadline, shield
        self.parent, self.inner, self.tasks = None, {}, {}
        self.cancel_called = self.cancelled_caught = self._active = False
        self._timer = self._again = self._host = self._reason = None
        self._cancelling, self._given = 0, 0

    def __enter__(self):
        if self._active:
            raise RuntimeError("Each CancelScope may only be used for a single 'with' block")
        self._host = task = asyncio.current_task()
        state = _state(task)
        if self.parent is None:
            self.parent = state.scope
        if self.parent is not None:
            self.parent.inner[self] = None
            self.parent.tasks.pop(task, None)
        state.scope = self
        self.tasks[task] = None
        self._active, self._cancelling = True, task.cancelling()
        self._arm()
        if self.cancel_called:
            self._deliver()
        return self

    def __exit__(self, kind, error, tb):
        if not self._active:
            raise RuntimeError('This cancel scope is not active')
        host = self._host
        if asyncio.current_task() is not host:
            raise RuntimeError('Attempted to exit cancel scope in a different task than it was entered in')
        state = _state(host)
        if state.scope is not self:
            raise RuntimeError("Attempted to exit a cancel scope that isn't the current tasks's current cancel scope")
        self._active, self._host = False, None
        if self._timer is not None:
            self._timer.cancel()
        self.tasks.pop(host, None)
        parent = state.scope = self.parent
        if parent is not None:
            parent.inner.pop(self, None)
            parent.tasks[host] = None
            parent._resume()
        if not self.cancel_called or self._outer_cancelled():
            if parent is not None:
                parent._given += self._given
            return False
        while self._given:
            self._given -= 1
            host.uncancel()
        if host.cancelling() > self._cancelling:
            return False
        if isinstance(error, BaseExceptionGroup):
            caught, rest = error.split(_ours)
            if caught is None:
                return False
            self.cancelled_caught = True
            if rest is None:
                return True
            context = rest.__context__
            try:
                raise rest
            finally:
                rest.__context__ = context
        if _ours(error):
            self.cancelled_caught = True
            return True
        return False

    def effective(self):
        scope = self
        while scope is not None:
            if scope.cancel_called:
                return True
            if scope._shield:
                return False
            scope = scope.parent
        return False

    def _outer_cancelled(self):
        return self.parent is not None and not self._shield and self.parent.effective()

    def _arm(self):
        if self._deadline != math.inf:
            loop = asyncio.get_running_loop()
            if loop.time() >= self._deadline:
                self.cancel('deadline exceeded')
            else:
                self._timer = loop.call_at(self._deadline, self._arm)

    def _reach(self, origin):
        """Cancels the tasks that wait within; returns whether there are any left to be cancelled again."""
        left, current = False, asyncio.current_task()
        for task in list(self.tasks):
            if task.done():
                continue
            left = True
            if task._must_cancel or task is current or not (task is self._host or _state(task).started):
                continue
            waiter = task._fut_waiter
            if waiter is None or not waiter.done():
                task.cancel(origin._reason)
                if task is origin._host:
                    origin._given += 1
        for scope in list(self.inner):
            if not scope._shield and not scope.cancel_called:
                left = scope._reach(origin) or left
        return left

    def _deliver(self):
        self._again = asyncio.get_running_loop().call_soon(self._deliver) if self._reach(self) else None

    def _resume(self):
        scope = self
        while scope is not None and not scope.cancel_called:
            scope = None if scope._shield else scope.parent
        if scope is not None and scope._again is None:
            scope._deliver()

    def _reparent(self, parent):
        if self.parent is not parent:
            if self.parent is not None:
                self.parent.inner.pop(self, None)
            self.parent = parent
            parent.inner[self] = None
            parent._resume()

    def cancel(self, reason=None):
        if self.cancel_called:
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self.cancel_called = True
        task = asyncio.current_task()
        self._reason = f'{_PREFIX}{id(self):x}' + (f' by {task}' if task else '') + (f'; reason: {reason}' if reason else '')
        if self._host is not None:
            self._deliver()

    @property
    def deadline(self):
        return self._deadline

    @deadline.setter
    def deadline(self, deadline):
        self._deadline = float(deadline)
        if math.isnan(self._deadline):
            raise ValueError('deadline must not be NaN')
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._active and not self.cancel_called:
            self._arm()

    @property
    def shield(self):
        return self._shield

    @shield.setter
    def shield(self, shield):
        if self._shield != shield:
            self._shield = shield
            if not shield and self.parent is not None:
                self.parent._resume()


class _Status:
    """What a task tells of its start to."""

    def __init__(self, group, scope):
        self._group, self._scope, self.future = group, scope, asyncio.get_running_loop().create_future()

    def started(self, value=None):
        if self.future.done():
            if self.future.cancelled():
                return
            raise RuntimeError("called 'started' twice on the same task status")
        _state(asyncio.current_task()).parent_id = id(self._group.cancel_scope._host)
        self.future.set_result(value)
        self._scope._reparent(self._group.cancel_scope)


class TaskGroup(_tasks.TaskGroup):
    _backend = 'asyncio'

    def __init__(self):
        self.cancel_scope = CancelScope()
        self._entered, self._errors, self._tasks, self._over = False, [], {}, None

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError('TaskGroup cannot be entered more than once')
        self._entered = True
        self.cancel_scope.__enter__()
        return self

    async def __aexit__(self, kind, error, tb):
        scope = self.cancel_scope
        if error is not None:
            scope.cancel()
            if not isinstance(error, Cancelled):
                self._errors.append(error)
        try:
            if self._tasks:
                with CancelScope() as waiting:
                    while self._tasks:
                        self._over = asyncio.get_running_loop().create_future()
                        try:
                            await self._over
                        except Cancelled as cancelled:
                            waiting.shield = True
                            scope.cancel()
                            if error is None or isinstance(error, Cancelled) and not _ours(cancelled):
                                error = cancelled
                        self._over = None
            else:
                await cancel_shielded_checkpoint()
            if self._errors:
                raise BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors) from None
            if error:
                raise error
        except BaseException as raised:
            if scope.__exit__(type(raised), raised, raised.__traceback__):
                return True
            raise
        finally:
            self._errors = []
        return scope.__exit__(kind, error, tb)

    def _check(self):
        if not self._entered or not self.cancel_scope._active:
            raise RuntimeError('This task group is not active; no new tasks can be started.')

    def _spawn(self, coro, name, status=None, scope=None):
        caller = _state(asyncio.current_task()) if asyncio.current_task() else None
        outer = self.cancel_scope
        parent_id = id(outer._host)
        if status is not None:
            parent_id, outer = id(asyncio.current_task()), caller.scope or outer
        handle = TaskHandle(coro, name, scope or CancelScope())
        state = _State(parent_id, outer, False)

        task = None

        async def live():
            if task is None:
                # An eager task begins before create_task returns; what the group starts does not.
                await asyncio.sleep(0)
                if task is None:
                    return
            state.started = True
            await handle._run()

        living = live()
        try:
            task = asyncio.get_running_loop().create_task(living, name=handle.name)
        except BaseException:
            if not living.cr_suspended:
                living.close()
            coro.close()
            raise
        task._anyio = state
        outer.tasks[task] = self._tasks[task] = None

        def done(task):
            state.scope.tasks.pop(task, None)
            del self._tasks[task]
            if self._over is not None and not self._tasks and not self._over.done():
                self._over.set_result(None)
            error = None
            if task.cancelled():
                error = handle._exception or Cancelled()
            else:
                error = task.exception()
            future = None if status is None else status.future
            if error is None:
                if future is not None and not future.done():
                    future.set_exception(RuntimeError('Child exited without calling task_status.started()'))
            elif future is None or future.done():
                if future is not None and future.cancelled():
                    return
                if not isinstance(error, Cancelled):
                    self._errors.append(error)
                if not self.cancel_scope.effective():
                    self.cancel_scope.cancel()
            else:
                future.set_exception(error)

        task.add_done_callback(done)
        return handle

    def start_soon(self, func, *args, name=None):
        self._check()
        return self._spawn(_seam.coroutine_of(func, args), _seam.callable_name(func, name))

    def create_task(self, coro, *, name=None, context=None):
        if not asyncio.iscoroutine(coro):
            raise TypeError(f'expected a coroutine, got {type(coro).__qualname__}')
        try:
            self._check()
        except RuntimeError:
            coro.close()
            raise
        name = _seam.coroutine_name(coro) if name is None else name
        return context.run(self._spawn, coro, name) if context is not None else self._spawn(coro, name)

    async def start(self, func, *args, name=None, return_handle=False):
        self._check()
        scope = CancelScope()
        status = _Status(self, scope)
        handle = self._spawn(_seam.coroutine_of(func, args, {'task_status': status}), _seam.callable_name(func, name), status, scope)
        try:
            value = await status.future
        except BaseException:
            if handle.status is TaskHandle.Status.PENDING:
                handle.cancel()
                with CancelScope(shield=True):
                    await handle.wait()
            raise
        handle._start_value = value
        return handle if return_handle else value


async def checkpoint():
    await asyncio.sleep(0)


async def checkpoint_if_cancelled():
    state = getattr(asyncio.current_task(), '_anyio', None)
    while state is not None and state.scope is not None and state.scope.effective():
        await asyncio.sleep(0)


async def cancel_shielded_checkpoint():
    with CancelScope(shield=True):
        await asyncio.sleep(0)


sleep = asyncio.sleep


def current_time():
    return asyncio.get_running_loop().time()


def effective_deadline():
    scope, deadline = getattr(asyncio.current_task(), '_anyio', _State(None, None)).scope, math.inf
    while scope is not None:
        deadline = min(deadline, scope.deadline)
        if scope.cancel_called:
            return -math.inf
        scope = None if scope._shield else scope.parent
    return deadline


def run(func, args, options):
    @functools.wraps(func)
    async def wrapper():
        task = asyncio.current_task()
        task.set_name(_seam.callable_name(func))
        _state(task)
        return await func(*args)

    with asyncio.Runner(debug=options.get('debug'), loop_factory=options.get('loop_factory')) as runner:
        return runner.run(wrapper())


def current_task_key():
    return asyncio.current_task()


def task_info(task):
    return _seam.TaskInfo(task, 'AsyncIO', task.get_name(), _state(task).parent_id)


def current_task():
    return task_info(asyncio.current_task())


def running_tasks():
    return [task_info(task) for task in asyncio.all_tasks() if not task.done()]


def token():
    return asyncio.get_running_loop()


def call_soon(loop, func, *args):
    loop.call_soon_threadsafe(func, *args)


def is_over(loop):
    return loop.is_closed()


def from_thread(loop, job, func, args):
    """Runs an async function for a thread; returns a future of concurrent.futures."""
    import concurrent.futures

    async def task():
        mine = asyncio.current_task()
        scope = job and job.scope
        if scope is not None:
            mine._anyio = _State(None, scope)
            scope.tasks[mine] = None
        try:
            return await func(*args)
        except Cancelled as error:
            raise concurrent.futures.CancelledError(str(error)) from None
        finally:
            if scope is not None:
                scope.tasks.pop(mine, None)

    return asyncio.run_coroutine_threadsafe(task(), loop)


async def wait_all_tasks_blocked():
    mine = asyncio.current_task()
    while any(task is not mine and not task.done() and (task._fut_waiter is None or task._fut_waiter.done()) for task in asyncio.all_tasks()):
        await asyncio.sleep(0.1)


async def wait_for_fd(sock, readable):
    loop, event = asyncio.get_running_loop(), asyncio.Event()
    add, remove = (loop.add_reader, loop.remove_reader) if readable else (loop.add_writer, loop.remove_writer)
    add(sock, event.set)
    try:
        await event.wait()
    finally:
        remove(sock)
