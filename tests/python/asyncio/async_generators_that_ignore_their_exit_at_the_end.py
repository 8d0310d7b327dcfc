import asyncio


async def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print('no')


async def awaits():
    try:
        yield
    finally:
        print('awaiting')
        await asyncio.sleep(0)
        print('awaited')


async def main():
    global kept
    kept = stubborn()
    await anext(kept)
    for _ in range(2):
        try:
            await kept.aclose()
        except (RuntimeError, StopAsyncIteration) as e:
            print(repr(e))


asyncio.run(main())
other = stubborn()
try:
    other.asend(None).send(None)
except StopIteration:
    pass
del other
other = awaits()
try:
    other.asend(None).send(None)
except StopIteration:
    pass
del other
del kept
print('end')
