import asyncio
async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    f.set_result(2)
    print(await f)
asyncio.run(main())
# found: set-twice@5
