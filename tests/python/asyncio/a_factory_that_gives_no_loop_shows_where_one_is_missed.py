import asyncio


async def main():
    return 1


def forgetful():
    asyncio.new_event_loop


class Strange:
    pass


for factory in forgetful, lambda: 5, Strange:
    coroutine = main()
    try:
        asyncio.run(coroutine, loop_factory=factory)
    except Exception as error:
        while error is not None:
            print(type(error).__name__, error)
            error = error.__context__
    coroutine.close()
    print()

asyncio.run(main(), loop_factory=forgetful)
