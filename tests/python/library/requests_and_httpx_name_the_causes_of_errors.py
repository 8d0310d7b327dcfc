# An error of requests' or httpx's has behind it the ones of the packages below, down to the socket's.
import asyncio
import httpx
import requests


def told(error):
    while error is not None:
        print('   ', type(error).__module__, type(error).__qualname__, error.__suppress_context__, str(error)[-60:])
        error = error.__cause__ or error.__context__


for module, urls in ((requests, ('http://127.0.0.1:1/',)), (httpx, ('http://127.0.0.1:1/', 'x', 'foo://x/'))):
    for url in urls:
        print(module.__name__, url)
        try:
            module.get(url)
        except Exception as e:
            told(e)


async def main():
    async with httpx.AsyncClient() as client:
        try:
            await client.get('foo://x/')
        except httpx.UnsupportedProtocol as e:
            told(e)


asyncio.run(main())
