# What a factory gives is only asked for what asyncio needs of it: SIGINT cancels it, gather refuses it.
import asyncio
import signal


class Wrapped:
    """Not a task, but has one."""

    def __init__(self, loop, coro, **options):
        self._task = asyncio.Task(coro, loop=loop, **options)

    def __getattr__(self, name):
        if name in ('uncancel', '_loop'):
            raise AttributeError(name)
        return getattr(self._task, name)

    @property
    def _asyncio_future_blocking(self):
        return self._task._asyncio_future_blocking


def factory(made):
    loop = asyncio.new_event_loop()
    loop.set_task_factory(made)
    return loop


async def interrupted():
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(1)


try:
    asyncio.run(interrupted(), loop_factory=lambda: factory(Wrapped))
except asyncio.CancelledError as error:
    print('cancelled', error.args)


class Bare:
    def __init__(self, loop, coro, **options):
        self.coro = coro

    def set_name(self, name):
        pass

    def __await__(self):
        return self.coro.__await__()


async def nothing():
    pass


async def gathers():
    asyncio.get_running_loop().set_task_factory(Bare)
    try:
        await asyncio.gather(nothing(), nothing())
    except AttributeError as error:
        print(error)
    asyncio.get_running_loop().set_task_factory(lambda loop, coro, **options: coro.close())
    try:
        asyncio.create_task(nothing())
    except AttributeError as error:
        print(error)
    asyncio.get_running_loop().set_task_factory(None)


asyncio.run(gathers())
