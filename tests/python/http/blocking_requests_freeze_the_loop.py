# requests blocks its thread: coroutines go one after the other, threads of a pool do not.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import requests

URL = "https://httpbin.org/delay/1"


async def ticks():
    for n in range(4):
        print("tick", n, f"{time.time() - started:.1f}")
        await asyncio.sleep(0.5)


async def blocking():
    return requests.get(URL).status_code


async def main():
    print(await asyncio.gather(ticks(), blocking(), blocking()))
    print(f"{time.time() - started:.1f}")
    responses = await asyncio.gather(*(asyncio.to_thread(requests.get, URL) for _ in range(3)))
    print([r.json()["url"] for r in responses], f"{time.time() - started:.1f}")


started = time.time()
asyncio.run(main())
with ThreadPoolExecutor(max_workers=2) as pool:
    for response in pool.map(requests.get, [URL] * 4):
        print(response.status_code, f"{time.time() - started:.1f}")
with requests.Session() as session:
    session.headers.update({"X-App": "demo"})
    print(session.get("https://httpbin.org/headers").json())
    print(session.post("https://httpbin.org/post", data={"k": "v"}).json()["form"])
    print(session.post("https://httpbin.org/post", json={"k": "v"}).json()["json"])
