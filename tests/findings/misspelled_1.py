import asyncio
async def main():
    await asyncio.slep(1)
    print('rested')
asyncio.run(main())
# found: misspelled@3, repaired