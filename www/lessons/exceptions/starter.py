import asyncio


async def ask(shop, price):
    await asyncio.sleep(1)
    if price is None:
        raise OSError(f"{shop} does not answer")
    return price


async def main():
    prices = await asyncio.gather(
        ask("Ada", 12), ask("Ben", None), ask("Cem", 9), ask("Dov", None)
    )
    for price in prices:
        print(price)


asyncio.run(main())
