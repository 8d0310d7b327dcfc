"""The run: trio's tasks, each a task of an asyncio loop that waits for one future at a time."""
import _frames
import _selector
import asyncio
import contextvars
import enum
import functools
import heapq
import inspect
import itertools
import math
import signal
import sys
import threading
from collections import namedtuple
from collections.abc import Coroutine, Generator
from outcome import Error, Value, capture
from trio._errors import *
from trio._errors import Cancelled, NoPublicConstructor, TrioInternalError, WouldBlock, public, warn_of_collapsing

RunStatistics = namedtuple('RunStatistics', 'tasks_living tasks_runnable seconds_to_next_deadline io_statistics run_sync_soon_queue_size')
IOStatistics = namedtuple('_EpollStatistics', 'tasks_waiting_read tasks_waiting_write backend', defaults=('epoll',))


class Abort(enum.Enum):
    SUCCEEDED = 1
    FAILED = 2


class _State(threading.local):
    runner = None
    last = None


state = _State()


class SystemClock:
    """The loop's own time."""

    def __init__(self):
        self.offset = 0.0

    def start_clock(self):
        pass

    def current_time(self):
        return state.runner.loop.time()

    def deadline_to_sleep_time(self, deadline):
        return deadline - self.current_time()

    def __repr__(self):
        return f'SystemClock(offset={self.offset})'


class Task(metaclass=NoPublicConstructor):
    """A coroutine that the run steps."""

    def __init__(self, name, nursery, context):
        self.name, self._context, self._steps = name, context, None
        self._nursery, self._eventual = nursery, None
        self._nurseries = []
        self._scope = self._abort = self._wake = self.coro = None
        self.custom_sleep_data = None
        # How often it could have been cancelled, and how often others had their turn.
        self._lots, self._chances, self._points = [], 0, 0

    def __repr__(self):
        return f'<Task {self.name!r} at {id(self):#x}>'

    @property
    def context(self):
        return self._context

    @context.setter
    def context(self, context):
        self._context = context
        if self._steps is not None:
            _frames.set_task_context(self._steps, context)

    @property
    def parent_nursery(self):
        return self._nursery

    @property
    def eventual_parent_nursery(self):
        return self._eventual

    @property
    def child_nurseries(self):
        return list(self._nurseries)

    def iter_await_frames(self):
        coro = self.coro
        while coro is not None and hasattr(coro, 'cr_frame'):
            if coro.cr_frame:
                yield coro.cr_frame, coro.cr_frame.f_lineno
            coro = coro.cr_await

    def _move(self, scope):
        """Makes a scope the innermost around the task."""
        if self._scope is not None:
            self._scope._tasks.pop(self, None)
        self._scope = scope
        if scope is not None:
            scope._tasks[self] = None
            if scope._effective:
                self._deliver()

    def _deliver(self):
        """Raises Cancelled where the task waits, if it may."""
        if self._abort is None or self._scope is None or not self._scope._effective:
            return
        abort, self._abort = self._abort, None
        reason = self._scope._reason or {}

        def raise_cancel():
            raise Cancelled._create(**reason)

        self._call_abort(abort, raise_cancel)

    def _call_abort(self, abort, raise_cancel):
        success = abort(raise_cancel)
        if type(success) is not Abort:
            raise TrioInternalError('abort function must return Abort enum')
        if success is Abort.SUCCEEDED:
            reschedule(self, capture(raise_cancel))


