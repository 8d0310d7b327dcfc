import asyncio
def main():
    asyncio.run(None)
asyncio.run(main())
# found: not-a-coroutine@3
