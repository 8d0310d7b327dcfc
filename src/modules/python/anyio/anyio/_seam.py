"""Which of the two backends runs what asks."""
import asyncio
import sys
from anyio._errors import NoEventLoopError

NAMES = ('asyncio', 'trio')


def named(name):
    import importlib
    if name not in NAMES:
        raise LookupError(f'No such backend: {name}')
    return importlib.import_module(f'anyio._on_{name}')


def running():
    """The backend, or None."""
    try:
        task = asyncio.current_task()
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return None
    if 'trio' in sys.modules:
        from trio._run import state
        if state.runner is not None and state.runner.loop is loop:
            return named('trio')
    return named('asyncio')


def backend():
    found = running()
    if found is None:
        raise NoEventLoopError('Not currently running on any asynchronous event loop. Available async backends: asyncio, trio')
    return found


def check_size(max_bytes):
    if max_bytes <= 0:
        raise ValueError('max_bytes must be a positive integer')


def coroutine_name(coro):
    frame = getattr(coro, 'cr_frame', None)
    module = frame.f_globals.get('__name__') if frame is not None else None
    return f'{module}.{coro.__qualname__}' if module else coro.__qualname__


def callable_name(func, name=None):
    if name is not None:
        return str(name)
    while hasattr(func, 'func'):
        func = func.func
    module, qualname = getattr(func, '__module__', None), getattr(func, '__qualname__', None)
    return '.'.join(part for part in (module, qualname) if part)


def coroutine_of(func, args, kwargs=()):
    """Calls what should be an async function."""
    coro = func(*args, **dict(kwargs))
    if not asyncio.iscoroutine(coro):
        prefix = f'{func.__module__}.' if hasattr(func, '__module__') else ''
        raise TypeError(f"Expected {prefix}{func.__qualname__}() to return a coroutine, but the return value ({coro!r}) is not a coroutine object")
    return coro


class TaskInfo:
    """A task as it is told of."""

    def __init__(self, task, kind, name, parent_id):
        self._task, self._kind, self.id, self.name, self.parent_id = task, kind, id(task), name, parent_id
        self.coro = task.coro if kind == 'Trio' else task.get_coro()

    def __eq__(self, other):
        return self.id == other.id if isinstance(other, TaskInfo) else NotImplemented

    def __hash__(self):
        return hash(self.id)

    def __repr__(self):
        return f'{self._kind}TaskInfo(id={self.id!r}, name={self.name!r})'

    def has_pending_cancellation(self):
        if self._kind == 'Trio':
            return self._task._scope._effective
        state = getattr(self._task, '_anyio', None)
        return self._task.cancelling() > 0 or state is not None and state.scope is not None and state.scope.effective()
