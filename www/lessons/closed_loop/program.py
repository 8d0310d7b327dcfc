import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print("hello,", name)


loop = asyncio.new_event_loop()
loop.run_until_complete(greet("ann"))
loop.close()
print("closed:", loop.is_closed())

again = greet("bo")
try:
    loop.run_until_complete(again)
except RuntimeError as error:
    print("RuntimeError:", error)
    again.close()
