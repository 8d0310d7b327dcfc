import asyncio
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor() as pool:
    asyncio.run(pool.submit(print, "job"))
# found: job-awaited@5
