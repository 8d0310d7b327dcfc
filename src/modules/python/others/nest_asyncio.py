"""Event loops that can be run while they run."""
import asyncio
import threading
from asyncio import events, tasks
from contextlib import contextmanager, suppress


def apply(loop=None):
    """Lets asyncio.run and what a loop of this kind is run by be called within coroutines."""
    if not hasattr(asyncio, '_nest_patched'):
        asyncio.run, asyncio._nest_patched = run, True
        events.get_event_loop = asyncio.get_event_loop = _get_event_loop
        type(events.get_event_loop_policy()).get_event_loop = _of_thread
    _nest(loop or _get_event_loop())


def run(main, *, debug=False):
    loop = _get_event_loop()
    loop.set_debug(debug)
    task = asyncio.ensure_future(main, loop=loop)
    try:
        return loop.run_until_complete(task)
    finally:
        if not task.done():
            task.cancel()
            with suppress(asyncio.CancelledError):
                loop.run_until_complete(task)


def _get_event_loop(stacklevel=3):
    return events._get_running_loop() or events.get_event_loop_policy().get_event_loop()


def _of_thread(policy):
    """A policy's loop of this thread; where there is none, one is made."""
    if policy._local._loop is None:
        policy.set_event_loop(policy.new_event_loop())
    return policy._local._loop


def _nest(loop):
    if hasattr(loop, '_nest_patched'):
        return
    if not isinstance(loop, asyncio.BaseEventLoop):
        raise ValueError("Can't patch loop of type %s" % type(loop))
    kind = type(loop)
    forever, until_complete = kind.run_forever, kind.run_until_complete

    def run_forever(self):
        with _left(self):
            forever(self)

    def run_until_complete(self, future):
        with _left(self):
            return until_complete(self, future)

    kind.run_forever, kind.run_until_complete, kind._nest_patched = run_forever, run_until_complete, True


@contextmanager
def _left(loop):
    """The loop as if it did not run, and its task as if it were not the current one, until the loop has been run anew."""
    loop._check_closed()
    running, thread = events._get_running_loop(), loop._thread_id
    task = tasks.current_task(loop) if thread == threading.get_ident() else None
    if task is not None:
        tasks._leave_task(loop, task)
    loop._thread_id = None
    events._set_running_loop(None)
    try:
        yield
    finally:
        loop._thread_id = thread
        events._set_running_loop(running)
        if task is not None:
            tasks._enter_task(loop, task)
