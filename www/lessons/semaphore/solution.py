import asyncio

running = 0


async def request(number):
    global running
    if running == 2:
        return f"{number} refused"
    running += 1
    await asyncio.sleep(1)
    running -= 1
    return f"{number} ok"


async def polite(number, places):
    async with places:
        return await request(number)


async def main():
    places = asyncio.Semaphore(2)
    visits = [polite(n, places) for n in range(1, 6)]
    answers = await asyncio.gather(*visits)
    print(*answers, sep="\n")


asyncio.run(main())
