"""Where there is no event loop, and where the loop is closed, a traceback names every frame of asyncio's."""

import asyncio
import concurrent.futures
import threading
import traceback


async def nothing():
    pass


def attempt(what, call):
    print("--", what)
    try:
        call()
    except RuntimeError as error:
        for frame in traceback.extract_tb(error.__traceback__)[2:]:
            print("  ", frame.name, frame.lineno, frame.line)
        print("  ", error)


def without_loop():
    attempt("gather of nothing", lambda: asyncio.gather())
    attempt("wrap_future", lambda: asyncio.wrap_future(concurrent.futures.Future()))
    attempt("StreamReader", lambda: asyncio.StreamReader())
    attempt("FlowControlMixin", lambda: asyncio.streams.FlowControlMixin())


thread = threading.Thread(target=without_loop, name="alone")
thread.start()
thread.join()

closed = asyncio.new_event_loop()
closed.close()
coroutine = nothing()
attempt("ensure_future", lambda: asyncio.ensure_future(coroutine, loop=closed))
coroutine = nothing()
attempt("create_task", lambda: closed.create_task(coroutine))
coroutine.close()
coroutine = nothing()
attempt("Task", lambda: asyncio.Task(coroutine, loop=closed))
attempt("add_reader", lambda: closed.add_reader(0, print))
attempt("add_writer", lambda: closed.add_writer(1, print))
