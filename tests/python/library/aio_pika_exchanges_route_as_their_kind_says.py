# recorded by hand: needs aio_pika 10.2.1 and a RabbitMQ server, which the run simulates
"""Direct, fanout, topic and headers exchanges; exchanges bound to others; what nobody wants comes back or goes elsewhere."""
import asyncio

import aio_pika
from aio_pika import ExchangeType, Message


async def drained(queue):
    found = []
    while (message := await queue.get(no_ack=True, fail=False)) is not None:
        found.append(message.body.decode())
    return found


async def topics(channel):
    logs = await channel.declare_exchange('logs', ExchangeType.TOPIC, auto_delete=True)
    print(repr(logs))
    queues = {}
    for pattern in ('*.error', 'shop.#', '#', 'shop.*.error'):
        queues[pattern] = await channel.declare_queue(exclusive=True)
        await queues[pattern].bind(logs, pattern)
    for key in ('shop.error', 'shop', 'shop.cart.error', 'mail.error', 'x.y'):
        await logs.publish(Message(key.encode()), key)
    for pattern, queue in queues.items():
        print(pattern, await drained(queue))
    await queues['#'].unbind(logs, '#')
    await logs.publish(Message(b'again'), 'shop')
    print(await drained(queues['#']), await drained(queues['shop.#']))


async def headers(channel):
    exchange = await channel.declare_exchange('by_header', ExchangeType.HEADERS, auto_delete=True)
    bound = []
    for wanted in ({'x-match': 'all', 'kind': 'a', 'size': 1}, {'x-match': 'any', 'kind': 'a', 'size': 1}, {'kind': None}):
        queue = await channel.declare_queue(exclusive=True)
        await queue.bind(exchange, arguments=wanted)
        bound.append((wanted, queue))
    for number, given in enumerate(({'kind': 'a', 'size': 1}, {'kind': 'a'}, {'kind': 'b', 'size': 1}, {'size': True}, {})):
        await exchange.publish(Message(str(number).encode(), headers=given), routing_key='')
    for wanted, queue in bound:
        print(wanted, await drained(queue))


async def chains(channel):
    rest = await channel.declare_exchange('rest', ExchangeType.FANOUT, auto_delete=True)
    first = await channel.declare_exchange('first', auto_delete=True, arguments={'alternate-exchange': 'rest'})
    second = await channel.declare_exchange('second', ExchangeType.FANOUT, auto_delete=True)
    lost, kept, both = [await channel.declare_queue(exclusive=True) for _ in range(3)]
    await lost.bind(rest)
    await kept.bind(first, 'key')
    await second.bind(first, 'key')
    await both.bind(second)
    await both.bind(first, 'key')
    for key in 'key', 'other':
        print((await first.publish(Message(key.encode()), key)).name)
    print(await drained(lost), await drained(kept), await drained(both))
    print((await second.unbind(first, 'key')).name, (await kept.unbind(first, 'key')).name, (await both.unbind(first, 'key')).name)
    try:
        await channel.get_exchange('first')
    except aio_pika.exceptions.ChannelNotFoundEntity as error:
        print(error)


async def returned(connection):
    channel = await connection.channel()
    channel.return_callbacks.add(lambda channel, message: print('came back', message.body, message.routing_key, message.processed))
    result = await channel.default_exchange.publish(Message(b'for nobody'), 'no such queue')
    print(type(result).__name__, result.delivery.reply_code, result.delivery.reply_text)
    print((await channel.default_exchange.publish(Message(b'for nobody'), 'no such queue', mandatory=False)).name)
    channel = await connection.channel(on_return_raises=True)
    try:
        await channel.default_exchange.publish(Message(b'for nobody'), 'no such queue')
    except aio_pika.exceptions.DeliveryError as error:
        print(type(error).__name__, error, error.message.body)
    channel = await connection.channel(publisher_confirms=False)
    print(await channel.default_exchange.publish(Message(b'for nobody'), 'no such queue'))
    queue = await channel.declare_queue(exclusive=True)
    transaction = channel.transaction()
    async with transaction:
        await channel.default_exchange.publish(Message(b'together'), queue.name)
        print(repr(transaction), await queue.get(fail=False))
    print(repr(transaction), await drained(queue))
    try:
        async with channel.transaction():
            await channel.default_exchange.publish(Message(b'never'), queue.name)
            raise ValueError('stop')
    except ValueError as error:
        print(error, await drained(queue))


async def main():
    connection = await aio_pika.connect(host='localhost', login='guest', password='guest')
    async with connection:
        for scene in topics, headers, chains:
            await scene(await connection.channel())
        await returned(connection)


asyncio.run(main())
