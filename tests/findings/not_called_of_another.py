import asyncio
async def work(n): pass
async def run(job):
    await job
asyncio.run(run(work))
# found: not-called@4
