import asyncio


async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print(f"done <{drink}> & {{ more }}", "\\n")


async def main():
    # Indented, blank lines, 汉字, a backslash \ and "quotes".

    await asyncio.gather(brew("coffee", 1.25), brew("茶", 0.5))


asyncio.run(main())
