import asyncio


def deep(n):
    global reached
    reached = n
    deep(n + 1)


def measure():
    try:
        deep(0)
    except RecursionError:
        return reached


async def main():
    return measure()


def in_callback(loop, found):
    found.append(measure())
    loop.stop()


below = measure()
print(below - asyncio.run(main()))
with asyncio.Runner() as runner:
    print(below - runner.run(main()))
loop = asyncio.new_event_loop()
print(below - loop.run_until_complete(main()))
found = []
loop.call_soon(in_callback, loop, found)
loop.run_forever()
print(below - found[0], below - measure())
loop.close()
