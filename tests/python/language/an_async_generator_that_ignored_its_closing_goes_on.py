import asyncio


async def stubborn():
    try:
        yield "first"
    except GeneratorExit:
        given = yield "not yet"
        print("given", given)
        yield "still here"
        raise


async def ask(awaitable):
    try:
        print(await awaitable)
    except BaseException as error:
        print(repr(error))


async def main():
    one = stubborn()
    await ask(anext(one))
    await ask(one.aclose())
    await ask(one.asend("a word"))
    await ask(one.aclose())
    await ask(one.athrow(ValueError))
    async for item in one:
        print("never", item)


async def told():
    try:
        await main()
    except GeneratorExit as error:
        print("at last", repr(error))


asyncio.run(told())


async def others():
    another = stubborn()
    async for item in another:
        print(item)
        break
    await ask(another.aclose())
    async for item in another:
        print(item)
        break
    await ask(anext(another, "by default"))
    await ask(anext(another, "by default"))
    await ask(another.aclose())


asyncio.run(others())
