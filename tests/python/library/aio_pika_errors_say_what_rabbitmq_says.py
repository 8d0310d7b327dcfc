# recorded by hand: needs aio_pika 10.2.1 and a RabbitMQ server, which the run simulates
"""What the broker refuses closes the channel, or the connection, and says why."""
import asyncio
import logging

import aio_pika
from aio_pika import Message, exceptions

logging.disable(logging.CRITICAL)


async def tell(connection, what, doing):
    """What comes of it on a channel of its own, and whether that is closed by it."""
    channel = await connection.channel()
    try:
        print(what, '->', await doing(channel))
    except Exception as error:
        print(what, type(error).__name__, error, isinstance(error, exceptions.ChannelClosed))
    await asyncio.sleep(0.01)
    print('   closed' if channel.is_closed else '   open')
    await channel.close()


async def twice(channel):
    await channel.declare_queue('twice', auto_delete=True)
    await channel.declare_queue('twice', auto_delete=True, durable=True)


async def longer(channel):
    await channel.declare_queue('twice', auto_delete=True, arguments={'x-message-ttl': 60000})


async def unlike(channel):
    exchange = await channel.declare_exchange('unlike', auto_delete=True)
    await channel.declare_exchange('unlike', 'fanout', auto_delete=True)
    return exchange


async def stays(channel):
    queue = await channel.declare_queue('stays', exclusive=True)
    await channel.default_exchange.publish(Message(b''), 'stays')
    await queue.delete()


async def nowhere(channel):
    exchange = await channel.get_exchange('nowhere', ensure=False)
    await exchange.publish(Message(b''), 'key')


async def unbindable(channel):
    queue = await channel.declare_queue(exclusive=True)
    await queue.bind('nowhere')


async def shared(channel):
    queue = await channel.declare_queue('one reader', exclusive=True)
    await queue.consume(print, exclusive=True)
    await queue.consume(print)


async def unknown(channel):
    lower = await channel.get_underlay_channel()
    await lower.basic_ack(7)
    await asyncio.sleep(0.01)
    await channel.get_queue('stays')


async def main():
    connection = await aio_pika.connect()
    await tell(connection, 'passive', lambda channel: channel.declare_queue('missing', passive=True))
    await tell(connection, 'reserved', lambda channel: channel.declare_queue('amq.mine'))
    await tell(connection, 'exchange', lambda channel: channel.get_exchange('missing'))
    await tell(connection, 'negative', lambda channel: channel.declare_queue('x', arguments={'x-message-ttl': -1}))
    await tell(connection, 'no exchange', lambda channel: channel.declare_queue('x', arguments={'x-dead-letter-routing-key': 'k'}))
    await tell(connection, 'name', lambda channel: channel.declare_exchange('büro'))
    await tell(connection, 'expires', lambda channel: channel.default_exchange.publish(Message(b'', expiration=-1), 'x'))
    await tell(connection, 'headers', lambda channel: channel.default_exchange.publish(Message(b'', headers={'a': {1}}), 'x'))
    await tell(connection, 'system', lambda channel: channel.exchange_delete('amq.direct'))
    for doing in twice, longer, unlike, stays, nowhere, unbindable, shared, unknown:
        await tell(connection, doing.__name__, doing)
    other = await aio_pika.connect()
    channel, queue = await other.channel(), await (await connection.channel()).declare_queue('mine', exclusive=True)
    try:
        await channel.declare_queue('mine', passive=True)
    except exceptions.AMQPChannelError as error:
        print(type(error).__name__, error)
    try:
        await queue.channel.declare_exchange('strange', 'strange')
    except exceptions.AMQPConnectionError as error:
        print(type(error).__name__, error)
    await asyncio.sleep(0.01)
    print(queue.channel.is_closed)
    print((await (await other.channel()).declare_queue('mine', exclusive=True)).declaration_result.consumer_count)
    await other.close()
    await connection.close()
    for wrong in {'password': 'secret'}, {'port': 5673}, {'host': 'broker.invalid'}:
        for connect in aio_pika.connect, aio_pika.connect_robust:
            try:
                await connect(**wrong)
            except exceptions.AMQPConnectionError as error:
                print(connect.__name__, type(error).__name__, error)


asyncio.run(main())
