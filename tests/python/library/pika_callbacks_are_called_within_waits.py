# recorded by hand: needs pika 1.4.4 and a RabbitMQ server, which the run simulates
"""Timers, other threads' callbacks, what comes back and consumers that the broker ends: all within calls that wait."""
import functools
import threading
import time

import pika
from pika import exceptions

START = time.monotonic()


def tell(*words):
    print(*words, f'at {time.monotonic() - START:.1f} s')


def timers(connection):
    connection.call_later(0.2, lambda: tell('later'))
    connection.remove_timeout(connection.call_later(0.1, lambda: tell('never')))
    connection.sleep(0.5)
    tell('slept')


def threads(connection):
    channel = connection.channel()
    channel.queue_declare('work', auto_delete=True)
    left = ['a', 'b', 'c']

    def work(tag, seconds, body):
        time.sleep(seconds)
        connection.add_callback_threadsafe(functools.partial(answer, tag, body))

    def answer(tag, body):
        tell('answers for', body, threading.current_thread() is threading.main_thread())
        channel.basic_ack(tag)
        left.remove(body)
        if not left:
            channel.stop_consuming()

    def on_message(_, method, properties, body):
        tell('begins', body)
        threading.Thread(target=work, args=(method.delivery_tag, properties.headers['tenths'] / 10, body.decode())).start()

    channel.basic_qos(prefetch_count=2)
    for body, tenths in zip('abc', (3, 1, 4)):
        channel.basic_publish('', 'work', body, pika.BasicProperties(headers={'tenths': tenths}))
    channel.basic_consume('work', on_message)
    channel.start_consuming()
    channel.close()


def nested(connection):
    channel = connection.channel()
    queue = channel.queue_declare('', exclusive=True).method.queue

    def on_message(channel, method, properties, body):
        try:
            channel.start_consuming()
        except exceptions.ReentrancyError as error:
            print(error)
        if body == b'outer':
            channel.basic_publish('', queue, b'inner')
        else:
            channel.stop_consuming()
        connection.process_data_events()
        print('has done', body)

    channel.basic_publish('', queue, b'outer')
    channel.basic_consume(queue, on_message, auto_ack=True)
    channel.start_consuming()

    def fails(channel, method, properties, body):
        raise ValueError(body)

    channel.basic_publish('', queue, b'bad')
    channel.basic_consume(queue, fails, auto_ack=True, consumer_tag='mine')
    try:
        channel.start_consuming()
    except ValueError as error:
        print(repr(error), channel.is_open, channel.consumer_tags)
    try:
        channel.basic_consume(queue, fails, consumer_tag='mine')
    except exceptions.DuplicateConsumerTag as error:
        print(repr(error))


def ended(connection):
    channel, other = connection.channel(), connection.channel()
    channel.add_on_return_callback(lambda channel, method, properties, body: print('came back', method.reply_text, body))
    channel.basic_publish('', 'no such queue', b'letter', mandatory=True)
    connection.process_data_events(0.1)
    channel.add_on_cancel_callback(lambda frame: print('ended', frame.method.consumer_tag))
    channel.queue_declare('short')
    channel.basic_consume('short', print, consumer_tag='reader')
    other.queue_delete('short')
    channel.start_consuming()
    channel.queue_declare('short')
    channel.basic_publish('', 'short', b'one')
    for _, _, body in channel.consume('short', auto_ack=True):
        print(body)
        other.queue_delete('short')
    queue = channel.queue_declare('', exclusive=True).method.queue
    channel.basic_publish('', queue, b'x')
    channel.basic_consume(queue, lambda channel, method, properties, body: channel.basic_ack(99))
    try:
        channel.start_consuming()
    except exceptions.ChannelClosedByBroker as error:
        print(repr(error), channel.is_open)


def replies(connection):
    channel = connection.channel()
    queue, got = channel.queue_declare('', exclusive=True).method.queue, []

    def serve(channel, method, properties, body):
        channel.basic_publish('', properties.reply_to, body.upper(), pika.BasicProperties(correlation_id=properties.correlation_id))

    channel.basic_consume(queue, serve, auto_ack=True)
    channel.basic_consume('amq.rabbitmq.reply-to', lambda _, method, properties, body: got.append((body, properties.correlation_id)),
                          auto_ack=True)
    channel.basic_publish('', queue, b'hello', pika.BasicProperties(reply_to='amq.rabbitmq.reply-to', correlation_id='7'))
    while not got:
        connection.process_data_events(time_limit=None)
    print(got)
    channel.tx_select()


with pika.BlockingConnection() as connection:
    for scene in timers, threads, nested, ended, replies:
        scene(connection)
print(connection.is_closed)
