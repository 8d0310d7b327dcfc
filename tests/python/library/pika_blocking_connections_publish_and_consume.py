# recorded by hand: needs pika 1.4.4 and a RabbitMQ server, which the run simulates
"""Methods return when the broker has answered; callbacks and a generator get messages; what is refused is raised."""
import logging

import pika
from pika import exceptions
from pika.exchange_type import ExchangeType

logging.disable(logging.CRITICAL)


def queues(channel):
    answer = channel.queue_declare(queue='letters', auto_delete=True)
    print(answer.method, answer.method.queue, channel)
    sent = pika.BasicProperties(headers={'tries': 1, 'big': 2**40}, delivery_mode=pika.DeliveryMode.Persistent, content_type='text/plain',
                                correlation_id='c1', priority=2, expiration='60000', timestamp=5)
    channel.basic_publish(exchange='', routing_key='letters', body='héllo', properties=sent)
    method, properties, body = channel.basic_get('letters')
    print(method, properties, body.decode())
    channel.basic_reject(method.delivery_tag, requeue=True)
    method, _, body = channel.basic_get('letters', auto_ack=True)
    print(method.redelivered, body, channel.basic_get('letters'))


def callbacks(channel):
    channel.exchange_declare(exchange='logs', exchange_type=ExchangeType.topic, auto_delete=True)
    queue = channel.queue_declare('', exclusive=True).method.queue
    print(channel.queue_bind(exchange='logs', queue=queue, routing_key='*.error').method)
    for key in 'web.error', 'web.info', 'db.error', 'db.error':
        channel.basic_publish('logs', key, key.encode())
    seen = []

    def on_message(channel, method, properties, body):
        seen.append(body)
        print(method.delivery_tag, method.routing_key, properties, body)
        channel.basic_ack(delivery_tag=method.delivery_tag)
        if len(seen) == 3:
            channel.stop_consuming()

    channel.basic_qos(prefetch_count=1)
    tag = channel.basic_consume(queue=queue, on_message_callback=on_message)
    print(tag.startswith('ctag1.'), channel.consumer_tags == [tag])
    channel.start_consuming()
    print(channel.consumer_tags, channel.queue_delete(queue).method)


def generator(channel):
    queue = channel.queue_declare('', exclusive=True).method.queue
    for number in range(5):
        channel.basic_publish('', queue, str(number))
    for method, _, body in channel.consume(queue, inactivity_timeout=0.5):
        if method is None:
            print('nothing for half a second')
            break
        channel.basic_ack(method.delivery_tag)
        print(body)
    channel.cancel()
    for number in range(3):
        channel.basic_publish('', queue, str(number))
    for method, _, body in channel.consume(queue):
        channel.basic_ack(method.delivery_tag)
        channel.connection.process_data_events(0.1)
        print(body, channel.get_waiting_message_count())
        break
    channel.cancel()
    channel.connection.process_data_events(0.1)
    method, _, _ = channel.basic_get(queue)
    print(method.redelivered, method.message_count)


def confirms(channel):
    channel.confirm_delivery()
    channel.basic_publish('', 'no such queue', b'lost')
    try:
        channel.basic_publish('', 'no such queue', b'comes back', mandatory=True)
    except exceptions.UnroutableError as error:
        print(repr(error), error, error.messages[0].body, error.messages[0].method)
    full = channel.queue_declare('', exclusive=True, arguments={'x-max-length': 1, 'x-overflow': 'reject-publish'}).method.queue
    channel.basic_publish('', full, b'first')
    try:
        channel.basic_publish('', full, b'second')
    except exceptions.NackError as error:
        print(repr(error), error)


def refusals(connection):
    def later(channel):
        channel.basic_ack(7)
        channel.basic_get('nothing')

    def unlike(channel):
        channel.queue_declare('unlike', exclusive=True)
        channel.queue_declare('unlike', exclusive=True, arguments={'x-message-ttl': 1000})

    doings = (lambda channel: channel.queue_declare('missing', passive=True), lambda channel: channel.exchange_declare('amq.mine'),
              later, unlike, lambda channel: channel.queue_declare(None), lambda channel: channel.basic_qos(prefetch_count=-1),
              lambda channel: channel.basic_publish('', 'x', b'', pika.BasicProperties(expiration=5)),
              lambda channel: channel.basic_publish('', 'x', b'', pika.BasicProperties(headers={'a': 1.5})), lambda channel: channel.tx_commit())
    for doing in doings:
        channel = connection.channel()
        try:
            doing(channel)
        except Exception as error:
            print(channel.is_open, repr(error))
    try:
        connection.channel().exchange_declare('strange', 'strange')
    except exceptions.ConnectionClosedByBroker as error:
        print(error.reply_code, error.reply_text, connection.is_open)


def main():
    parameters = pika.ConnectionParameters(host='localhost', credentials=pika.PlainCredentials('guest', 'guest'))
    print(parameters, pika.URLParameters('amqp://guest:guest@localhost:5672/%2F?heartbeat=30').heartbeat)
    connection = pika.BlockingConnection(parameters)
    for scene in queues, callbacks, generator, confirms:
        with connection.channel() as channel:
            scene(channel)
        print(channel.is_closed)
    refusals(connection)
    with pika.BlockingConnection() as connection:
        print(connection.is_open)
    try:
        connection.close()
    except exceptions.ConnectionWrongStateError as error:
        print(error)
    for wrong in {'port': 5673}, {'credentials': pika.PlainCredentials('guest', 'secret')}, {'virtual_host': 'shop'}, {'host': 'x.invalid'}:
        try:
            pika.BlockingConnection(pika.ConnectionParameters(**wrong))
        except Exception as error:
            print(repr(error))


main()
