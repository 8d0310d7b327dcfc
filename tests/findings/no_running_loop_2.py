import asyncio
async def work():
    return 1
def start():
    asyncio.create_task(work())
try:
    start()
except RuntimeError as error:
    raise
# found: no-running-loop@5
