import asyncio


async def add_up(numbers):
    print("adding…")
    total = 0
    for number in range(numbers):
        total += number
        if number % 1000 == 999:
            await asyncio.sleep(0)
    print("total:", total)


async def greeter():
    for word in ("may I", "say", "something?"):
        print(word)
        await asyncio.sleep(0)


async def main():
    print("- with pauses")
    await asyncio.gather(add_up(3000), greeter())
    print("- without")
    await asyncio.gather(add_up(999), greeter())


asyncio.run(main())
