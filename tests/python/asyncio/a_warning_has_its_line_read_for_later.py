# A warning shows its line by `linecache`: what fails when the modules go can still be told with the lines of that file.
import asyncio


async def fails():
    1 / 0


async def main():
    asyncio.sleep(0)
    tasks.append(asyncio.create_task(fails()))
    await asyncio.sleep(0.1)


tasks = []
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print('end')
