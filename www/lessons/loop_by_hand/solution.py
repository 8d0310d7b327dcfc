import asyncio


def tick(loop, number):
    print("tick", number)
    if number == 3:
        loop.stop()
    else:
        loop.call_later(1, tick, loop, number + 1)


loop = asyncio.new_event_loop()
loop.call_soon(tick, loop, 1)
loop.run_forever()
loop.close()
print("over")
