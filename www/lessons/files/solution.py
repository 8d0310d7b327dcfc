import asyncio
from pathlib import Path

diary = Path("diary.txt")


def append(text):
    with diary.open("a") as file:
        file.write(text + "\n")


async def main():
    diary.write_text("")
    await asyncio.to_thread(append, "Mon: rain")
    await asyncio.to_thread(append, "Tue: fog")
    await asyncio.to_thread(append, "Wed: sun")
    print(diary.read_text(), end="")


asyncio.run(main())
