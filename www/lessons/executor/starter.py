import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(number):
    time.sleep(1)
    return number * number


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    with ThreadPoolExecutor(max_workers=1) as pool:
        jobs = [loop.run_in_executor(pool, job, n) for n in range(1, 5)]
        print(await asyncio.gather(*jobs))
    print("after", round(loop.time() - start, 1), "s")


asyncio.run(main())
