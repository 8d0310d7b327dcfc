# recorded by hand: needs aio_pika 10.2.1 and a RabbitMQ server, which the run simulates
"""A robust connection that is lost is made again, with all that was declared on its channels; loops over queues go on."""
import asyncio
import logging
import sys

import aio_pika
from aio_pika import Message

logging.basicConfig(level=logging.INFO, format='%(levelname)s %(name)s %(message)s', stream=sys.stdout)
logging.getLogger('aiormq').setLevel(logging.ERROR)


def tasks():
    """What runs besides the program's own tasks."""
    names = [task.get_coro().__qualname__ for task in asyncio.all_tasks()]
    return sorted(name for name in names if 'main' not in name)


async def main():
    connection = await aio_pika.connect_robust('amqp://guest:guest@localhost/', reconnect_interval=1)
    print(repr(connection), connection.reconnect_interval, tasks())
    connection.reconnect_callbacks.add(lambda sender: print('connected again', sender is connection))
    connection.close_callbacks.add(lambda sender, error: print('lost', type(error).__name__))
    channel = await connection.channel()
    channel.reopen_callbacks.add(lambda sender: print('open again', sender is channel))
    channel.close_callbacks.add(lambda sender, error: print('channel lost', type(error).__name__))
    print(type(channel).__name__, channel.number, tasks())
    exchange = await channel.declare_exchange('news')
    queue = await channel.declare_queue(exclusive=True)
    print(queue.name.startswith('amq_'))
    await queue.bind(exchange, 'today')

    async def read(message):
        async with message.process():
            print('reads', message.body)

    tag = await queue.consume(read)
    await exchange.publish(Message(b'first'), 'today')
    await asyncio.sleep(0.1)
    await connection.transport.connection.close()
    print('closed', connection.is_closed, channel.is_closed, connection.connected.is_set())
    await channel.ready()
    print('ready', channel.is_closed, connection.connection_attempt)
    await exchange.publish(Message(b'second'), 'today')
    await asyncio.sleep(0.1)

    try:
        await channel.declare_exchange('news', durable=True)
    except aio_pika.exceptions.ChannelPreconditionFailed as error:
        print(error)
    await asyncio.sleep(0.1)
    print(channel.is_closed, channel.number)
    await exchange.publish(Message(b'third'), 'today')
    await asyncio.sleep(0.1)
    await queue.cancel(tag)

    async def loop():
        async with queue.iterator() as messages:
            async for message in messages:
                await message.ack()
                print('in the loop', message.body)
        print('the loop is over')

    looping = asyncio.create_task(loop())
    await asyncio.sleep(0.1)
    await exchange.publish(Message(b'fourth'), 'today')
    await asyncio.sleep(0.1)
    await connection.transport.connection.close()
    await asyncio.sleep(2)
    await exchange.publish(Message(b'fifth'), 'today')
    await asyncio.sleep(0.1)
    await channel.exchange_delete('news')
    await connection.close()
    await looping
    print(connection.is_closed, tasks())
    try:
        await connection.connect()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
