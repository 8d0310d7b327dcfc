# Requests of one session: at once, at most so many at once, on a semaphore; what a body is; params, json, headers.
import asyncio
import time

import aiohttp


async def fetch(session, url, **kwargs):
    async with session.get(url, **kwargs) as response:
        text = await response.text()
        print(f"{time.time() - started:.2f} {response.status} {len(text)} {response.url}")
        return response.status


async def main():
    global started
    started = time.time()
    urls = [f"https://httpbin.org/delay/{n}" for n in (2, 1, 3)]
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*(fetch(session, url) for url in urls)))
        semaphore = asyncio.Semaphore(2)

        async def limited(url):
            async with semaphore:
                return await fetch(session, url)
        print(await asyncio.gather(*(limited(f"https://example.com/page/{n}") for n in range(5))))
        tasks = [asyncio.create_task(fetch(session, url)) for url in urls]
        for task in asyncio.as_completed(tasks):
            print(await task)
        response = await session.get("https://httpbin.org/get", params={"q": "a b", "page": 2})
        print(await response.json())
        async with session.post("https://httpbin.org/post", json={"a": [1, 2]}, headers={"X-Token": "t"}) as response:
            answer = await response.json()
            print(answer["json"], answer["headers"], answer["method"], answer["data"])
        async with session.put("https://httpbin.org/put", data={"name": "x"}) as response:
            print((await response.json())["form"])
        async with session.delete("https://httpbin.org/delete") as response:
            print(response.status, response.ok, (await response.json())["method"])
        async with session.get("https://example.com") as response:
            body = await response.read()
            print(type(body), len(body), response.headers["content-type"], response.content_type)
    print(session.closed)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=2)) as session:
        await asyncio.gather(*(fetch(session, f"https://example.com/{n}") for n in range(6)))


asyncio.run(main())
