# recorded by hand: needs aio_pika 10.2.1 and a RabbitMQ server, which the run simulates
"""A consumer has as many messages as it may leave unanswered; what it rejects or never answers for comes again."""
import asyncio

import aio_pika
from aio_pika import DeliveryMode, Message


async def side_by_side(channel):
    queue = await channel.declare_queue('jobs', auto_delete=True)
    print(queue, queue.declaration_result.message_count, queue.declaration_result.consumer_count)
    left = asyncio.Semaphore(0)

    async def work(message):
        async with message.process():
            name = asyncio.current_task().get_coro().__name__
            print(name, 'has', message.body, message.delivery_tag, message.redelivered, message.routing_key, repr(message.exchange))
            await asyncio.sleep(0.1)
        print(message.body, 'is done', message.processed)
        left.release()

    await channel.set_qos(prefetch_count=2)
    tag = await queue.consume(work)
    for number in range(4):
        confirmed = await channel.default_exchange.publish(Message(b'job %d' % number), routing_key=queue.name)
        print(confirmed.name, confirmed.delivery_tag)
    for _ in range(4):
        await left.acquire()
    print((await queue.cancel(tag)).name)


async def one_by_one(channel):
    queue = await channel.declare_queue(exclusive=True)
    print(queue.name.startswith('amq'), queue.exclusive, await queue.get(fail=False))
    try:
        await queue.get()
    except aio_pika.exceptions.QueueEmpty as error:
        print(repr(error))
    sent = Message(b'{}', content_type='application/json', headers={'tries': 1}, delivery_mode=DeliveryMode.PERSISTENT, priority=3,
                   correlation_id='c1', reply_to='answers', expiration=30, message_id='m1', type='order', app_id='shop', timestamp=86400)
    await channel.default_exchange.publish(sent, queue.name)
    message = await queue.get()
    for name, value in sorted(message.info().items()):
        print(f'{name}={value!r}' if name != 'routing_key' else name)
    await message.reject(requeue=True)
    for how in {'requeue': True}, {'requeue': True, 'reject_on_redelivered': True}:
        message = await queue.get()
        try:
            async with message.process(**how):
                raise ValueError('cannot do it')
        except ValueError as error:
            print(error, message.redelivered, message.processed)
    print(await queue.get(fail=False))
    try:
        await message.ack()
    except aio_pika.MessageProcessError as error:
        print(error.args[0])


async def in_a_loop(channel):
    queue = await channel.declare_queue(exclusive=True)
    for number in range(3):
        await channel.default_exchange.publish(Message(str(number).encode()), queue.name)
    async with queue.iterator() as messages:
        async for message in messages:
            await message.ack()
            print(message.body)
            if message.body == b'1':
                break
    message = await queue.get()
    print('given back', message.body, message.redelivered)
    await message.nack()
    try:
        async with queue.iterator(timeout=0.5) as messages:
            async for message in messages:
                async with message.process():
                    print(message.body)
    except asyncio.TimeoutError:
        print('nothing more')


async def main():
    async with await aio_pika.connect('amqp://guest:guest@localhost/') as connection:
        print(connection)
        async with connection.channel() as channel:
            await side_by_side(channel)
            await one_by_one(channel)
            await in_a_loop(channel)
        print(channel.is_closed, connection.is_closed)
        other = await connection.channel()
        queue = await other.declare_queue('kept')
        await other.default_exchange.publish(Message(b'never answered'), 'kept')
        await queue.get()
        await other.close()
        other = await connection.channel()
        queue = await other.get_queue('kept')
        print(queue.declaration_result.message_count, (await queue.get()).redelivered, (await queue.delete(if_unused=False)).name)
    print(connection.is_closed)


asyncio.run(main())
