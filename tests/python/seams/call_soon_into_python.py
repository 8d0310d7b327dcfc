import asyncio


def nested(depth):
    return depth if depth == 0 else nested(depth - 1) + 1


def callback(name, loop):
    print(name, nested(50), sorted("cab", key=lambda c: -ord(c)))
    if name == "last":
        loop.stop()


loop = asyncio.new_event_loop()
loop.call_soon(callback, "first", loop)
loop.call_later(0.5, callback, "last", loop)
loop.call_soon(print, "plain", 1)
loop.run_forever()
loop.close()
