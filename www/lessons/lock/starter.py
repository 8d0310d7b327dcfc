import asyncio

balance = 100


async def pay(what, amount):
    global balance
    if balance >= amount:
        await asyncio.sleep(0.1)
        balance -= amount
        print(what, "is paid")
    else:
        print(what, "must wait")


async def main():
    await asyncio.gather(pay("rent", 60), pay("phone", 60))
    print("left:", balance)


asyncio.run(main())
