import asyncio


async def fail(n):
    raise ValueError(n)


async def main():
    global kept
    kept = asyncio.create_task(fail('kept'))
    asyncio.create_task(fail('lost'))
    await asyncio.sleep(0)


asyncio.run(main())
print('end')
