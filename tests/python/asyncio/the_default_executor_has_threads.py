# set_default_executor takes a ThreadPoolExecutor only.
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(1))
    print(await loop.run_in_executor(None, sum, [1, 2]))
    try:
        loop.set_default_executor(None)
    except TypeError as e:
        print(e)
    loop.set_default_executor(ProcessPoolExecutor())


asyncio.run(main())