class Runner:
    """What a call of run() has."""

    def __init__(self, clock, instruments, strict):
        from trio._generators import Generators
        self.clock, self.instruments, self.strict = clock, list(instruments), strict
        self.loop = asyncio.new_event_loop()
        self.tasks, self.runnable = {}, 0
        self.numbers = itertools.count()
        self.deadlines, self.timer, self.timed = [], None, math.inf
        self.epoch, self.blocked, self.waited = 0, [], None
        self.main_task = self.main_outcome = self.ended = None
        self.variables, self.token, self.threads, self.interrupted = {}, None, 0, False
        self.context = contextvars.copy_context()
        self.waits, self.hooks, self.generators = {}, sys.get_asyncgen_hooks(), Generators(self)

    # -- deadlines --
    def add_deadline(self, scope):
        scope._entry = [scope._deadline, next(self.numbers), scope]
        heapq.heappush(self.deadlines, scope._entry)
        if scope._deadline < self.timed:
            self.arm()

    def forget_deadline(self, scope):
        if scope._entry is not None:
            scope._entry[2] = scope._entry = None

    def next_deadline(self):
        while self.deadlines and self.deadlines[0][2] is None:
            heapq.heappop(self.deadlines)
        return self.deadlines[0][0] if self.deadlines else math.inf

    def arm(self):
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
        self.timed = self.next_deadline()
        if self.timed != math.inf:
            if type(self.clock) is SystemClock:
                self.timer = self.loop.call_at(self.timed, self.expire)
            else:
                seconds = self.clock.deadline_to_sleep_time(self.timed)
                if seconds < 1e8:
                    # The loop's timers may be a nanosecond early, which such a clock may take for days.
                    self.timer = self.loop.call_later(max(seconds, 0) + 2e-9, self.expire)

    def wakes(self):
        if self.waited is not None:
            waited, self.waited = self.waited, None
            self.tell('after_io_wait', waited)

    def expire_now(self):
        """What a task let pass while it did not wait is cancelled before the task goes on."""
        if self.timed != math.inf and self.timed <= (now := self.clock.current_time()):
            if self.timer is not None:
                self.timer.cancel()
            self.expire(now)

    def expire(self, now=None):
        self.wakes()
        self.timer, self.timed = None, math.inf
        now = now or max(self.clock.current_time(), self.deadlines[0][0] if type(self.clock) is SystemClock and self.deadlines else -math.inf)
        while self.next_deadline() <= now:
            scope = heapq.heappop(self.deadlines)[2]
            scope._entry = None
            scope._cancel('deadline')
        self.arm()

    # -- when nothing can run --
    def rest(self):
        self.runnable -= 1
        if not self.runnable:
            if self.instruments:
                self.waited = max(self.next_deadline() - self.clock.current_time(), 0)
                self.tell('before_io_wait', self.waited)
            seconds = self.patience()
            if seconds is not None:
                self.loop.call_later(seconds, self.still, self.epoch)

    def patience(self):
        threshold = getattr(self.clock, '_autojump_threshold', math.inf)
        seconds = min([cushion for cushion, _ in self.blocked] + [threshold])
        return seconds if seconds != math.inf else None

    def still(self, epoch):
        if epoch != self.epoch or self.runnable:
            return
        if self.blocked:
            least = min(cushion for cushion, _ in self.blocked)
            if least <= getattr(self.clock, '_autojump_threshold', math.inf):
                woken = [task for cushion, task in self.blocked if cushion == least]
                self.blocked = [entry for entry in self.blocked if entry[0] != least]
                for task in woken:
                    reschedule(task)
                return
        deadline = self.next_deadline()
        if deadline != math.inf:
            self.clock.jump(max(deadline - self.clock.current_time(), 0))
            self.expire()

    def close_generators(self):
        """The last that runs, in a task that is none of the program's."""
        self.loop.call_soon(self.generators.watch)
        steps = self.loop.create_task(self.generators.close_all(), name='<init>')
        steps._trio_task, self.init._steps = self.init, steps
        self.loop.run_until_complete(steps)

    # -- Ctrl+C --
    def watch_interrupts(self):
        """Has Ctrl+C raise in the main task, if it has its usual meaning; returns what undoes that."""
        main = threading.current_thread() is threading.main_thread()
        if not main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            return lambda: None
        signal.signal(signal.SIGINT, lambda signum, frame: self.loop.call_soon_threadsafe(self.interrupt))
        return lambda: signal.signal(signal.SIGINT, signal.default_int_handler)

    def interrupt(self):
        self.interrupted = True
        task = self.main_task
        if task._abort is not None:
            abort, task._abort = task._abort, None
            task._call_abort(abort, self.raise_interrupt)

    def raise_interrupt(self):
        self.interrupted = False
        raise KeyboardInterrupt

    def tell(self, what, *args):
        for instrument in list(self.instruments):
            method = getattr(instrument, what, None)
            if method is not None:
                method(*args)

    # -- tasks --
    def spawn(self, async_fn, args, nursery, name, context=None):
        if nursery._closed:
            raise RuntimeError('Nursery is closed to new arrivals')
        context = context or contextvars.copy_context()
        coro = context.run(coroutine_or_error, async_fn, *args)
        told = ''
        if name is None:
            name, told = async_fn, _told(args)
        if isinstance(name, functools.partial):
            name = name.func
        if not isinstance(name, str):
            try:
                name = f'{name.__module__}.{name.__qualname__}'
            except AttributeError:
                name = repr(name)
        task = Task._create(name, nursery, context)
        task.coro = coro
        self.tasks[task] = None
        nursery._children[task] = None
        task._move(nursery.cancel_scope)
        if self.instruments:
            self.tell('task_spawned', task)
            self.tell('task_scheduled', task)
        self.runnable += 1
        self.epoch += 1
        living = self.live(task)
        called = getattr(coro, '__name__', type(coro).__name__)
        living.__name__, living.__qualname__ = called, getattr(coro, '__qualname__', called)
        steps = self.loop.create_task(living, name=name.removeprefix('__main__.') + told, context=context)
        steps._trio_task = task
        task._steps = steps
        return task

    async def live(self, task):
        state.last = task
        if self.instruments:
            self.tell('before_task_step', task)
        try:
            result = Value(await task.coro)
        except BaseException as error:
            error.__traceback__ = error.__traceback__.tb_next
            result = Error(error)
        if self.instruments:
            self.tell('after_task_step', task)
        self.exited(task, result)

    def exited(self, task, result):
        if task._nurseries:
            for nursery in task._nurseries:
                nursery.cancel_scope._cancel('nursery', 'Parent Task exited prematurely, abandoning this nursery without exiting it properly.',
                                             repr(task))
                nursery._closed = True
            result = Error(RuntimeError(f'Nursery stack corrupted: Nursery surrounding {task!r} was closed before the task exited\n'))
        for lot in task._lots:
            lot.break_lot(task)
        task._move(None)
        del self.tasks[task]
        if task is self.main_task:
            self.main_outcome, result = result, Value(None)
            self.generators.close_abandoned()
            self.system._inside = False
            self.system.cancel_scope._cancel('shutdown', 'main task done, shutting down system tasks', repr(self.init))
        task._nursery._child_finished(task, result)
        if self.instruments:
            self.tell('task_exited', task)
        self.rest()


