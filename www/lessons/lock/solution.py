import asyncio

balance = 100


async def pay(what, amount, lock):
    global balance
    async with lock:
        if balance >= amount:
            await asyncio.sleep(0.1)
            balance -= amount
            print(what, "is paid")
        else:
            print(what, "must wait")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(pay("rent", 60, lock), pay("phone", 60, lock))
    print("left:", balance)


asyncio.run(main())
