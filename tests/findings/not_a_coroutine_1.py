import asyncio
def main():
    print('plain')
asyncio.run(main())
# found: not-a-coroutine@4, repaired
