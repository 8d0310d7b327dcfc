import asyncio
async def bad():
    raise KeyError("x")
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
    except LookupError:
        print("caught")
asyncio.run(main())
# found: group-not-caught@8
