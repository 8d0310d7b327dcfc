import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print("hello,", name)


loop = asyncio.new_event_loop()
loop.run_until_complete(greet("ann"))
loop.close()
loop.run_until_complete(greet("bo"))
