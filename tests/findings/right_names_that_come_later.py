import asyncio
asyncio.run(main())
async def main():
    print('run')
# found: