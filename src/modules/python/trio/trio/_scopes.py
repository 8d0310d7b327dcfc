"""Cancel scopes: a tree whose leaves are tasks. What is cancelled stays so until the scope ends."""
import contextlib
import math
from trio import _run
from trio._run import in_trio_task
from trio._errors import Cancelled, TooSlowError, public


class CancelScope:
    """What runs within it can be cancelled as one."""
    __slots__ = ('_deadline', '_relative', '_shield', '_called', 'cancelled_caught', '_entered', '_active', '_parent', '_scopes', '_tasks',
                 '_effective', '_reason', '_entry', '_abandoned', '__weakref__')

    def __init__(self, *, relative_deadline=math.inf, deadline=math.inf, shield=False):
        if math.isnan(deadline):
            raise ValueError('deadline must not be NaN')
        if math.isnan(relative_deadline):
            raise ValueError('relative deadline must not be NaN')
        if relative_deadline < 0:
            raise ValueError('timeout must be non-negative')
        if relative_deadline != math.inf and deadline != math.inf:
            raise ValueError('Cannot specify both a deadline and a relative deadline')
        self._deadline, self._relative, self._shield = deadline, relative_deadline, shield
        self._called = self.cancelled_caught = self._entered = self._active = self._effective = self._abandoned = False
        self._parent = self._reason = self._entry = None
        self._scopes, self._tasks = {}, {}

    def _open(self, parent):
        self._active = True
        self._attach(parent)
        self._arm()

    def _attach(self, parent):
        if self._parent is not None:
            del self._parent._scopes[self]
        self._parent = parent
        if parent is not None:
            parent._scopes[self] = None
        self._recalculate()

    @property
    def _outer_cancelled(self):
        return self._parent is not None and not self._shield and self._parent._effective

    def _recalculate(self):
        todo = [self]
        for scope in todo:
            outer = scope._outer_cancelled
            now = scope._called or outer
            if now != scope._effective:
                if outer and scope._reason is None:
                    scope._reason = scope._parent._reason
                scope._effective = now
                if now:
                    for task in list(scope._tasks):
                        task._deliver()
                todo.extend(scope._scopes)

    def _arm(self):
        """Has the run know the deadline, as long as it can still make a difference."""
        runner = _run.state.runner
        if runner is not None:
            runner.forget_deadline(self)
            if self._active and not self._called and self._deadline != math.inf:
                runner.add_deadline(self)

    def __enter__(self):
        task = _run.current_task()
        if self._entered:
            raise RuntimeError("Each CancelScope may only be used for a single 'with' block")
        self._entered = True
        if self._relative != math.inf:
            self._deadline = _run.current_time() + self._relative
            self._relative = math.inf
        if self._deadline != math.inf and _run.current_time() >= self._deadline:
            self._cancel('deadline')
        self._open(task._scope)
        task._move(self)
        return self

    def _close(self, exc):
        """Ends the scope. Returns what is left of the exception."""
        if not self._active:
            return _corrupted(f'attempted to exit {self!r} which had already been exited', exc)
        task = _run.current_task()
        inner = task._scope
        if inner is not self and not self._abandoned:
            scope = inner
            while scope is not None and scope is not self:
                scope = scope._parent
            if scope is None:
                return _corrupted(f'attempted to exit {self!r} from unrelated {task!r}\n', exc)
            exc = _corrupted(f"attempted to exit {self!r} in {task!r} that's still within its child {inner!r}\n", exc)
        if inner is self or not self._abandoned:
            task._move(self._parent)
        if exc is not None and self._effective and not self._outer_cancelled:
            if isinstance(exc, Cancelled):
                self.cancelled_caught = True
                exc = None
            elif isinstance(exc, BaseExceptionGroup):
                matched, exc = exc.split(Cancelled)
                if matched:
                    self.cancelled_caught = True
                if exc and len(exc.exceptions) == 1 and getattr(exc, '_collapsible', False):
                    exc = exc.exceptions[0]
        self._attach(None)
        self._active = False
        self._arm()
        if self._tasks or self._scopes:
            self._abandon()
        return exc

    def _abandon(self):
        """What is still inside belongs to nobody any more: it is cancelled for good, and its scopes may end in any order."""
        if self._reason is None:
            self._reason = {'source': 'unknown', 'reason': 'misnesting', 'source_task': None}
        self._called = self._abandoned = True
        todo = [self]
        for scope in todo:
            scope._abandoned = True
            todo.extend(scope._scopes)
        self._recalculate()

    def __exit__(self, kind, exc, tb):
        left = self._close(exc)
        if left is None or left is exc:
            return left is None
        raise_as_it_was(left)

    def cancel(self, reason=None):
        if not self._called:
            try:
                task = repr(_run.current_task())
            except RuntimeError:
                task = None
            self._cancel('explicit', reason, task)

    def _cancel(self, source, reason=None, source_task=None):
        if self._called:
            return
        if self._reason is None:
            self._reason = {'source': source, 'reason': reason, 'source_task': source_task}
        self._called = True
        self._arm()
        if self._active:
            self._recalculate()

    @property
    def cancel_called(self):
        if (self._active or not self._entered) and not self._called and _run.current_time() >= self._deadline:
            self._cancel('deadline')
        return self._called

    def _effective_deadline(self):
        if self._effective:
            return -math.inf
        if self._parent is None or self._shield:
            return self._deadline
        return min(self._deadline, self._parent._effective_deadline())

    @property
    def deadline(self):
        if self._relative != math.inf:
            raise RuntimeError('Unentered relative cancel scope does not have an absolute deadline.')
        return self._deadline

    @deadline.setter
    def deadline(self, deadline):
        if math.isnan(deadline):
            raise ValueError('deadline must not be NaN')
        self.deadline
        self._deadline = float(deadline)
        self._arm()

    @property
    def relative_deadline(self):
        if self._entered:
            return self._deadline - _run.current_time()
        if self._deadline != math.inf:
            raise RuntimeError('Unentered non-relative cancel scope does not have a relative deadline')
        return self._relative

    @relative_deadline.setter
    def relative_deadline(self, seconds):
        if math.isnan(seconds):
            raise ValueError('relative deadline must not be NaN')
        if seconds < 0:
            raise ValueError('relative deadline must be non-negative')
        if self._entered:
            self._deadline = _run.current_time() + float(seconds)
            self._arm()
        else:
            self.relative_deadline
            self._relative = seconds

    @property
    def is_relative(self):
        return None if self._entered else self._relative != math.inf

    @property
    def shield(self):
        return self._shield

    @shield.setter
    def shield(self, shield):
        if not isinstance(shield, bool):
            raise TypeError('shield must be a bool')
        self._shield = shield
        if self._active:
            self._recalculate()

    def __repr__(self):
        state = 'active' if self._active else 'exited' if self._entered else 'unbound'
        if self._called:
            state += ', cancelled'
        elif self._deadline != math.inf and _run.in_trio_run():
            left = self._deadline - _run.current_time()
            state += f', deadline is {abs(left):.2f} seconds {"from now" if left >= 0 else "ago"}'
        return f'<trio.CancelScope at {id(self):#x}, {state}>'