def _told(args):
    """What tells a function's tasks apart where they are drawn: the arguments that are short."""
    shown = [f'"{each[:20]}"' if type(each) is str else repr(each) if each is None or type(each) in (int, float, bool) else '…'
             for each in args]
    return f'({", ".join(shown)})' if any(each != '…' for each in shown) else ''


def coroutine_or_error(async_fn, *args):
    """Calls what should be an async function."""
    def foreign(value):
        return (isinstance(value, Generator) or getattr(value, '_asyncio_future_blocking', None) is not None
                or type(value).__name__ in ('Future', 'Deferred'))

    shim = ("library written for asyncio/twisted/tornado or similar? That won't work without some sort of compatibility shim.")
    try:
        coro = async_fn(*args)
    except TypeError:
        if isinstance(async_fn, Coroutine):
            async_fn.close()
            name = async_fn.__name__
            raise TypeError(
                f'Trio was expecting an async function, but instead it got a coroutine object {async_fn!r}\n\n'
                'Probably you did something like:\n\n'
                f'  trio.run({name}(...))            # incorrect!\n  nursery.start_soon({name}(...))  # incorrect!\n\n'
                'Instead, you want (notice the parentheses!):\n\n'
                f'  trio.run({name}, ...)            # correct!\n  nursery.start_soon({name}, ...)  # correct!') from None
        if foreign(async_fn):
            raise TypeError(f'Trio was expecting an async function, but instead it got {async_fn!r} – are you trying to use a {shim}') from None
        raise
    if not isinstance(coro, Coroutine):
        if foreign(coro):
            raise TypeError(f'Trio got unexpected {coro!r} – are you trying to use a {shim}')
        if inspect.isasyncgen(coro):
            raise TypeError(f'start_soon expected an async function but got an async generator {coro!r}')
        raise TypeError(f'Trio expected an async function, but {getattr(async_fn, "__qualname__", async_fn)!r} appears to be synchronous')
    return coro


