import asyncio


async def coroutine():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for schedule in (loop.call_soon, lambda c: loop.call_later(1, c), lambda c: loop.call_at(1, c), loop.call_soon_threadsafe):
        for callback in (coroutine, 5):
            try:
                schedule(callback)
            except TypeError as e:
                print(e)


asyncio.run(main(), debug=True)
