import asyncio


async def guest(name, laid):
    await laid.wait()
    print(name, "eats")


async def cook(laid):
    await asyncio.sleep(2)
    print("the table is laid")
    laid.set()


async def main():
    laid = asyncio.Event()
    guests = guest("ann", laid), guest("bo", laid)
    await asyncio.gather(*guests, cook(laid))


asyncio.run(main())
