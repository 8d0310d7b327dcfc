# The exception of a callback that fails, and the handle with its arguments, are in a circle: a task that the callback was
# given, and whose own exception nobody saw, is told of when the collector comes.
import asyncio
import gc
import sys


async def fail(name):
    raise ValueError(name)


async def forget(name, callback):
    asyncio.create_task(fail(name)).add_done_callback(callback)
    await asyncio.sleep(1)
    print('after', name, file=sys.stderr)


asyncio.run(forget('first', lambda: None))
gc.collect()
print('collected', file=sys.stderr)
asyncio.run(forget('second', lambda task: 1 / 0))
asyncio.run(forget('third', id))
asyncio.run(forget('fourth', lambda task: task.result()))
