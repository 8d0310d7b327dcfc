import asyncio
import functools


def decorated(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper


@decorated
@decorated
def fails(*args):
    raise KeyError('wrapped')


class Own(functools.partial):
    pass


class Thing:
    @decorated
    def wrapped(self, *args):
        pass

    def plain(self, *args):
        pass


async def main():
    loop = asyncio.get_running_loop()
    callbacks = (fails, Thing().wrapped, Thing().plain, Thing.plain, print, decorated(print), functools.lru_cache(fails),
                 functools.partial(Thing().wrapped, 2), Own(fails, 1), functools.partial(fails, 1))
    for callback in callbacks:
        handle = loop.call_soon(callback)
        print(handle)
        handle.cancel()
    future = loop.create_future()
    future.add_done_callback(Thing().wrapped)
    future.add_done_callback(fails)
    print(future)
    loop.call_soon(fails, 1)
    await asyncio.sleep(0)


asyncio.run(main())
