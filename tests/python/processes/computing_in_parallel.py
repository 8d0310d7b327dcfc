import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def burn(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


async def timed(pool):
    loop = asyncio.get_running_loop()
    start = time.perf_counter()
    with pool:
        await asyncio.gather(*(loop.run_in_executor(pool, burn, 3_000_000) for _ in range(2)))
    return time.perf_counter() - start


async def main():
    alone = await timed(ProcessPoolExecutor(1))
    processes = await timed(ProcessPoolExecutor(2))
    threads = await timed(ThreadPoolExecutor(2))
    print("two processes take half as long as one:", processes < 0.6 * alone)
    print("and half as long as two threads:", processes < 0.6 * threads)


if __name__ == "__main__":
    asyncio.run(main())
