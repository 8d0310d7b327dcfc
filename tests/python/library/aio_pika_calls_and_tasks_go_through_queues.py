# recorded by hand: needs aio_pika 10.2.1 and a RabbitMQ server, which the run simulates
"""Functions are called through queues, workers take tasks, and pools share connections and channels."""
import asyncio

import aio_pika
from aio_pika import Message
from aio_pika.patterns import RPC, JsonMaster, JsonRPC, Master, NackMessage, RejectMessage
from aio_pika.pool import Pool


async def multiply(*, x, y):
    return x * y


async def divide(*, x, y):
    return x / y


async def wait(*, seconds):
    await asyncio.sleep(seconds)
    return seconds


async def calls(connection, kind):
    async with connection.channel() as channel:
        rpc = await kind.create(channel)
        for function in multiply, divide, wait:
            await rpc.register(function.__name__, function, auto_delete=True)
        print(kind.__name__, await rpc.proxy.multiply(x=6, y=7), await rpc.call('multiply', {'x': 'ab', 'y': 2}))
        for x, y in (1, 0), (1, '2'):
            try:
                await rpc.proxy.divide(x=x, y=y)
            except Exception as error:
                print(type(error).__name__, error)
        print(await asyncio.gather(*[rpc.proxy.wait(seconds=seconds) for seconds in (0.3, 0.1, 0.2)]))
        try:
            await rpc.proxy.unheard(x=1)
        except aio_pika.MessageProcessError as error:
            print(error.args[0])
        await rpc.unregister(multiply)
        await channel.declare_queue('multiply', auto_delete=True, arguments={'x-dead-letter-exchange': RPC.DLX_NAME})
        try:
            await rpc.call('multiply', {'x': 1, 'y': 1}, expiration=0.2)
        except asyncio.TimeoutError as error:
            print('too late:', error.args[0])
        await channel.queue_delete('multiply')
        await rpc.close()


async def tasks(connection, kind):
    async with connection.channel() as channel:
        await channel.set_qos(prefetch_count=1)
        master, done = kind(channel), []

        async def bake(*, cake, fails=''):
            done.append(cake)
            print('bakes', cake, done.count(cake))
            await asyncio.sleep(0.1)
            if fails == 'reject':
                raise RejectMessage(requeue=False)
            if fails and done.count(cake) == 1:
                raise NackMessage(requeue=True)

        workers = [await master.create_worker('bakery', bake, auto_delete=True) for _ in range(2)]
        await master.proxy.bakery(cake='apple')
        await master.create_task('bakery', {'cake': 'plum', 'fails': 'once'})
        print((await master.proxy.bakery(cake='burnt', fails='reject')).name)
        await asyncio.sleep(1)
        print(sorted(done))
        for worker in workers:
            await worker.close()


async def shared():
    connections = Pool(aio_pika.connect_robust, max_size=2)

    async def open_channel():
        async with connections.acquire() as connection:
            return await connection.channel()

    channels, used = Pool(open_channel, max_size=3), []

    async def job(number):
        async with channels.acquire() as channel:
            used.append(channel)
            queue = await channel.declare_queue(f'pool {number}', auto_delete=True)
            await channel.default_exchange.publish(Message(str(number).encode()), queue.name)
            async with (await queue.get()).process() as message:
                await asyncio.sleep(0.1)
            await queue.delete()
            return message.body

    async with connections, channels:
        print(await asyncio.gather(*map(job, range(6))), len(set(used)))
    try:
        channels.acquire()
    except RuntimeError as error:
        print(type(error).__name__, error)


async def main():
    async with await aio_pika.connect_robust() as connection:
        for kind in RPC, JsonRPC:
            await calls(connection, kind)
        for kind in Master, JsonMaster:
            await tasks(connection, kind)
    await shared()


asyncio.run(main())
