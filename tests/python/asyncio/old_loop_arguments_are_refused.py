import asyncio
async def f(): pass
async def main(loop):
    await asyncio.sleep(1, loop=loop)
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main(loop))
except Exception as e:
    print(e)
try:
    asyncio.shield(f(), loop=loop)
except Exception as e:
    print(e)
try:
    asyncio.create_task(f())
except RuntimeError as e:
    print(e)
print(len(f()))
