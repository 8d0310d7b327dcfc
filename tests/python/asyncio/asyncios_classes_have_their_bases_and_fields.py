"""The bases of asyncio's classes, the names that their instances have and they do not, and what can be set."""
import asyncio
import copy
import pickle
import asyncio.locks
import asyncio.mixins


def tried(function, *args):
    try:
        return function(*args)
    except Exception as exc:
        return f'{type(exc).__name__}: {exc}'


def order(cls):
    return [f'{base.__module__}.{base.__qualname__}' for base in cls.__mro__]


PRIMITIVES = (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore,
              asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue)


class Guarded(asyncio.locks._ContextManagerMixin):
    async def acquire(self):
        print('acquired')

    def release(self):
        print('released')


class Bound(asyncio.mixins._LoopBoundMixin):
    def __repr__(self):
        return '<Bound>'


async def main():
    loop = asyncio.get_running_loop()
    for cls in PRIMITIVES + (asyncio.Barrier, asyncio.DefaultEventLoopPolicy):
        print(order(cls))
    for cls in PRIMITIVES:
        made = cls()
        print(cls.__name__, list(vars(made)), sorted(name for name in dir(made) if not name.startswith('__')))
        print(sorted(name for name in dir(cls) if not name.startswith('__')), hasattr(cls, '_waiters'), cls._loop)
        print([name for name in vars(made) if name in vars(cls)], made._loop)
        print(made._get_loop() is loop, made._loop is loop)
        for name, value in list(vars(made).items()):
            setattr(made, name, value)
            assert getattr(made, name) is value or getattr(made, name) == value, name
        for copied in (copy.copy(cls()), copy.deepcopy(cls()), pickle.loads(pickle.dumps(cls()))):
            assert type(copied) is cls and list(vars(copied)) == list(vars(cls())), cls
    print(tried(getattr, asyncio.Semaphore, '_value'), tried(getattr, asyncio.Lock(), '_value'))
    print(tried(getattr, asyncio.Condition, 'acquire'))
    runner, group, timeout = asyncio.Runner(), asyncio.TaskGroup(), asyncio.timeout(1)
    print(runner._state, runner._loop, runner._context, timeout._state, timeout._task, group._tasks, group._errors)
    print(sorted(vars(runner)), sorted(vars(group)), sorted(vars(timeout)))

    queue = asyncio.Queue(3)
    queue.put_nowait([1])
    shared, own = copy.copy(queue), copy.deepcopy(queue)
    shared.put_nowait(2)
    own.put_nowait(3)
    print(queue.qsize(), shared.qsize(), own.qsize(), shared._queue is queue._queue, str(own))
    locked = asyncio.Lock()
    await locked.acquire()
    print(copy.copy(locked).locked(), tried(pickle.dumps, loop.create_future()))
    print(tried(copy.copy, asyncio.current_task()) != asyncio.current_task())

    async with Guarded() as nothing:
        print(nothing)
    bound = Bound()
    print(bound._loop, bound._get_loop() is loop, vars(bound) == {'_loop': loop})
    bound._loop = 5
    print(tried(bound._get_loop))

    event = asyncio.Event()
    waiting = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event._waiters[0].set_result('done by hand')
    print(await waiting, len(event._waiters), event._value)
    condition = asyncio.Condition()
    condition.acquire = condition.release = None
    print(condition.acquire, condition.locked())
    group = asyncio.TaskGroup()
    try:
        async with group:
            group.create_task(asyncio.sleep(-1, 'x'))
            raise KeyError('body')
    except* KeyError as caught:
        print(caught.exceptions, group._errors)


asyncio.run(main())


async def alone():
    print([name for name in asyncio.__all__ if not hasattr(asyncio, name)], 'Server' in asyncio.__all__,
          'BaseSelectorEventLoop' in asyncio.__all__, '_enter_task' in asyncio.__all__, hasattr(asyncio, '_LoopBoundMixin'))
    loop = asyncio.get_running_loop()
    print({'_ready', '_scheduled', '_closed', '_debug', '_thread_id', '_asyncgens'} <= set(vars(loop)))
    loop._exception_handler = lambda loop, context: print('handled', context['message'])
    loop.call_exception_handler({'message': 'set under its private name'})
    loop._debug = True
    print(loop.get_debug(), loop._signal_handlers, list(loop._asyncgens), loop._asyncgens_shutdown_called)
    loop._debug = False


asyncio.run(alone())
