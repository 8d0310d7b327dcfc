# recorded by hand: aiofiles is not of the library; this is what CPython 3.13 prints with aiofiles 25.1.
# aiofiles: what a forgotten await, a wrong name or a plain `with` and `for` come to.
import asyncio
import os

import aiofiles
import aiofiles.ospath
from aiofiles import tempfile
from aiofiles.threadpool.binary import AsyncBufferedReader
from aiofiles.threadpool.text import AsyncTextIOWrapper


def say(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, "-", e)


def plain_with():
    with aiofiles.open("notes.txt"):
        pass


def plain_for(file):
    for _ in file:
        pass


async def main():
    async with aiofiles.open("notes.txt", "w") as f:
        f.write("never")
        say(lambda: f.writ("x"))
        say(lambda: f.wrote("x"))
        print(f.write.__qualname__, await f.write("one\ntwo\n"), f.name, f.mode, f.encoding, isinstance(f, AsyncTextIOWrapper))
        print(hasattr(f, "__enter__"), asyncio.iscoroutine(f.flush()), asyncio.iscoroutine(f.readable()))
    opening = aiofiles.open("notes.txt")
    say(lambda: opening.read())
    say(lambda: asyncio.create_task(opening))
    print(asyncio.iscoroutine(opening), type(opening))
    async with opening as f:
        say(lambda: plain_for(f))
        say(lambda: f.read().strip())
        say(lambda: [*f.readlines()])
        print([line async for line in f])
    say(plain_with)
    say(lambda: plain_for(aiofiles.open("notes.txt")))
    say(lambda: aiofiles.open())
    say(lambda: aiofiles.read)
    say(lambda: aiofiles.threadpool.wrap(3))
    async with aiofiles.open("notes.txt", "rb") as f:
        print(type(f), isinstance(f, AsyncBufferedReader), await f.read1(3), await f.peek(2), f.readable())
        print(sorted(name for name in dir(f) if name[0] != "_"))
    async with tempfile.SpooledTemporaryFile(max_size=4) as f:
        print(type(f), await f.write(b"abc"), await f.write(b"def"), await f.seek(0), await f.read())
    async with tempfile.TemporaryDirectory() as folder:
        print(type(folder), await aiofiles.ospath.isdir(folder))
    try:
        await aiofiles.open("nowhere.txt")
    except FileNotFoundError as e:
        print(e)
    os.remove("notes.txt")


asyncio.run(main())
