"""Nurseries: a block that ends when its tasks have."""
import functools
import types
from trio import _run
from trio._errors import Cancelled, NoPublicConstructor, public, warn_of_collapsing
from trio._scopes import CancelScope, raise_as_it_was

_NOTHING = object()


class TaskStatus:
    """What a task tells of its start to."""
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, old, new):
        self._old, self._new, self._value = old, new, _NOTHING

    def __repr__(self):
        return f'<Task status object at {id(self):#x}>'

    def started(self, value=None):
        if self._value is not _NOTHING:
            raise RuntimeError("called 'started' twice on the same task status")
        self._value = value
        old, new = self._old, self._new
        if old.cancel_scope._effective:
            return
        children, old._children = old._children, {}
        for task in children:
            task._nursery, task._eventual = new, None
            new._children[task] = None
        for scope in list(old.cancel_scope._scopes):
            scope._attach(new.cancel_scope)
        for task in list(old.cancel_scope._tasks):
            if task is not old._parent_task:
                task._move(new.cancel_scope)
        old._check_closed()


class _Ignored:
    def __repr__(self):
        return 'TASK_STATUS_IGNORED'

    def started(self, value=None):
        pass


TASK_STATUS_IGNORED = _Ignored()


class Nursery(metaclass=NoPublicConstructor):
    """Starts tasks, and waits for them."""

    def __init__(self, parent_task, cancel_scope, strict):
        self._parent_task, self.cancel_scope, self._strict = parent_task, cancel_scope, strict
        parent_task._nurseries.append(self)
        self._children, self._errors = {}, []
        self._inside, self._waiting, self._starting, self._closed = True, False, 0, False

    @property
    def child_tasks(self):
        return frozenset(self._children)

    @property
    def parent_task(self):
        return self._parent_task

    def start_soon(self, async_fn, *args, name=None):
        _run.current_runner().spawn(async_fn, args, self, name)

    async def start(self, async_fn, *args, name=None):
        if self._closed:
            raise RuntimeError('Nursery is closed to new arrivals')
        self._starting += 1
        try:
            try:
                async with open_nursery(strict_exception_groups=True) as old:
                    status = TaskStatus(old, self)
                    _run.current_runner().spawn(functools.partial(async_fn, task_status=status), args, old, name)._eventual = self
            except BaseExceptionGroup as group:
                raise_as_it_was(group.exceptions[0])
            if status._value is _NOTHING:
                raise RuntimeError('child exited without calling task_status.started()')
            return status._value
        finally:
            self._starting -= 1
            self._check_closed()

    def _fail(self, error, reason, task):
        self._errors.append(error)
        self.cancel_scope._cancel('nursery', reason, repr(task))

    def _check_closed(self):
        if self._inside or self._children or self._starting:
            return
        self._closed = True
        runner = _run.state.runner
        if self is runner.system:
            if not runner.ended.done():
                runner.ended.set_result(None)
        elif self._waiting:
            self._waiting = False
            _run.reschedule(self._parent_task)

    def _child_finished(self, task, result):
        del self._children[task]
        if type(result) is _run.Error:
            self._fail(result.error, f'child task raised exception {result.error!r}', task)
        self._check_closed()

    def _aborted(self, raise_cancel):
        """Waits on, but keeps what is no cancellation."""
        error = _run.capture(raise_cancel).error
        if not isinstance(error, Cancelled):
            self._errors.append(error)
            self.cancel_scope._cancel('KeyboardInterrupt', None, repr(self._parent_task))
        return _run.Abort.FAILED

    async def _finish(self, error):
        """Waits for the tasks; returns what went wrong."""
        if error is not None:
            self._fail(error, f'Code block inside nursery contextmanager raised exception {error!r}', self._parent_task)
        self._inside = False
        self._check_closed()
        if self._closed:
            await _run.cancel_shielded_checkpoint()
        else:
            self._waiting = True
            await _run.wait_task_rescheduled(self._aborted, 'taskgroup')
        self._parent_task._nurseries.remove(self)
        errors, self._errors = self._errors, []
        if not errors:
            return None
        if not self._strict and len(errors) == 1:
            return errors[0]
        return BaseExceptionGroup('Exceptions from Trio nursery', errors)


class NurseryManager:
    def __init__(self, strict):
        self._strict = strict

    async def __aenter__(self):
        self._scope = CancelScope()
        self._scope.__enter__()
        self._nursery = Nursery._create(_run.current_task(), self._scope, self._strict)
        return self._nursery

    async def __aexit__(self, kind, exc, tb):
        left = self._scope._close(await self._nursery._finish(exc))
        if left is None or left is exc:
            return left is None
        raise_as_it_was(left)

    def __enter__(self):
        raise RuntimeError("use 'async with open_nursery(...)', not 'with open_nursery(...)'")

    def __exit__(self, kind, exc, tb):
        raise AssertionError('Never called, but should be defined')


def open_nursery(strict_exception_groups=None):
    runner = _run.current_runner()
    if strict_exception_groups is None:
        strict_exception_groups = runner.strict
    elif not strict_exception_groups:
        warn_of_collapsing('open_nursery(')
    return NurseryManager(strict_exception_groups)


public(Nursery, TaskStatus, open_nursery)
