import asyncio
async def main():
    pass
asyncio.run(main)
# found: not-called@4, repaired
