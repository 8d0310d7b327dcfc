# The parts of asyncio that CPython has in C say in the words of C functions what is wrong with their arguments.
import asyncio
import contextvars


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


async def c():
    pass


async def main():
    loop = asyncio.get_running_loop()
    co = c()
    T, F = asyncio.Task, asyncio.Future
    t(lambda: T())
    t(lambda: T(co, 5))
    t(lambda: T(co, foo=1))
    t(lambda: T(loop=loop))
    t(lambda: T(coro=5))
    t(lambda: T(1, 2, 3, 4, 5, 6, 7, 8))
    t(lambda: F(1))
    t(lambda: F(foo=1))
    t(lambda: F(loop=loop, x=1))
    f = F()
    t(lambda: f.set_result())
    t(lambda: f.set_result(1, 2))
    t(lambda: f.set_exception())
    t(lambda: f.add_done_callback())
    t(lambda: f.add_done_callback(1, 2))
    t(lambda: f.add_done_callback(print, foo=1))
    t(lambda: f.remove_done_callback())
    t(lambda: f.cancel(1, 2))
    t(lambda: f.cancel(msg=1, x=2))
    f = F()
    t(lambda: f.result(1))
    t(lambda: f.done(1))
    t(lambda: f.exception(1))
    task = asyncio.current_task()
    t(lambda: task.cancel(1, 2))
    t(lambda: task.set_name())
    t(lambda: task.get_name(1))
    t(lambda: task.get_stack(1))
    t(lambda: task.get_stack(foo=1))
    t(lambda: task.print_stack(1))
    t(lambda: task.uncancel(1))
    t(lambda: task.set_result(1))
    t(lambda: asyncio.current_task(1, 2))
    t(lambda: asyncio.current_task(loop=loop, x=1))
    t(lambda: asyncio.get_running_loop(1))
    t(lambda: asyncio.get_event_loop(1))
    t(lambda: asyncio._get_running_loop(1))
    t(lambda: asyncio.create_task())
    t(lambda: asyncio.sleep())
    t(lambda: asyncio.gather(foo=1))
    t(lambda: asyncio.wait_for(co))
    t(lambda: asyncio.Queue(1, 2))
    t(lambda: asyncio.Lock(1))
    t(lambda: asyncio.Semaphore(1, 2))
    t(lambda: asyncio.Event(1))
    t(lambda: contextvars.ContextVar())
    t(lambda: contextvars.ContextVar('x', 1))
    t(lambda: contextvars.ContextVar(5))
    v = contextvars.ContextVar('v')
    t(lambda: v.get(1, 2))
    t(lambda: v.set())
    t(lambda: v.reset())
    t(lambda: v.reset(5))
    t(lambda: contextvars.copy_context(1))
    t(lambda: contextvars.copy_context().run())
    co.close()


asyncio.run(main())
