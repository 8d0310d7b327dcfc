import asyncio

loaves = 0


async def customer(name, oven):
    global loaves
    async with oven:
        print(name, "waits")
        await oven.wait_for(lambda: loaves > 0)
        loaves -= 1
        print(name, "has a loaf, left:", loaves)


async def baker(oven):
    global loaves
    for _ in range(2):
        await asyncio.sleep(1)
        async with oven:
            loaves += 1
            print("a loaf is ready")
            oven.notify_all()


async def main():
    oven = asyncio.Condition()
    await asyncio.gather(
        customer("ann", oven), customer("bo", oven), baker(oven)
    )


asyncio.run(main())
