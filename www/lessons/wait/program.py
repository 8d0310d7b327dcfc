import asyncio


async def race(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "arrives")
    return name


async def main():
    runners = [
        asyncio.create_task(race("hare", 1)),
        asyncio.create_task(race("dog", 1.5)),
        asyncio.create_task(race("tortoise", 4)),
    ]
    done, pending = await asyncio.wait(
        runners, return_when=asyncio.FIRST_COMPLETED
    )
    print("first:", done.pop().result(), "- still running:", len(pending))
    done, pending = await asyncio.wait(pending, timeout=2)
    print("after 2 s more:", len(done), "done,", len(pending), "pending")
    for late in pending:
        late.cancel()


asyncio.run(main())