def run(async_fn, *args, clock=None, instruments=(), restrict_keyboard_interrupt_to_checkpoints=False, strict_exception_groups=True):
    from trio._nursery import Nursery
    from trio._scopes import CancelScope
    if state.runner is not None:
        raise RuntimeError('Attempted to call run() from inside a run()')
    if not strict_exception_groups:
        warn_of_collapsing('trio.run(..., ')
    runner = Runner(clock or SystemClock(), instruments, strict_exception_groups)
    loop = runner.loop
    state.runner = runner
    unwatch = runner.watch_interrupts()
    try:
        runner.clock.start_clock()
        if runner.instruments:
            runner.tell('before_run')
        runner.ended = loop.create_future()
        runner.init = Task._create('<init>', None, runner.context)
        runner.tasks[runner.init] = None
        scope = CancelScope()
        scope._open(None)
        runner.system = Nursery._create(runner.init, scope, True)
        # The loop has hooks of its own once it runs.
        loop.call_soon(runner.generators.watch)
        runner.main_task = runner.spawn(async_fn, args, runner.system, None)
        loop.run_until_complete(runner.ended)
        if runner.generators.remain():
            runner.close_generators()
        if runner.instruments:
            runner.tell('after_run')
        if runner.system._errors:
            raise TrioInternalError('internal error in Trio - please file a bug!') from BaseExceptionGroup(
                'Exceptions from Trio nursery', runner.system._errors)
    finally:
        unwatch()
        state.runner = None
        loop.close()
    result = runner.main_outcome.unwrap()
    if runner.interrupted:
        raise KeyboardInterrupt
    return result


def current_runner():
    if state.runner is None:
        raise RuntimeError('must be called from async context')
    return state.runner


def current_task():
    try:
        return asyncio.current_task()._trio_task
    except (RuntimeError, AttributeError):
        if state.runner is not None and state.last is not None:
            return state.last
        raise RuntimeError('must be called from async context') from None


def in_trio_run():
    return state.runner is not None


def in_trio_task():
    try:
        return hasattr(asyncio.current_task(), '_trio_task')
    except RuntimeError:
        return False


def current_time():
    return current_runner().clock.current_time()


def current_clock():
    return current_runner().clock


def current_root_task():
    return current_runner().init


def current_statistics():
    runner = current_runner()
    # What wakes the loop from other threads is one more that is read.
    waiting = [True, *(reads for _, reads in runner.waits)]
    return RunStatistics(len(runner.tasks) + 1, max(runner.runnable - 1, 0), runner.next_deadline() - current_time(),
                         IOStatistics(sum(waiting), len(waiting) - sum(waiting)), 0)


def add_instrument(instrument):
    runner = current_runner()
    if instrument not in runner.instruments:
        runner.instruments.append(instrument)


def remove_instrument(instrument):
    try:
        current_runner().instruments.remove(instrument)
    except ValueError:
        raise KeyError(instrument) from None


def spawn_system_task(async_fn, *args, name=None, context=None):
    runner = current_runner()
    return runner.spawn(async_fn, args, runner.system, name, context or runner.context.copy())


def reschedule(task, next_send=Value(None)):
    """Has a task go on that waits."""
    wake, task._wake = task._wake, None
    task._abort = task.custom_sleep_data = None
    runner = state.runner
    runner.runnable += 1
    runner.epoch += 1
    if runner.instruments:
        runner.wakes()
        runner.tell('task_scheduled', task)
    wake.set_result(next_send)


async def wait_task_rescheduled(abort_func, why='future', label=None):
    task, runner = current_task(), state.runner
    wake = task._wake = _selector.future(runner.loop, why, 0, label) if label is not None else _selector.future(runner.loop, why, 0)
    task._points += 1
    task._chances += 1
    task._abort = abort_func
    if runner.instruments:
        runner.tell('after_task_step', task)
    runner.rest()
    task._deliver()
    if runner.interrupted and task is runner.main_task:
        runner.interrupt()
    result = await wake
    state.last = task
    if runner.instruments:
        runner.tell('before_task_step', task)
    if type(result) is Error:
        error = result.error
        try:
            raise error
        finally:
            del error, result, wake, abort_func
    return result.value


async def cancel_shielded_checkpoint():
    runner, task = current_runner(), current_task()
    runner.epoch += 1
    task._points += 1
    if not runner.instruments:
        await asyncio.sleep(0)
        state.last = task
        return
    runner.tell('after_task_step', task)
    runner.tell('task_scheduled', task)
    await asyncio.sleep(0)
    state.last = task
    runner.tell('before_task_step', task)


async def checkpoint():
    task = current_task()
    task._chances += 1
    await cancel_shielded_checkpoint()
    state.runner.expire_now()
    if state.runner.interrupted and task is state.runner.main_task:
        state.runner.raise_interrupt()
    if task._scope._effective:
        await cancel_shielded_checkpoint()
        raise Cancelled._create(**task._scope._reason or {})


async def checkpoint_if_cancelled():
    task = current_task()
    if task._scope._effective:
        await checkpoint()
    else:
        task._chances += 1


public(Task, Abort, RunStatistics, module='trio.lowlevel')
public(run, current_time)
