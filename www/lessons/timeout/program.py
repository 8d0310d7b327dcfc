import asyncio

async def download(name, seconds):
    try:
        await asyncio.sleep(seconds)
        return f"{name} is complete"
    except asyncio.CancelledError:
        print(name, "is cancelled: tidy up")
        raise

async def main():
    try:
        film = download("film", 5)
        print(await asyncio.wait_for(film, timeout=1.5))
    except TimeoutError:
        print("the film took too long")

    try:
        async with asyncio.timeout(2):
            print(await download("song", 0.75))
            print(await download("album", 3))
    except TimeoutError:
        print("no time left for the album")

asyncio.run(main())
