"""Too many arguments by position, and some by name as well: the message tells of both; an unknown name goes first."""
import asyncio
import queue


def attempt(function, *args, **names):
    try:
        print(function(*args, **names))
    except TypeError as exc:
        print(function.__name__, exc)


attempt(asyncio.run, 1, 2, debug=True)
attempt(asyncio.run, 1, 2, debug=True, loop_factory=None)
attempt(asyncio.run, 1, 2, debug=None)
attempt(asyncio.run, 1, 2, dbug=True)
attempt(asyncio.run, 1, 2, main=3)
attempt(asyncio.run, 1, 2)
attempt(asyncio.wait, 1, 2, 3, timeout=3)
attempt(asyncio.as_completed, 1, 2, timeout=2)
attempt(asyncio.create_task, 1, 2, name="x", context=None)
attempt(asyncio.ensure_future, 1, 2, loop=3)
attempt(asyncio.wrap_future, 1, 2, loop=1)
attempt(asyncio.Runner, 1, debug=2)
attempt(asyncio.Queue, 1, 2)


def own(a, b=2, *, c=3, d):
    pass


attempt(own, 1, 2, 3, d=4)
attempt(own, 1, 2, 3, c=3, d=4)
attempt(own, 1, 2, 3)
queue.Queue().get(timeout="soon")
