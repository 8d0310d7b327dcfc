# recorded by hand: needs pika 1.4.4, aio_pika 10.2.1 and a RabbitMQ server, which the run simulates
"""A thread publishes, a loop's tasks consume; connections of callbacks run in a loop of their own or in asyncio's."""
import asyncio
import threading
import time

import aio_pika
import pika
from pika.adapters.asyncio_connection import AsyncioConnection


def produce(count):
    with pika.BlockingConnection() as connection:
        channel = connection.channel()
        answers = channel.queue_declare('answers').method.queue
        for number in range(count):
            time.sleep(0.2)
            channel.basic_publish('', 'orders', f'order {number}', pika.BasicProperties(reply_to=answers, headers={'number': number}))
        for method, properties, body in channel.consume(answers, auto_ack=True):
            print('thread:', body, properties.headers)
            if properties.headers['number'] == count - 1:
                break
        channel.cancel()
        channel.queue_delete(answers)


async def consume():
    async with await aio_pika.connect() as connection:
        channel = await connection.channel()
        queue = await channel.declare_queue('orders', auto_delete=True)
        thread = asyncio.create_task(asyncio.to_thread(produce, 3))
        async with queue.iterator() as messages:
            async for message in messages:
                async with message.process():
                    print('task:', message.body, message.headers)
                    await asyncio.sleep(0.5)
                    answer = aio_pika.Message(message.body.upper(), headers=message.headers)
                    await channel.default_exchange.publish(answer, message.reply_to)
                    await asyncio.sleep(0.1)
                if message.headers['number'] == 2:
                    break
        await thread


def own_loop():
    def on_open(connection):
        print('open', connection.is_open)
        connection.channel(on_open_callback=on_channel)

    def on_channel(channel):
        channel.add_on_close_callback(lambda channel, reason: print('channel closed', repr(reason)))
        channel.queue_declare('', exclusive=True, callback=lambda frame: on_queue(channel, frame.method.queue))

    def on_queue(channel, queue):
        channel.confirm_delivery(lambda frame: print('confirmed', frame.method))
        channel.basic_consume(queue, on_message, callback=lambda frame: print(frame.method.NAME))
        channel.basic_publish('', queue, 'hello')

    def on_message(channel, method, properties, body):
        print('message', body, method.delivery_tag)
        channel.basic_ack(method.delivery_tag)
        channel.connection.ioloop.call_later(0.5, channel.connection.close)

    def on_close(connection, reason):
        print('closed', repr(reason), connection.is_closed)
        connection.ioloop.stop()

    connection = pika.SelectConnection(pika.ConnectionParameters(), on_open_callback=on_open, on_close_callback=on_close)
    connection.ioloop.start()
    connection = pika.SelectConnection(pika.ConnectionParameters(port=5673, connection_attempts=2, retry_delay=1),
                                       on_open_error_callback=lambda connection, error: (print(repr(error)), connection.ioloop.stop()))
    connection.ioloop.start()


async def asyncios_loop():
    over = asyncio.get_running_loop().create_future()

    def on_channel(channel):
        channel.add_on_close_callback(lambda channel, reason: (print(repr(reason)), channel.connection.close()))
        channel.queue_declare('missing', passive=True, callback=print)

    connection = AsyncioConnection(on_open_callback=lambda connection: connection.channel(on_open_callback=on_channel),
                                   on_close_callback=lambda connection, reason: over.set_result(reason))
    print(connection.is_open, repr(await over), connection.is_closed)


asyncio.run(consume())
own_loop()
asyncio.run(asyncios_loop())
print(threading.active_count())
