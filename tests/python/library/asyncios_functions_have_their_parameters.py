"""Asyncio's own functions and methods are functions, with their parameters."""
import asyncio
import functools
import inspect
import types

for f in (asyncio.sleep, asyncio.gather, asyncio.run, asyncio.to_thread, asyncio.timeout, asyncio.Queue.put,
          asyncio.Lock.release, asyncio.wait, asyncio.eager_task_factory, asyncio.isfuture):
    print(type(f), isinstance(f, types.FunctionType), f.__name__, f.__qualname__, f.__module__,
          repr(f).partition(' at ')[0])
    print(' ', inspect.signature(f), inspect.iscoroutinefunction(f), inspect.isfunction(f), inspect.isbuiltin(f),
          f.__defaults__, f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_name)
for f in asyncio.current_task, asyncio.get_running_loop, print, len, sorted:
    print(type(f), f.__module__, repr(f), inspect.signature(f), inspect.isbuiltin(f), inspect.isfunction(f))
for c in (asyncio.Queue, asyncio.Semaphore, asyncio.Future, asyncio.Timeout, asyncio.Runner,
          asyncio.TaskGroup, asyncio.IncompleteReadError):
    print(c.__name__, inspect.signature(c))


class Bounded(asyncio.Queue):
    async def put(self, item):
        """Puts it."""
        await super().put(item)


@functools.wraps(asyncio.sleep)
async def nap(*args):
    return await asyncio.sleep(*args)


async def main():
    queue = Bounded(3)
    print(type(queue.get), queue.get.__func__ is asyncio.Queue.get, queue.get.__self__ is queue)
    print(inspect.ismethod(queue.get), inspect.iscoroutinefunction(queue.get), inspect.signature(queue.put_nowait))
    print([name for name, f in inspect.getmembers(Bounded, inspect.isfunction) if not name.startswith('_')])
    print([name for name, f in inspect.getmembers(queue, inspect.iscoroutinefunction)])
    print(nap.__name__, inspect.signature(nap), nap.__wrapped__ is asyncio.sleep, await nap(0, 'done'))
    loop = asyncio.get_running_loop()
    print(type(loop.call_soon), inspect.signature(loop.call_later), loop.call_later.__qualname__)
    task = asyncio.current_task()
    print(type(task.cancel), inspect.signature(task.cancel), inspect.signature(asyncio.Task.get_name))
    bound = inspect.signature(asyncio.wait_for).bind(1, timeout=2)
    print(bound.arguments)
    loop.set_task_factory(asyncio.eager_task_factory)
    print(repr(loop.get_task_factory()).partition(' at ')[0])


asyncio.run(main())
