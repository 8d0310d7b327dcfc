import asyncio


class Connection:
    async def __aenter__(self):
        print("connecting…")
        await asyncio.sleep(1)
        print("connected")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.5)
        print("closed after", kind.__name__ if kind else "success")

    async def query(self, text):
        await asyncio.sleep(0.25)
        if not text:
            raise ValueError("an empty question")
        print("answer to", text)


async def main():
    async with Connection() as connection:
        await connection.query("weather")
    try:
        async with Connection() as connection:
            await connection.query("")
    except ValueError as error:
        print("failed:", error)


asyncio.run(main())
