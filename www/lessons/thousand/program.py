import asyncio

most = running = 0


async def call(number, places):
    global most, running
    async with places:
        running += 1
        most = max(most, running)
        await asyncio.sleep(1)
        running -= 1


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    places = asyncio.Semaphore(100)
    tasks = [asyncio.create_task(call(n, places)) for n in range(1000)]
    print(len(tasks), "tasks are made")
    await asyncio.gather(*tasks)
    print("never more than", most, "at once")
    print("done after", round(loop.time() - start, 1), "s")


asyncio.run(main())