def _corrupted(text, context):
    error = RuntimeError('Cancel scope stack corrupted: ' + text)
    error.__context__ = context
    return error


def raise_as_it_was(error):
    """Raises without putting what is being handled behind the error."""
    context = error.__context__
    try:
        raise error
    finally:
        error.__context__ = context
        del error, context


def move_on_at(deadline, *, shield=False):
    return CancelScope(deadline=deadline, shield=shield)


def move_on_after(seconds, *, shield=False):
    if seconds < 0:
        raise ValueError('`seconds` must be non-negative')
    if math.isnan(seconds):
        raise ValueError('`seconds` must not be NaN')
    return CancelScope(relative_deadline=seconds, shield=shield)


@contextlib.contextmanager
def fail_at(deadline, *, shield=False):
    with move_on_at(deadline, shield=shield) as scope:
        yield scope
    if scope.cancelled_caught:
        raise TooSlowError


@contextlib.contextmanager
def fail_after(seconds, *, shield=False):
    with move_on_after(seconds, shield=shield) as scope:
        yield scope
    if scope.cancelled_caught:
        raise TooSlowError


async def sleep_forever():
    await _run.wait_task_rescheduled(lambda raise_cancel: _run.Abort.SUCCEEDED, 'sleep', math.inf)
    raise RuntimeError('Should never have been rescheduled!')


async def sleep_until(deadline):
    await _sleep_until(deadline, deadline - _run.current_time())


async def _sleep_until(deadline, seconds):
    with move_on_at(deadline):
        await _run.wait_task_rescheduled(lambda raise_cancel: _run.Abort.SUCCEEDED, 'sleep', seconds)


async def sleep(seconds):
    if math.isnan(seconds):
        raise ValueError('`seconds` must not be NaN')
    if seconds < 0:
        raise ValueError('`seconds` must be non-negative')
    if seconds == 0:
        await _run.checkpoint()
    else:
        await _sleep_until(_run.current_time() + seconds, seconds)


async def awaiting_request(seconds, request):
    """Waits so long for the answer of a host outside."""
    with move_on_after(seconds):
        await _run.wait_task_rescheduled(lambda raise_cancel: _run.Abort.SUCCEEDED, 'request', request)


async def of_loop(coroutine):
    """What a coroutine comes to that waits for asyncio's futures; it is cancelled with the task that waits for it."""
    waiting, cancelled = _run.current_task(), None

    def abort(raise_cancel):
        nonlocal cancelled
        cancelled = raise_cancel
        step.cancel()
        return _run.Abort.FAILED

    step = _run.state.runner.loop.create_task(coroutine)
    step.add_done_callback(lambda step: _run.reschedule(waiting))
    await _run.wait_task_rescheduled(abort)
    if step.cancelled() and cancelled:
        cancelled()
    return step.result()


def current_effective_deadline():
    return _run.current_task()._scope._effective_deadline()


public(CancelScope, move_on_at, move_on_after, fail_at, fail_after, sleep_forever, sleep_until, sleep, current_effective_deadline)
