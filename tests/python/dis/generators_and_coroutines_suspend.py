# Where generators and coroutines give way: YIELD_VALUE, SEND, and what guards them.
import dis


def numbers(limit):
    for i in range(limit):
        got = yield i
        if got:
            return got
    yield from numbers(limit)


async def fetch(session, url):
    async with session.get(url) as response:
        await response.read()
    async for chunk in response:
        print(chunk)
    return [part async for part in response if await part]


async def produced():
    yield 1
    await None


dis.dis(numbers)
dis.dis(numbers(3))
dis.dis(fetch)
dis.dis(produced())
coroutine = fetch(None, "")
dis.dis(coroutine)
coroutine.close()
