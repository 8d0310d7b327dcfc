"""A channel whose methods return when the broker has answered."""
import logging
from collections import deque
from time import monotonic

from pika import exceptions, spec, validators
from pika.exchange_type import ExchangeType

LOGGER = logging.getLogger('pika.adapters.blocking_connection')


class ReturnedMessage:
    """A message that came back."""
    __slots__ = 'method', 'properties', 'body'

    def __init__(self, method, properties, body):
        self.method, self.properties, self.body = method, properties, body


class _Consumer:
    """`callback` gets its messages, or `sink` its events; `state`: setting up, active, tearing down, cancelled."""

    def __init__(self, auto_ack, callback, sink):
        self.auto_ack, self.callback, self.sink, self.state = auto_ack, callback, sink, 'setting up'


class _Generator:
    """What `consume` gives messages from. Events: (method, properties, body), or None where the broker has ended it."""

    def __init__(self, params, consumer_tag):
        self.params, self.consumer_tag, self.events = params, consumer_tag, deque()

    def __repr__(self):
        return f'<_QueueConsumerGeneratorInfo params={self.params!r} consumer_tag={self.consumer_tag!r}>'


class BlockingChannel:
    """`_events`: (consumer's tag or None, what to do) for the callbacks."""

    def __init__(self, channel_impl, connection):
        self._impl, self._connection = channel_impl, connection
        self._consumers, self._generator, self._events, self._on_cancel = {}, None, deque(), []
        self._confirms, self._confirmation, self._returned, self._closing_reason = False, None, None, None
        channel_impl.add_on_cancel_callback(self._on_consumer_cancelled_by_broker)
        channel_impl.add_on_close_callback(self._on_channel_closed)
        LOGGER.info('Created channel=%s', self.channel_number)

    def __int__(self):
        return self.channel_number

    def __repr__(self):
        return f'<{type(self).__name__} impl={self._impl!r}>'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        if self.is_open:
            self.close()

    channel_number = property(lambda self: self._impl.channel_number)
    connection = property(lambda self: self._connection)
    is_closed = property(lambda self: self._impl.is_closed)
    is_open = property(lambda self: self._impl.is_open)
    consumer_tags = property(lambda self: list(self._consumers))

    # --- waiting ---

    def _flush_output(self, *waiters):
        if self.is_closed:
            self._impl._raise_if_not_open()
        self._connection._flush_output(lambda: self.is_closed, *(waiters or (lambda: True,)))
        self._raise_if_closed_by_broker()

    def _raise_if_closed_by_broker(self):
        if self.is_closed and isinstance(self._closing_reason, exceptions.ChannelClosedByBroker):
            raise self._closing_reason

    def _answer(self, method, *args, **kwargs):
        """Calls a method of the channel below and waits for what its callback gets."""
        got = []
        getattr(self._impl, method)(*args, callback=got.append, **kwargs)
        self._flush_output(lambda: bool(got))
        return got[0] if got else None

    def _cleanup(self):
        self._events, self._consumers, self._generator = deque(), {}, None

    def _on_channel_closed(self, _channel, reason):
        self._closing_reason = reason
        if isinstance(reason, exceptions.ChannelClosedByBroker):
            self._cleanup()
            self._stop_waiting()

    def _stop_waiting(self):
        self._connection._request_channel_dispatch(-self.channel_number)

    def _process_data_events(self, time_limit):
        self._connection.process_data_events(time_limit=time_limit)
        self._raise_if_closed_by_broker()

    # --- events ---

    def _add_event(self, tag, act):
        self._events.append((tag, act))
        self._connection._request_channel_dispatch(self.channel_number)

    def _dispatch_events(self):
        while self._events:
            self._events.popleft()[1]()

    def _on_message(self, _channel, method, properties, body):
        consumer = self._consumers[method.consumer_tag]
        if consumer.sink is not None:
            consumer.sink((method, properties, body))
        else:
            self._add_event(method.consumer_tag, _Delivery(self, method, properties, body))

    def _on_consumer_cancelled_by_broker(self, method_frame):
        tag = method_frame.method.consumer_tag
        consumer = self._consumers[tag]
        if consumer.state != 'tearing down':
            consumer.state = 'cancelled'

        def tell():
            del self._consumers[tag]
            for callback in list(self._on_cancel):
                callback(method_frame)
        if consumer.sink is not None:
            consumer.sink(None)
        else:
            self._add_event(tag, tell)

    def _on_generator_event(self, event):
        self._generator.events.append(event)
        self._stop_waiting()

    def add_on_cancel_callback(self, callback):
        self._on_cancel.append(callback)

    def add_on_return_callback(self, callback):
        self._impl.add_on_return_callback(
            lambda _channel, method, properties, body: self._add_event(None, lambda: callback(self, method, properties, body)))

    # --- its end ---

    def close(self, reply_code=0, reply_text='Normal shutdown'):
        below = self._impl
        below._raise_if_not_open()
        try:
            self._cancel_all_consumers()
            below.close(reply_code, reply_text)
            self._flush_output(lambda: self.is_closed)
        finally:
            self._cleanup()

    def flow(self, active):
        return self._answer('flow', active=active)

    # --- consuming ---

    def basic_consume(self, queue, on_message_callback, auto_ack=False, exclusive=False, consumer_tag=None, arguments=None):
        validators.require_string(queue, 'queue')
        validators.require_callback(on_message_callback, 'on_message_callback')
        return self._consume(queue, auto_ack, exclusive, consumer_tag, arguments, on_message_callback, None)

    def _consume(self, queue, auto_ack, exclusive, consumer_tag, arguments, callback, sink):
        consumer_tag = consumer_tag or self._impl._generate_consumer_tag()
        if consumer_tag in self._consumers:
            raise exceptions.DuplicateConsumerTag(consumer_tag)
        self._consumers[consumer_tag] = consumer = _Consumer(auto_ack, callback, sink)
        try:
            self._answer('basic_consume', on_message_callback=self._on_message, queue=queue, auto_ack=auto_ack, exclusive=exclusive,
                         consumer_tag=consumer_tag, arguments=arguments)
        except Exception:
            if self._consumers.pop(consumer_tag, None) is not None:
                self._stop_waiting()
            raise
        if consumer.state == 'setting up':
            consumer.state = 'active'
        return consumer_tag

    def _taken_back(self, consumer_tag):
        """The deliveries that the callback of a consumer has not got yet."""
        kept = deque(event for event in self._events if event[0] != consumer_tag)
        taken = [act for tag, act in self._events if tag == consumer_tag and isinstance(act, _Delivery)]
        self._events = kept
        return taken

    def basic_cancel(self, consumer_tag):
        consumer = self._consumers.get(consumer_tag)
        if consumer is None:
            LOGGER.warning('User is attempting to cancel an unknown consumer=%s; already cancelled by user or broker?', consumer_tag)
            return []
        try:
            assert consumer.state in ('active', 'cancelled'), consumer.state
            consumer.state = 'tearing down'
            if not consumer.auto_ack:
                for delivery in self._taken_back(consumer_tag):
                    self._impl.basic_reject(delivery.method.delivery_tag, requeue=True)
            done = []
            self._impl.basic_cancel(consumer_tag=consumer_tag, callback=done.append)
            self._flush_output(lambda: bool(done), lambda: consumer_tag not in self._impl._consumers)
            left = self._taken_back(consumer_tag)
            return [(one.method, one.properties, one.body) for one in left] if consumer.auto_ack else []
        finally:
            if self._consumers.pop(consumer_tag, None) is not None:
                self._stop_waiting()

    def _cancel_all_consumers(self):
        if self._consumers and self._generator is not None:
            self.cancel()
        for consumer_tag in list(self._consumers):
            self.basic_cancel(consumer_tag)

    def start_consuming(self):
        """Calls the callbacks of consumers as long as there are any."""
        with self._connection._acquire_event_dispatch() as allowed:
            if not allowed:
                raise exceptions.ReentrancyError('start_consuming may not be called from the scope of another BlockingConnection or '
                                                 'BlockingChannel callback')
        self._impl._raise_if_not_open()
        while self._consumers:
            self._process_data_events(time_limit=None)

    def stop_consuming(self, consumer_tag=None):
        if not consumer_tag:
            return self._cancel_all_consumers()
        self.basic_cancel(consumer_tag)

    def consume(self, queue, auto_ack=False, exclusive=False, arguments=None, inactivity_timeout=None, consumer_tag=None):
        """(method, properties, body) of message after message; three times None where none has come for so long."""
        self._impl._raise_if_not_open()
        params = queue, auto_ack, exclusive
        if self._generator is None:
            consumer_tag = consumer_tag or self._impl._generate_consumer_tag()
            self._generator = _Generator(params, consumer_tag)
            try:
                self._consume(queue, auto_ack, exclusive, consumer_tag, arguments, None, self._on_generator_event)
            except Exception:
                self._generator = None
                raise
            LOGGER.info('Created new queue consumer generator %r', self._generator)
        elif params != self._generator.params:
            raise ValueError('Consume with different params not allowed on existing queue consumer generator; previous params: '
                             f'{self._generator.params!r}; new params: {params!r}')
        while self._generator is not None:
            if self._generator.events:
                event = self._generator.events.popleft()
                if event is None:
                    self._generator = None
                    break
                yield event
            elif inactivity_timeout is None:
                self._process_data_events(time_limit=None)
            else:
                deadline, left = monotonic() + inactivity_timeout, inactivity_timeout
                while self._generator is not None and not self._generator.events:
                    self._process_data_events(time_limit=left)
                    left = deadline - monotonic()
                    if self._generator is not None and not self._generator.events and left <= 0:
                        yield None, None, None
                        break

    def get_waiting_message_count(self):
        return sum(event is not None for event in self._generator.events) if self._generator is not None else 0

    def cancel(self):
        """Ends `consume`; what has come and was not taken goes back."""
        if self._generator is None:
            LOGGER.warning('cancel: queue consumer generator is inactive (already cancelled by client or broker?)')
            return 0
        try:
            if not self._generator.params[1]:
                while self.get_waiting_message_count():
                    self._impl.basic_reject(self._generator.events.popleft()[0].delivery_tag, requeue=True)
            self.basic_cancel(self._generator.consumer_tag)
        finally:
            self._generator = None
        return 0

    def basic_ack(self, delivery_tag=0, multiple=False):
        self._impl.basic_ack(delivery_tag=delivery_tag, multiple=multiple)
        self._flush_output()

    def basic_nack(self, delivery_tag=0, multiple=False, requeue=True):
        self._impl.basic_nack(delivery_tag=delivery_tag, multiple=multiple, requeue=requeue)
        self._flush_output()

    def basic_reject(self, delivery_tag=0, requeue=True):
        self._impl.basic_reject(delivery_tag=delivery_tag, requeue=requeue)
        self._flush_output()

    def basic_get(self, queue, auto_ack=False):
        validators.require_string(queue, 'queue')
        got, empty = [], []
        self._impl._add('Basic.GetEmpty', empty.append, True)
        self._impl.basic_get(queue=queue, auto_ack=auto_ack, callback=lambda _channel, *message: got.append(message))
        self._flush_output(lambda: bool(got), lambda: bool(empty))
        self._impl._callbacks = [entry for entry in self._impl._callbacks if entry[1] != empty.append]
        return got[0] if got else (None, None, None)

    def basic_qos(self, prefetch_size=0, prefetch_count=0, global_qos=False):
        self._answer('basic_qos', prefetch_size=prefetch_size, prefetch_count=prefetch_count, global_qos=global_qos)

    def basic_recover(self, requeue=False):
        self._answer('basic_recover', requeue=requeue)

    # --- publishing ---

    def basic_publish(self, exchange, routing_key, body, properties=None, mandatory=False):
        """Sends a message; with confirms it waits for the broker's, and fails where nobody wants the message."""
        self._confirmation = None
        self._impl.basic_publish(exchange=exchange, routing_key=routing_key, body=body, properties=properties, mandatory=mandatory)
        if not self._confirms:
            self._flush_output()
            return
        self._flush_output(lambda: self._confirmation is not None)
        returned, self._returned = [self._returned] if self._returned is not None else [], None
        if isinstance(self._confirmation, spec.Basic.Nack):
            LOGGER.warning("Message was Nack'ed by broker: nack=%r; channel=%s; exchange=%s; routing_key=%s; mandatory=%r; ",
                           self._confirmation, self.channel_number, exchange, routing_key, mandatory)
            raise exceptions.NackError(returned)
        if returned:
            raise exceptions.UnroutableError(returned)

    def confirm_delivery(self):
        if self._confirms:
            LOGGER.error('confirm_delivery: confirmation was already enabled on channel=%s', self.channel_number)
            return

        def confirmed(method_frame):
            self._confirmation = method_frame.method

        def came_back(_channel, method, properties, body):
            LOGGER.warning('Published message was returned: _delivery_confirmation=%s; channel=%s; method=%r; properties=%r; body_size=%d; '
                           'body_prefix=%.255r', self._confirms, self.channel_number, method, properties, len(body), body)
            self._returned = ReturnedMessage(method, properties, body)
        self._answer('confirm_delivery', confirmed)
        self._confirms = True
        self._impl.add_on_return_callback(came_back)

    # --- exchanges and queues ---

    def exchange_declare(self, exchange, exchange_type=ExchangeType.direct, passive=False, durable=False, auto_delete=False, internal=False,
                         arguments=None):
        return self._answer('exchange_declare', exchange, exchange_type, passive, durable, auto_delete, internal, arguments)

    def exchange_delete(self, exchange=None, if_unused=False):
        return self._answer('exchange_delete', exchange, if_unused)

    def exchange_bind(self, destination, source, routing_key='', arguments=None):
        return self._answer('exchange_bind', destination, source, routing_key, arguments)

    def exchange_unbind(self, destination=None, source=None, routing_key='', arguments=None):
        return self._answer('exchange_unbind', destination, source, routing_key, arguments)

    def queue_declare(self, queue, passive=False, durable=False, exclusive=False, auto_delete=False, arguments=None):
        return self._answer('queue_declare', queue, passive, durable, exclusive, auto_delete, arguments)

    def queue_delete(self, queue, if_unused=False, if_empty=False):
        return self._answer('queue_delete', queue, if_unused, if_empty)

    def queue_purge(self, queue):
        return self._answer('queue_purge', queue)

    def queue_bind(self, queue, exchange, routing_key=None, arguments=None):
        return self._answer('queue_bind', queue, exchange, routing_key, arguments)

    def queue_unbind(self, queue, exchange, routing_key=None, arguments=None):
        return self._answer('queue_unbind', queue, exchange, routing_key, arguments)

    def tx_select(self):
        return self._answer('tx_select')

    def tx_commit(self):
        return self._answer('tx_commit')

    def tx_rollback(self):
        return self._answer('tx_rollback')


class _Delivery:
    """A message on its way to the callback of its consumer."""

    def __init__(self, channel, method, properties, body):
        self.channel, self.method, self.properties, self.body = channel, method, properties, body

    def __call__(self):
        consumer = self.channel._consumers[self.method.consumer_tag]
        consumer.callback(self.channel, self.method, self.properties, self.body)


BlockingChannel.__module__ = ReturnedMessage.__module__ = 'pika.adapters.blocking_connection'
