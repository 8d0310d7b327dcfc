import asyncio


async def main():
    for kind in asyncio.Semaphore, asyncio.BoundedSemaphore:
        semaphore = kind(10**30)
        async with semaphore:
            await semaphore.acquire()
            print(semaphore._value, semaphore.locked(), repr(semaphore).partition(' [')[2])
        semaphore.release()
        print(semaphore._value)
        try:
            semaphore.release()
            print(semaphore._value)
        except ValueError as error:
            print(error)
    semaphore._value = 1
    await semaphore.acquire()
    print(semaphore.locked())
    print(asyncio.Semaphore(2**63)._value, asyncio.Semaphore(2**63 - 1)._value)

asyncio.run(main())
