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
    await asyncio.gather(guest("ann", laid), guest("bo", laid), cook(laid))


asyncio.run(main())
