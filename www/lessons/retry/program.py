import asyncio

answers = iter([OSError("busy"), OSError("busy"), "42 degrees"])


async def ask():
    await asyncio.sleep(0.25)
    answer = next(answers)
    if isinstance(answer, Exception):
        raise answer
    return answer


async def patient():
    pause = 0.5
    while True:
        try:
            return await ask()
        except OSError as error:
            print(error, "- next attempt in", pause, "s")
            await asyncio.sleep(pause)
            pause *= 2


async def ticks():
    for second in range(1, 3):
        await asyncio.sleep(1)
        print("tick", second)


async def main():
    answer, _ = await asyncio.gather(patient(), ticks())
    print("answer:", answer)


asyncio.run(main())
