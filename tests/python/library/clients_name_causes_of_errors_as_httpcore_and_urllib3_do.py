# What is behind an error of requests' or httpx's: causes, what was handled meanwhile, and the fault itself as the argument.
import asyncio
import socket

import httpx
import requests


def told(call):
    try:
        call()
    except Exception as e:
        shown(e)


def shown(error):
    while error is not None:
        kinds = [type(each).__name__ for each in (error.__cause__, error.__context__)]
        print('   ', type(error).__module__, type(error).__name__, [type(arg).__name__ for arg in error.args], *(kinds if not isinstance(error, TimeoutError) else ()),
              error.__suppress_context__, str(error)[-40:])
        # In asyncio a timeout has the cancellation behind it.
        error = not isinstance(error, TimeoutError) and (error.__cause__ or error.__context__) or None


server = socket.create_server(('127.0.0.1', 8124))
for url in 'http://127.0.0.1:9', 'http://127.0.0.1:8124', 'ftp://a/', 'a':
    print(url)
    told(lambda: requests.get(url, timeout=0.5))
    told(lambda: httpx.get(url, timeout=0.5))


async def main():
    async with httpx.AsyncClient(timeout=0.5) as client:
        for url in 'http://127.0.0.1:9', 'http://127.0.0.1:8124', 'ftp://a/':
            try:
                await client.get(url)
            except Exception as e:
                shown(e)


asyncio.run(main())
server.close()
