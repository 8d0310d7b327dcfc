class Door:
    pass
async def main():
    with Door():
        pass
import asyncio
asyncio.run(main())
# found:
