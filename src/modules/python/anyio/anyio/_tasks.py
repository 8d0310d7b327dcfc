"""Cancel scopes, task groups, and the handles of their tasks."""
import contextlib
import enum
import math
import types
from anyio import _seam
from anyio._errors import TaskCancelled, TaskFailed, TaskNotFinished


class CancelScope:
    """What runs within it can be cancelled as one; the backend in which it is made decides how."""

    def __new__(cls, *, deadline=math.inf, shield=False):
        return object.__new__(_seam.backend().CancelScope if cls is CancelScope else cls)

    def __repr__(self):
        return f'<anyio._backends._{self._backend}.CancelScope object at {id(self):#x}>'


class TaskGroup:
    """Starts tasks, and waits for them."""

    def cancel(self, reason=None):
        self.cancel_scope.cancel(reason)

    def __repr__(self):
        return f'<anyio._backends._{self._backend}.TaskGroup object at {id(self):#x}>'


class TaskHandle:
    """A task of a group, for who waits for it."""
    __class_getitem__ = classmethod(types.GenericAlias)

    class Status(enum.Enum):
        PENDING, FINISHED, CANCELLING, CANCELLED, FAILED = range(1, 6)

    def __init__(self, coro, name, scope):
        from anyio._sync import Event
        self.coro, self.name, self._scope, self._over, self._exception = coro, str(name), scope, Event(), None

    async def _run(self):
        with self._scope:
            try:
                self._value = await self.coro
            except BaseException as error:
                self._exception = error
                raise
            finally:
                self._over.set()

    def cancel(self):
        if not self._over.is_set():
            self._scope.cancel()

    @property
    def status(self):
        if not self._over.is_set():
            return self.Status.CANCELLING if self._scope.cancel_called else self.Status.PENDING
        if self._exception is None:
            return self.Status.FINISHED
        return self.Status.CANCELLED if isinstance(self._exception, _seam.backend().Cancelled) else self.Status.FAILED

    @property
    def exception(self):
        status = self.status
        if status is self.Status.PENDING:
            raise TaskNotFinished('the task has not finished yet')
        if status in (self.Status.CANCELLING, self.Status.CANCELLED):
            raise TaskCancelled('the task was cancelled') from self._exception
        return self._exception

    @property
    def return_value(self):
        if self.exception is not None:
            raise TaskFailed('the task raised an exception') from self._exception
        return self._value

    @property
    def start_value(self):
        try:
            return self._start_value
        except AttributeError:
            raise RuntimeError('the task was not started with TaskGroup.start()') from None

    async def wait(self):
        await self._over.wait()

    def __await__(self):
        yield from self._over.wait().__await__()
        return self.return_value

    def __repr__(self):
        return f'<{type(self).__name__} {self.status.name.lower()} name={self.name!r} coro={self.coro!r}>'


class _Ignored:
    def started(self, value=None):
        pass


TASK_STATUS_IGNORED = _Ignored()


def create_task_group():
    return _seam.backend().TaskGroup()


def _deadline(seconds):
    return math.inf if seconds is None else _seam.backend().current_time() + seconds


def move_on_after(delay, shield=False):
    return CancelScope(deadline=_deadline(delay), shield=shield)


def move_on_at(deadline, shield=False):
    return CancelScope(deadline=math.inf if deadline is None else deadline, shield=shield)


@contextlib.contextmanager
def fail_at(deadline, shield=False, reason=None):
    now = _seam.backend().current_time
    with move_on_at(deadline, shield) as scope:
        yield scope
    if scope.cancelled_caught and now() >= scope.deadline:
        raise TimeoutError(reason) if reason else TimeoutError


def fail_after(delay, shield=False, reason=None):
    return fail_at(_deadline(delay), shield, reason)


def current_effective_deadline():
    return _seam.backend().effective_deadline()


for _class in CancelScope, TaskHandle:
    _class.__module__ = 'anyio'
