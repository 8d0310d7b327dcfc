# What a program's policy, loop factory or task factory raises passes the library's frames that called it.
import asyncio
import sys
import traceback


class Policy(asyncio.DefaultEventLoopPolicy):
    fails = ''

    def new_event_loop(self):
        if self.fails == 'new':
            raise ValueError('no new loop')
        return super().new_event_loop()

    def set_event_loop(self, loop):
        if self.fails == 'set':
            raise ValueError('no other loop')
        super().set_event_loop(loop)

    def get_event_loop(self):
        if self.fails == 'get':
            raise ValueError('no loop here')
        return super().get_event_loop()


def shown(call):
    try:
        call()
    except Exception:
        traceback.print_exc(file=sys.stdout)
    else:
        print('fine')


async def nothing():
    pass


policy = Policy()
asyncio.set_event_loop_policy(policy)
for policy.fails in 'new', 'set', 'get':
    print('==', policy.fails)
    shown(asyncio.get_event_loop)
    shown(asyncio.new_event_loop)
    shown(lambda: asyncio.run(nothing()))
    shown(lambda: asyncio.Runner().get_loop())
    shown(lambda: asyncio.Runner().run(nothing()))
    shown(lambda: asyncio.set_event_loop(None))
asyncio.set_event_loop_policy(None)


def fail(*args, **kwargs):
    raise KeyError('factory')


def forget(loop, coro, **kwargs):
    coro.close()


class Nameless:
    def set_name(self, name):
        raise ValueError(name)


def nameless(loop, coro, **kwargs):
    coro.close()
    return Nameless()


async def with_factories():
    loop = asyncio.get_running_loop()
    for factory in fail, forget, nameless:
        print('==', factory.__name__)
        for way in (asyncio.create_task, loop.create_task, asyncio.ensure_future, asyncio.gather,
                    lambda c: asyncio.create_task(c, name='n')):
            loop.set_task_factory(factory)
            coroutine = nothing()
            shown(lambda: way(coroutine))
            coroutine.close()
            loop.set_task_factory(None)


asyncio.run(with_factories())
shown(lambda: asyncio.run(nothing(), loop_factory=fail))
runner = asyncio.Runner()
runner.get_loop().set_task_factory(forget)
shown(lambda: runner.run(nothing()))
runner.get_loop().set_task_factory(None)
runner.close()
shown(runner.get_loop)
shown(lambda: runner.run(nothing()))


async def on_signal():
    pass


async def add_signal_handler():
    asyncio.get_running_loop().add_signal_handler(2, on_signal)


shown(lambda: asyncio.run(add_signal_handler()))
