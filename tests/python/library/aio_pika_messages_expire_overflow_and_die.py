# recorded by hand: needs aio_pika 10.2.1 and a RabbitMQ server, which the run simulates
"""Queues keep messages for a time, and so many of them; what dies goes to another exchange; some consumers come first."""
import asyncio

import aio_pika
from aio_pika import ExchangeType, Message


async def drained(queue):
    found = []
    while (message := await queue.get(no_ack=True, fail=False)) is not None:
        found.append(message.body.decode())
    return found


async def deaths(channel):
    loop = asyncio.get_running_loop()
    graves = await channel.declare_exchange('graves', ExchangeType.FANOUT, auto_delete=True)
    dead = await channel.declare_queue(exclusive=True)
    await dead.bind(graves)
    waiting = await channel.declare_queue('waiting', exclusive=True, arguments={
        'x-message-ttl': 300, 'x-max-length': 2, 'x-dead-letter-exchange': 'graves'})
    for word in 'one', 'two', 'three':
        await channel.default_exchange.publish(Message(word.encode(), expiration=0.1 if word == 'two' else None), 'waiting')
    start, count = loop.time(), asyncio.Queue()
    await dead.consume(count.put)
    for _ in range(3):
        message = await count.get()
        death = message.headers['x-death'][0]
        print(message.body, death['reason'], death['queue'], death['count'], death.get('original-expiration'), message.routing_key,
              message.exchange, f'{loop.time() - start:.1f}')
        await message.ack()
    await channel.default_exchange.publish(Message(b'rejected'), 'waiting')
    await (await waiting.get()).reject()
    message = await count.get()
    print(message.body, message.headers['x-first-death-reason'], message.headers['x-death'][0]['routing-keys'])


async def tries(channel):
    """A message that is rejected comes again after a while."""
    work = await channel.declare_queue('work', exclusive=True, arguments={
        'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'again'})
    await channel.declare_queue('again', exclusive=True, arguments={
        'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'work', 'x-message-ttl': 500})
    await channel.default_exchange.publish(Message(b'hard'), 'work')
    async with work.iterator() as messages:
        async for message in messages:
            deaths = message.headers.get('x-death', [])
            print(message.body, [(death['queue'], death['reason'], death['count']) for death in deaths])
            if deaths and deaths[0]['count'] == 2:
                await message.ack()
                break
            await message.reject()


async def limits(connection):
    channel = await connection.channel()
    queue = await channel.declare_queue(exclusive=True, arguments={'x-max-length': 2})
    for number in range(4):
        await channel.default_exchange.publish(Message(str(number).encode()), queue.name)
    print(await drained(queue))
    queue = await channel.declare_queue(exclusive=True, arguments={'x-max-length': 2, 'x-overflow': 'reject-publish'})
    for number in range(3):
        try:
            print((await channel.default_exchange.publish(Message(str(number).encode()), queue.name)).name)
        except aio_pika.exceptions.DeliveryError as error:
            print(error)
    print(await drained(queue))
    queue = await channel.declare_queue(exclusive=True, arguments={'x-max-priority': 5})
    for priority in 1, 5, 0, 3, 9:
        await channel.default_exchange.publish(Message(str(priority).encode(), priority=priority), queue.name)
    print(await drained(queue))
    await channel.declare_queue('short', arguments={'x-expires': 200})
    await asyncio.sleep(0.1)
    print((await channel.get_queue('short')).declaration_result.message_count)
    await asyncio.sleep(0.5)
    try:
        await channel.get_queue('short')
    except aio_pika.exceptions.ChannelNotFoundEntity as error:
        print(error)


async def turns(channel):
    for arguments in {}, {'x-single-active-consumer': True}:
        queue, seen = await channel.declare_queue(exclusive=True, arguments=arguments), []

        def consumer(name):
            async def take(message):
                seen.append(name + message.body.decode())
                await message.ack()
            return take

        tags = [await queue.consume(consumer(name)) for name in 'ABC']
        for number in range(5):
            await channel.default_exchange.publish(Message(str(number).encode()), queue.name)
        await queue.cancel(tags[0])
        for number in range(5, 8):
            await channel.default_exchange.publish(Message(str(number).encode()), queue.name)
        await asyncio.sleep(0.1)
        print(*seen)
    queue, seen = await channel.declare_queue(exclusive=True), []
    await queue.consume(consumer('low '), arguments={'x-priority': 1})
    await queue.consume(consumer('high '), arguments={'x-priority': 9})
    await channel.default_exchange.publish(Message(b'one'), queue.name)
    await asyncio.sleep(0.1)
    print(*seen)


async def main():
    async with await aio_pika.connect() as connection:
        await deaths(await connection.channel())
        await tries(await connection.channel())
        await limits(connection)
        await turns(await connection.channel())


asyncio.run(main())
