import asyncio
from concurrent.futures import ThreadPoolExecutor
def f(): return 1
async def main():
    with ThreadPoolExecutor() as ex:
        fut = ex.submit(f)
        print(await fut)
asyncio.run(main())
# found: job-awaited@7
