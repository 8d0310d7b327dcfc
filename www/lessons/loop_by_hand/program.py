import asyncio


def say(text):
    print(text)


def last(loop):
    print("stop after this turn")
    loop.stop()
    loop.call_soon(say, "never called")


loop = asyncio.new_event_loop()
loop.call_later(2, last, loop)
loop.call_later(1, say, "one second later")
loop.call_soon(say, "first in the queue")
loop.call_soon(say, "second in the queue")
print("nothing has been called yet")
loop.run_forever()
loop.close()
