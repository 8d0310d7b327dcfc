# asyncio's own functions look each other up in its modules by name: what stands there is called.
import asyncio
from unittest.mock import patch

calls = []


def told(name, real):
    if isinstance(real, type):
        class Told(real):
            def __init__(self, *args, **kwargs):
                calls.append(name)
                super().__init__(*args, **kwargs)
        return Told

    def function(*args, **kwargs):
        calls.append(name)
        return real(*args, **kwargs)
    return function


async def work():
    await asyncio.sleep(0.1)
    await asyncio.wait([asyncio.create_task(asyncio.sleep(0.1))])
    await asyncio.wait_for(asyncio.sleep(0.1), 1)
    async with asyncio.TaskGroup() as group, asyncio.timeout(1):
        group.create_task(asyncio.sleep(0.1))
    await asyncio.gather(asyncio.sleep(0), asyncio.to_thread(len, 'ab'))
    await asyncio.Barrier(1).wait()
    await asyncio.Queue(1).put(1)
    for first in asyncio.as_completed([asyncio.sleep(0)]):
        await first
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.5)
    except TimeoutError:
        calls.append('late')


for module, name in [
        ('events', 'get_running_loop'), ('events', '_get_running_loop'), ('events', 'get_event_loop'),
        ('events', 'set_event_loop'), ('events', '_set_running_loop'), ('timeouts', 'timeout'), ('timeouts', 'Timeout'),
        ('tasks', 'current_task'), ('tasks', 'all_tasks'), ('tasks', 'Task'), ('futures', 'Future'),
        ('locks', 'Condition'), ('locks', 'Event'), ('runners', 'Runner'), ('runners', '_cancel_all_tasks')]:
    real = getattr(getattr(asyncio, module), name)
    with patch(f'asyncio.{module}.{name}', told(name, real)):
        asyncio.run(work())
    assert name in calls, name
    if name not in ('get_running_loop', '_get_running_loop', 'get_event_loop', 'Future', 'Event'):
        print(module, name, calls.count(name))
    calls.clear()

with patch('asyncio.timeouts.timeout', side_effect=RuntimeError('no timeouts today')):
    sleep = asyncio.sleep(1)
    try:
        asyncio.run(asyncio.wait_for(sleep, 2))
    except RuntimeError as error:
        print(error)
    sleep.close()
with patch('asyncio.base_events.time.monotonic', return_value=7.5):
    print(asyncio.new_event_loop().time())
with patch('asyncio.base_events.time') as clock:
    clock.monotonic.return_value = 3.5
    print(asyncio.new_event_loop().time())
print(asyncio.runners.signal.SIGINT.name, asyncio.threads.functools.__name__, asyncio.locks.collections.__name__)
