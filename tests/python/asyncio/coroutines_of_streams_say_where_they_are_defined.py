import asyncio


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"line\n")
    reader.feed_eof()
    tasks = [asyncio.create_task(reader.readline()), asyncio.create_task(reader.read())]
    print(tasks[0])
    await asyncio.gather(*tasks)
    for task in tasks:
        print(task)
    process = await asyncio.create_subprocess_exec("true")
    waits = asyncio.create_task(process.wait())
    await waits
    print(waits)


asyncio.run(main())
