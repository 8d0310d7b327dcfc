import asyncio, logging, sys
async def work():
    return 1
coroutine = work()
try:
    asyncio.create_task(coroutine)
except RuntimeError:
    logging.exception('as expected')
coroutine.close()
sys.exit(1)
# found:
