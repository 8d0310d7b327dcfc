import asyncio
def callback(): open('names.txt')
async def main():
    for _ in range(50):
        asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(1)
asyncio.run(main())
# found: missing-file@2, repaired
