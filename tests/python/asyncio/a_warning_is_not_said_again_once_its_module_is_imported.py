# What the interpreter has warned of at a line it does not say again after `warnings` was imported.
import asyncio


async def work():
    asyncio.sleep(1)


for turn in range(3):
    asyncio.run(work())
    import warnings
print('changed filters forget')
warnings.simplefilter('default')
asyncio.run(work())
asyncio.run(work())
