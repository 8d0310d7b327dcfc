import asyncio

cars = []


async def driver(wanted, garage):
    async with garage:
        await garage.wait_for(lambda: wanted in cars)
        print("drives the", wanted)


async def deliver(car, seconds, garage):
    await asyncio.sleep(seconds)
    async with garage:
        cars.append(car)
        garage.notify()


async def main():
    garage = asyncio.Condition()
    try:
        async with asyncio.timeout(5):
            await asyncio.gather(
                driver("red one", garage),
                driver("blue one", garage),
                deliver("blue one", 1, garage),
                deliver("red one", 2, garage),
            )
        print("all on the road")
    except TimeoutError:
        print("somebody still waits")


asyncio.run(main())
