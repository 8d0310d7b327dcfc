import asyncio


async def run(line, name):
    await line.wait()
    print(name, "runs")


async def main():
    line = asyncio.Barrier(4)
    await asyncio.gather(*(run(line, name) for name in "abc"))


asyncio.run(main())
# found: deadlock@11, too-few-parties@5
