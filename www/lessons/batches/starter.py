import asyncio


async def fetch(page):
    await asyncio.sleep(2 if page % 4 == 0 else 0.5)
    print("page", page)


async def worker(queue):
    await fetch(queue.get_nowait())


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    queue = asyncio.Queue()
    for page in range(1, 9):
        queue.put_nowait(page)
    await asyncio.gather(*(worker(queue) for _ in range(3)))
    print("all after", round(loop.time() - start, 1), "s")


asyncio.run(main())
