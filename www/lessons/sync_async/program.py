import asyncio
import time

FILES = {"a": 1, "b": 2, "c": 3}


def download(name):
    time.sleep(FILES[name])
    print(name, "is there")


async def download_async(name):
    await asyncio.sleep(FILES[name])
    print(name, "is there")


async def main():
    await asyncio.gather(*(download_async(name) for name in FILES))


start = time.monotonic()
for name in FILES:
    download(name)
print("sync:", round(time.monotonic() - start, 1), "s")

start = time.monotonic()
asyncio.run(main())
print("async:", round(time.monotonic() - start, 1), "s")
