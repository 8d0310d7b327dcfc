import asyncio

async def slow():
    raise asyncio.TimeoutError("slow")

async def main():
    try:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(slow())
        except KeyError:
            print("no key")
    except (ValueError, asyncio.TimeoutError) as error:
        print("caught", error)

asyncio.run(main())
# found: group-not-caught@13
