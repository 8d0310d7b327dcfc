import asyncio


def generator():
    yield 1


class Never:
    __await__ = None


class Once:
    def __await__(self):
        yield
        return "once"


async def attempt(name, make):
    try:
        print(name, await make())
    except Exception as error:
        print(name, type(error).__name__, error)


async def main():
    for thing in generator, Never, Once, list:
        print(thing.__name__)
        await attempt("wait_for", lambda: asyncio.wait_for(thing(), 1))
        await attempt("wait_for without", lambda: asyncio.wait_for(thing(), None))
        await attempt("wait_for at once", lambda: asyncio.wait_for(thing(), 0))
        await attempt("gather", lambda: asyncio.gather(thing()))
        await attempt("wait", lambda: asyncio.wait([thing()]))
        await attempt("shield", lambda: asyncio.shield(thing()))
        await attempt("as_completed", lambda: next(asyncio.as_completed([thing()])))
        if thing is not list:
            await attempt("as_completed of one", lambda: asyncio.as_completed(thing()))
        await attempt("wrap_future", lambda: asyncio.wrap_future([thing.__name__]))


asyncio.run(main())
