import asyncio
def work():
    return 3
async def main():
    print(await asyncio.to_thread(work()))
asyncio.run(main())
# found: not-callable@5
