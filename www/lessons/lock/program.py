import asyncio

stock = 1


async def buy(name, lock):
    global stock
    async with lock:
        if stock > 0:
            await asyncio.sleep(0.5)
            stock -= 1
            print(name, "has bought it")
        else:
            print(name, "comes too late")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(buy("Ann", lock), buy("Bo", lock), buy("Cy", lock))
    print("left:", stock)


asyncio.run(main())
