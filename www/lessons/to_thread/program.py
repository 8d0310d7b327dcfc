import asyncio
import time


def old_library(question):
    print("asked:", question)
    time.sleep(2)
    return "42"


async def clock():
    for second in range(1, 4):
        await asyncio.sleep(0.75)
        print("tick", second)


async def main():
    ticking = asyncio.create_task(clock())
    answer = await asyncio.to_thread(old_library, "meaning")
    print("answer:", answer)
    await ticking


asyncio.run(main())
