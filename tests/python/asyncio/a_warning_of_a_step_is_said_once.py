"""A warning about asyncio's line that called a task's step is one of its module: said once, found by its filters."""
import asyncio
import warnings


async def step():
    warnings.warn('deprecated step', FutureWarning, stacklevel=2)


async def two():
    await asyncio.gather(step(), step())


asyncio.run(step())
asyncio.run(two())
warnings.filterwarnings('error', module=r'asyncio\.events')
try:
    asyncio.run(step())
except FutureWarning as error:
    print('raised', error)
