"""Threads that work for tasks, and call back into the run."""
import asyncio
import collections
import contextvars
import inspect
import itertools
import threading
from queue import SimpleQueue
from outcome import Error, Outcome, Value, acapture, capture
from trio import _run
from trio._errors import RunFinishedError, public

_idle, _numbers, _calls = [], itertools.count(), itertools.count()


class _Origin(threading.local):
    token = job = None


_origin = _Origin()


class _Worker:
    """A thread that takes one job after the other."""

    def __init__(self):
        self._name = f'Trio thread {next(_numbers)}'
        self._jobs = SimpleQueue()
        self.thread = threading.Thread(target=self._work, name=self._name, daemon=True)
        self.thread.start()

    def give(self, *job):
        self._jobs.put(job)

    def _work(self):
        while True:
            fn, deliver, name = self._jobs.get()
            if name is not None:
                self.thread.name = name
            result = capture(fn)
            self.thread.name = self._name
            _idle.append(self)
            deliver(result)
            del fn, deliver, result


def start_thread_soon(fn, deliver, name=None):
    (_idle.pop() if _idle else _Worker()).give(fn, deliver, name)


class TrioToken:
    """Leads other threads to the run."""

    def __init__(self, runner):
        self._runner = runner
        self._once = {}

    def run_sync_soon(self, sync_fn, *args, idempotent=False):
        runner = self._runner
        if runner.loop.is_closed():
            raise RunFinishedError('run() has exited')
        key = (sync_fn, args)
        if idempotent:
            if key in self._once:
                return
            self._once[key] = None
        runner.loop.call_soon_threadsafe(self._call, key, idempotent)

    def _call(self, key, idempotent):
        if idempotent:
            del self._once[key]
        key[0](*key[1])


def current_trio_token():
    runner = _run.current_runner()
    if runner.token is None:
        runner.token = TrioToken(runner)
    return runner.token


def current_default_thread_limiter():
    from trio._sync import CapacityLimiter
    variables = _run.current_runner().variables
    if 'limiter' not in variables:
        variables['limiter'] = CapacityLimiter(40)
    return variables['limiter']


class _Placeholder:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'ThreadPlaceholder(name={self.name!r})'


class _Job:
    """A call in a thread, and the task that waits for it."""

    def __init__(self, task, abandon):
        self.task, self.abandon, self.raise_cancel = task, abandon, None

    def abort(self, raise_cancel):
        self.raise_cancel = raise_cancel
        if self.abandon:
            self.task = None
            return _run.Abort.SUCCEEDED
        return _run.Abort.FAILED


async def run_sync(sync_fn, *args, thread_name=None, abandon_on_cancel=False, limiter=None):
    await _run.checkpoint_if_cancelled()
    task, token = _run.current_task(), current_trio_token()
    if limiter is None:
        limiter = current_default_thread_limiter()
    job = _Job(task, bool(abandon_on_cancel))
    placeholder = _Placeholder(f'trio.to_thread.run_sync-{next(_calls)}')
    context = contextvars.copy_context()
    if thread_name is None:
        thread_name = f'{getattr(sync_fn, "__name__", None)} from {task.name}'

    def work():
        _origin.token, _origin.job = token, job
        try:
            result = context.run(sync_fn, *args)
            if inspect.iscoroutine(result):
                result.close()
                raise TypeError(
                    f'Trio expected a sync function, but {getattr(sync_fn, "__qualname__", sync_fn)!r} appears to be asynchronous')
            return result
        finally:
            _origin.token = _origin.job = None

    def arrived(result):
        limiter.release_on_behalf_of(placeholder)
        runner.threads -= 1
        if job.task is not None:
            _run.reschedule(job.task, Value(result))

    def deliver(result):
        try:
            token.run_sync_soon(arrived, result)
        except RunFinishedError:
            pass

    runner = _run.state.runner
    await limiter.acquire_on_behalf_of(placeholder)
    runner.threads += 1
    start_thread_soon(work, deliver, thread_name)
    while True:
        message = await _run.wait_task_rescheduled(job.abort, 'job')
        if isinstance(message, Outcome):
            return message.unwrap()
        await message()


def _ask(trio_token, message):
    """Has the run do something, and waits for it."""
    job = _origin.job
    given = trio_token is not None
    if not given:
        trio_token = _origin.token
        if trio_token is None:
            raise RuntimeError("this thread wasn't created by Trio, pass kwarg trio_token=...")
    elif not isinstance(trio_token, TrioToken):
        raise RuntimeError('Passed kwarg trio_token is not of type TrioToken')
    if _run.in_trio_task():
        raise RuntimeError('this is a blocking function; call it from a thread')
    answers = SimpleQueue()

    async def host():
        await _run.cancel_shielded_checkpoint()
        answers.put(await message())

    async def system():
        answers.put(await message())

    def in_run():
        if given or job.abandon:
            try:
                _run.spawn_system_task(system, name=message.fn, context=context)
            except RuntimeError:
                answers.put(Error(RunFinishedError('system nursery is closed')))
        else:
            _run.reschedule(job.task, Value(host))

    context = contextvars.copy_context()
    trio_token.run_sync_soon(in_run)
    return answers.get().unwrap()


class _Message:
    def __init__(self, fn, args, wanted):
        self.fn, self.args, self.wanted = fn, args, wanted

    async def __call__(self):
        return await acapture(self.call)

    async def call(self):
        if self.wanted == 'async':
            return await _run.coroutine_or_error(self.fn, *self.args)
        result = self.fn(*self.args)
        if inspect.iscoroutine(result):
            result.close()
            raise TypeError(
                f'Trio expected a synchronous function, but {getattr(self.fn, "__qualname__", self.fn)!r} appears to be asynchronous')
        return result


def from_thread_run(afn, *args, trio_token=None):
    return _ask(trio_token, _Message(afn, args, 'async'))


def from_thread_run_sync(fn, *args, trio_token=None):
    return _ask(trio_token, _Message(fn, args, 'sync'))


def from_thread_check_cancelled():
    if _origin.job is None:
        raise RuntimeError("this thread wasn't created by Trio, can't check for cancellation")
    if _origin.job.raise_cancel is not None:
        _origin.job.raise_cancel()


public(TrioToken, module='trio.lowlevel')
public(run_sync, module='trio.to_thread')
