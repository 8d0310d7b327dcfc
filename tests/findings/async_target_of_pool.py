import asyncio
from concurrent.futures import ThreadPoolExecutor
async def work(): print('ran')
with ThreadPoolExecutor() as pool:
    pool.submit(work)
# found: async-target@5, repaired
