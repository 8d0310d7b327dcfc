from concurrent.futures import ThreadPoolExecutor
import asyncio
async def work(n):
    await asyncio.sleep(1)
    return n
with ThreadPoolExecutor() as ex:
    fs = [ex.submit(work, i) for i in range(3)]
    print([f.result() for f in fs])
# found: async-target@7, repaired
