import asyncio


def callback():
    1 / 0


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(callback)
    later = loop.call_later(1, callback)
    future = loop.create_future()
    for made in soon, later, future:
        print(made, made._source_traceback[-1].name, made._source_traceback[-1].lineno > 0)
    later.cancel()
    print(later)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
loop = asyncio.new_event_loop()
print(loop.call_soon(print)._source_traceback, loop.create_future()._source_traceback)
loop.close()


async def tell():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: loop.default_exception_handler(context))
    loop.call_soon(loop.call_exception_handler, {"message": "told by a callback", "number": 1})
    loop.call_later(1, loop.default_exception_handler, {"message": "told by a timer"})
    await asyncio.sleep(2)


asyncio.run(tell(), debug=True)
