import asyncio
async def bad(n):
    await asyncio.sleep(n)
    raise ValueError(n)
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(1))
            tg.create_task(bad(1))
    except ValueError as e:
        print("caught", e)
asyncio.run(main())
# found: group-not-caught@10
