import asyncio


def tick(loop, number):
    print("tick", number)
    loop.stop()


loop = asyncio.new_event_loop()
loop.call_soon(tick, loop, 1)
loop.run_forever()
loop.close()
print("over")
