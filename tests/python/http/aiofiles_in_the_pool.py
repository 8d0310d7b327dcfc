# aiofiles: reading, writing, lines, seeking, errors, os; each operation runs in the default executor.
import asyncio
import json
import os

import aiofiles
import aiohttp


async def download(session, n):
    async with session.get(f"https://example.com/image/{n}.png") as response:
        content = await response.read()
    async with aiofiles.open(f"image_{n}.png", "wb") as f:
        print("wrote", await f.write(content))


async def main():
    async with aiofiles.open("notes.txt", mode="w", encoding="utf-8") as f:
        await f.write("first\nsecond\n")
        await f.writelines(["third\n", "fourth"])
        print(f.name, f.mode, f.closed)
    print(f.closed)
    async with aiofiles.open("notes.txt") as f:
        async for line in f:
            print(repr(line))
    async with aiofiles.open("notes.txt") as f:
        print(await f.readline(), await f.readlines(), await f.read(), await f.tell())
        await f.seek(0)
        print(await f.read(5))
    f = await aiofiles.open("notes.txt", "a")
    try:
        await f.write("\nfifth")
        await f.flush()
    finally:
        await f.close()
    async with aiofiles.open("notes.txt", "r") as f:
        print((await f.read()).splitlines())
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(download(session, n) for n in range(3)))
    print([os.path.getsize(f"image_{n}.png") for n in range(3)])
    async with aiofiles.open("data.json", "w") as f:
        await f.write(json.dumps({"a": [1, 2]}))
    async with aiofiles.open("data.json") as f:
        print(json.loads(await f.read()))
    try:
        async with aiofiles.open("missing.txt") as f:
            await f.read()
    except FileNotFoundError as e:
        print(type(e).__name__, e)
    print(await asyncio.gather(*(write_one(n) for n in range(3))))


async def write_one(n):
    async with aiofiles.open(f"out_{n}.txt", "w") as f:
        await f.write("x" * n)
    async with aiofiles.open(f"out_{n}.txt", "rb") as f:
        return await f.read()


asyncio.run(main())
