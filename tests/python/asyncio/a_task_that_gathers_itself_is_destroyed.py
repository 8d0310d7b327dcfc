import asyncio
tasks = []
async def w():
    tasks.append(asyncio.gather(*tasks))
    await tasks[-1]
async def main():
    tasks.append(asyncio.create_task(w()))
    await asyncio.sleep(1)
try:
    asyncio.run(main())
except RecursionError: print('rec')
print('over', len(tasks))
tasks.clear()
print('end')
