import asyncio


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    if dish == "soufflé":
        raise ValueError("it collapsed")
    print(dish, "is served")


async def main():
    try:
        async with asyncio.TaskGroup() as kitchen:
            kitchen.create_task(cook("salad", 1))
            kitchen.create_task(cook("soufflé", 2))
            kitchen.create_task(cook("roast", 3))
    except* ValueError as group:
        print("no dinner:", group.exceptions[0])


asyncio.run(main())
