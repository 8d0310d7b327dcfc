import asyncio
from pathlib import Path

import aiofiles


async def write(name, text):
    async with aiofiles.open(name, "w") as file:
        await file.write(text)
    print(name, "is written")


async def main():
    await asyncio.gather(write("a.txt", "one\n"), write("b.txt", "two\n"))
    async with aiofiles.open("a.txt") as file:
        async for line in file:
            print("a.txt:", line.strip())
    text = await asyncio.to_thread(Path("b.txt").read_text)
    print("b.txt:", text.strip())
    for name in ("a.txt", "b.txt"):
        Path(name).unlink()


asyncio.run(main())
