"""What inspect says of asyncio's classes, and mocks that are made after them."""
import asyncio
import inspect
from unittest import mock


def tried(function, *args):
    try:
        return function(*args)
    except Exception as exc:
        return f'{type(exc).__name__}: {exc}'


CLASSES = (asyncio.AbstractEventLoop, asyncio.AbstractEventLoopPolicy, asyncio.AbstractServer, asyncio.BaseEventLoop,
           asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore,
           asyncio.Queue, asyncio.Barrier, asyncio.Runner, asyncio.TaskGroup, asyncio.Timeout, asyncio.StreamReader)
LONG = {'_wait', 'create_server', '_add_reader', '_add_writer', '_remove_reader', '_remove_writer', '__del__',
        '__init__', '_add_callback', '_timer_handle_cancelled', 'create_unix_server', '_get_loop', 'sock_recv'}


def shown(cls):
    for name in dir(cls):
        value = getattr(cls, name)
        own = name in ('__aenter__', '__aexit__') or not name.startswith('_') or name.startswith('_wa')
        if own and inspect.isfunction(value) and name not in LONG:
            yield f'{name}{tried(inspect.signature, value)}' + ' async' * inspect.iscoroutinefunction(value)


for cls in CLASSES:
    public = [line for line in shown(cls) if not line.startswith('_') or cls is not asyncio.StreamReader]
    if cls is asyncio.Timeout:
        public = [line.split('(')[0] for line in public if not line.startswith('_')]
    print(cls.__name__, public)
for called in (asyncio.SelectorEventLoop, asyncio.Queue, asyncio._enter_task):
    print(inspect.signature(called))


async def main():
    loop = asyncio.get_running_loop()
    print(inspect.iscoroutinefunction(loop.create_server), asyncio.iscoroutinefunction(loop.sock_recv),
          inspect.iscoroutinefunction(loop.call_soon), loop.create_server.__qualname__)
    queue = mock.create_autospec(asyncio.Queue, instance=True)
    queue.get.return_value = 3
    print(isinstance(queue, asyncio.Queue), await queue.get(), type(queue.put_nowait), tried(queue.put_nowait))
    print(tried(getattr, queue, 'nothing'))
    for cls in CLASSES[:12]:
        made = mock.MagicMock(spec=cls)
        names = [name for name in dir(cls) if not name.startswith('_')]
        print(cls.__name__, [name for name in names if isinstance(getattr(made, name), mock.AsyncMock)])
    async with mock.MagicMock(spec=asyncio.Lock) as entered:
        print(type(entered))


asyncio.run(main())
