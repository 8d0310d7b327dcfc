import asyncio, time
from concurrent.futures import ThreadPoolExecutor
def work():
    time.sleep(1)
    raise ValueError
with ThreadPoolExecutor() as pool:
    job = pool.submit(work)
    try: job.result(timeout=0.1)
    except TimeoutError: print('late')
    pool.submit(work).cancel()
async def main():
    try: await asyncio.wait_for(asyncio.to_thread(work), 0.5)
    except TimeoutError: print('late')
asyncio.run(main())
# found:
