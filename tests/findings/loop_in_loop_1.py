import asyncio
async def work():
    return 1
async def main():
    try:
        print(asyncio.run(work()))
    finally:
        print('over')
asyncio.run(main())
# found: loop-in-loop@6, repaired
