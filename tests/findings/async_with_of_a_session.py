import asyncio, aiohttp
async def main():
    with aiohttp.ClientSession() as s:
        r = await s.get("http://example.com")
        print(r.status)
asyncio.run(main())
# found: async-with@3, repaired
