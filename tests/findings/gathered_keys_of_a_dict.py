import asyncio


async def job(number):
    return number


async def main():
    jobs = {asyncio.create_task(job(number)): number for number in range(2)}
    print(await asyncio.gather(jobs))


asyncio.run(main())
# found: gathered-whole@10, repaired
