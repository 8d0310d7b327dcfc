import asyncio
import time

async def main():
    for n in range(3):
        await asyncio.to_thread(time.sleep, n + 1)

asyncio.run(main())
# found: one-by-one@6
