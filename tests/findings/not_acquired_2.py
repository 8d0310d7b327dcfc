import asyncio
async def main():
    asyncio.Lock().release()
asyncio.run(main())
# found: not-acquired@3
