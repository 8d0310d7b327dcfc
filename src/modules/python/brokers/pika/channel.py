"""A channel: each call has its answer come to a callback; calls that wait for one are sent one after the other."""
import logging
import uuid
from collections import deque
from enum import Enum

from pika import exceptions, frame, spec, validators
from pika._parameters import MAX_CHANNELS
from pika.compat import as_bytes
from pika.exchange_type import ExchangeType

LOGGER = logging.getLogger(__name__)


class Channel:
    """`_callbacks`: (key, callback, once, fields that an answer must have) in the order they were added; keys are the
    names of methods or of events of the channel's own."""
    CLOSED, OPENING, OPEN, CLOSING = range(4)
    _STATE_NAMES = {0: 'CLOSED', 1: 'OPENING', 2: 'OPEN', 3: 'CLOSING'}
    _REFUSALS = {OPENING: 'Channel is opening, but is not usable yet.', CLOSING: 'Channel is closing.', CLOSED: 'Channel is closed.'}

    def __init__(self, connection, channel_number, on_open_callback):
        if not isinstance(channel_number, int):
            raise exceptions.InvalidChannelNumber(channel_number)
        validators.rpc_completion_callback(on_open_callback)
        self.connection, self.channel_number, self.flow_active = connection, channel_number, True
        self._callbacks, self._blocked, self._blocking = [], deque(), None
        self._cancelled, self._consumers, self._consumers_with_noack = set(), {}, set()
        self._getter, self._on_openok_callback = None, on_open_callback
        self._state, self._closing_reason, self._cookie = self.CLOSED, None, None

    def __int__(self):
        return self.channel_number

    def __repr__(self):
        return f'<{type(self).__name__} number={self.channel_number} {self._STATE_NAMES[self._state]} conn={self.connection!r}>'

    is_closed = property(lambda self: self._state == self.CLOSED)
    is_closing = property(lambda self: self._state == self.CLOSING)
    is_open = property(lambda self: self._state == self.OPEN)
    is_opening = property(lambda self: self._state == self.OPENING)

    @property
    def consumer_tags(self):
        return list(self._consumers)

    # --- callbacks ---

    def _add(self, key, callback, once=False, fields=None):
        self._callbacks.append((key, callback, once, fields))

    def _process(self, key, *args, method=None):
        """Calls those that are there for it; whether there were any."""
        due = [entry for entry in self._callbacks if entry[0] == key and
               (entry[3] is None or all(getattr(method, name) == value for name, value in entry[3].items()))]
        self._callbacks = [entry for entry in self._callbacks if not (entry[2] and any(entry is one for one in due))]
        for _, callback, _, _ in due:
            callback(*args)
        return bool(due)

    def add_callback(self, callback, replies, one_shot=True):
        for reply in replies:
            self._add(reply.NAME, callback, one_shot)

    def add_on_cancel_callback(self, callback):
        self._add('Basic.Cancel', callback)

    def add_on_close_callback(self, callback):
        self._add('closed', callback)

    def add_on_flow_callback(self, callback):
        self._add('Channel.Flow', callback)

    def add_on_return_callback(self, callback):
        self._add('returned', callback)

    # --- what is sent ---

    def _raise_if_not_open(self):
        if self._state in self._REFUSALS:
            raise exceptions.ChannelWrongStateError(self._REFUSALS[self._state])

    def _check(self, callback):
        """Whether no answer is waited for."""
        self._raise_if_not_open()
        return validators.rpc_completion_callback(callback)

    def _send_method(self, method, properties=None, body=b''):
        self.connection._send_method(self.channel_number, method, properties, body)

    def _rpc(self, method, callback, replies):
        """Sends a method, or keeps it until the one before has been answered; `replies`: (name, fields) of answers."""
        if self.is_closed:
            self._raise_if_not_open()
        if self._blocking:
            self._blocked.append((method, callback, replies))
            return
        self._send_method(method)
        if replies:
            self._blocking = method.NAME
        for name, fields in replies:
            self._add(name, self._on_synchronous_complete, True, fields)
            if callback is not None:
                self._add(name, callback, True, fields)

    def _on_synchronous_complete(self, _):
        self._blocking = None
        while self._blocked and self._blocking is None:
            self._rpc(*self._blocked.popleft())

    def _call(self, method, callback, fields=None):
        """A method whose answer may not be wanted."""
        nowait = self._check(callback)
        if hasattr(method, 'nowait'):
            method.nowait = nowait
        else:
            nowait = False
        self._rpc(method, callback, [] if nowait else [(f'{method.NAME}Ok', fields)])

    # --- its beginning and its end ---

    def open(self):
        self._state = self.OPENING
        self._rpc(spec.Channel.Open(), self._on_openok, [('Channel.OpenOk', None)])

    def _on_openok(self, _):
        if not self.is_closing:
            self._state = self.OPEN
            if self._on_openok_callback is not None:
                self._on_openok_callback(self)

    def close(self, reply_code=0, reply_text='Normal shutdown'):
        if self.is_closed or self.is_closing:
            self._raise_if_not_open()
        LOGGER.info('Closing channel (%s): %r on %s', reply_code, reply_text, self)
        self._closing_reason = exceptions.ChannelClosedByClient(reply_code, reply_text)
        for tag in [one for one in self._consumers if one not in self._cancelled]:
            self.basic_cancel(tag)
        self._state = self.CLOSING
        self._rpc(spec.Channel.Close(reply_code, reply_text, 0, 0), self._on_closeok, [('Channel.CloseOk', None)])

    def _on_closeok(self, method_frame):
        LOGGER.info('Received %s on %s', method_frame.method, self)
        self._transition_to_closed()

    def _transition_to_closed(self):
        self._state = self.CLOSED
        try:
            self._process('closed', self, self._closing_reason)
        finally:
            self.connection._on_channel_cleanup(self)
            self._consumers, self._callbacks, self._cookie = {}, [], None

    def _on_close_from_broker(self, method):
        LOGGER.warning('Received remote Channel.Close (%s): %r on %s', method.reply_code, method.reply_text, self)
        self._send_method(spec.Channel.CloseOk())
        self._closing_reason = exceptions.ChannelClosedByBroker(method.reply_code, method.reply_text)
        if not self.is_closing or any(one[0].NAME == 'Channel.Close' for one in self._blocked):
            self._blocked.clear()
            self._transition_to_closed()

    def _on_close_meta(self, reason):
        if not self.is_closed:
            self._closing_reason = reason
            self._transition_to_closed()

    # --- what comes ---

    def _receive(self, method, properties, body):
        name = method.NAME
        method_frame = frame.Method(self.channel_number, method)
        if name == 'Basic.Deliver':
            self._on_deliver(method, properties, body)
        elif name == 'Basic.Return':
            self._process('returned', self, method, properties, body)
        elif name == 'Basic.GetOk':
            callback, self._getter = self._getter, None
            if callback is not None:
                callback(self, method, properties, body)
        elif name == 'Channel.Close':
            self._on_close_from_broker(method)
        else:
            if name == 'Basic.GetEmpty':
                self._getter = None
            elif name == 'Basic.Cancel' and method.consumer_tag not in self._cancelled:
                self._forget(method.consumer_tag)
            self._process(name, method_frame, method=method)

    def _on_deliver(self, method, properties, body):
        tag = method.consumer_tag
        if tag in self._cancelled:
            if self.is_open and tag not in self._consumers_with_noack:
                self.basic_reject(method.delivery_tag)
        elif tag in self._consumers:
            self._consumers[tag](self, method, properties, body)
        else:
            LOGGER.error('Unexpected delivery: %r', method)

    def _forget(self, consumer_tag):
        self._consumers_with_noack.discard(consumer_tag)
        self._consumers.pop(consumer_tag, None)
        self._cancelled.discard(consumer_tag)

    def _get_cookie(self):
        return self._cookie

    def _set_cookie(self, cookie):
        self._cookie = cookie

    # --- messages ---

    def basic_ack(self, delivery_tag=0, multiple=False):
        self._raise_if_not_open()
        self._send_method(spec.Basic.Ack(delivery_tag, multiple))

    def basic_nack(self, delivery_tag=0, multiple=False, requeue=True):
        self._raise_if_not_open()
        self._send_method(spec.Basic.Nack(delivery_tag, multiple, requeue))

    def basic_reject(self, delivery_tag=0, requeue=True):
        self._raise_if_not_open()
        if not isinstance(delivery_tag, int):
            raise TypeError('delivery_tag must be an integer')
        self._send_method(spec.Basic.Reject(delivery_tag, requeue))

    def basic_cancel(self, consumer_tag='', callback=None):
        validators.require_string(consumer_tag, 'consumer_tag')
        nowait, is_cancelled = self._check(callback), consumer_tag in self._cancelled
        if is_cancelled or consumer_tag not in self._consumers:
            text = 'basic_cancel - consumer is already cancelling: %s' if is_cancelled else 'basic_cancel - consumer not found: %s'
            return LOGGER.warning(text, consumer_tag)
        if nowait:
            del self._consumers[consumer_tag]
        self._cancelled.add(consumer_tag)

        def done(method_frame):
            self._forget(consumer_tag)
            callback(method_frame)
        replies = [] if nowait else [('Basic.CancelOk', {'consumer_tag': consumer_tag})]
        self._rpc(spec.Basic.Cancel(consumer_tag, nowait), None if nowait else done, replies)

    def basic_consume(self, queue, on_message_callback, auto_ack=False, exclusive=False, consumer_tag=None, arguments=None, callback=None):
        validators.require_string(queue, 'queue')
        validators.require_callback(on_message_callback)
        self._check(callback)
        consumer_tag = consumer_tag or self._generate_consumer_tag()
        if any(consumer_tag in known for known in (self._consumers, self._cancelled)):
            raise exceptions.DuplicateConsumerTag(consumer_tag)
        self._consumers[consumer_tag] = on_message_callback
        if auto_ack:
            self._consumers_with_noack.add(consumer_tag)
        method = spec.Basic.Consume(queue=queue, consumer_tag=consumer_tag, no_ack=auto_ack, exclusive=exclusive, arguments=arguments or {})
        self._rpc(method, callback, [('Basic.ConsumeOk', {'consumer_tag': consumer_tag})])
        return consumer_tag

    def _generate_consumer_tag(self):
        return f'ctag{self.channel_number}.{uuid.uuid4().hex}'

    def basic_get(self, queue, callback, auto_ack=False):
        validators.require_string(queue, 'queue')
        validators.require_callback(callback)
        if self._getter is not None:
            raise exceptions.DuplicateGetOkCallback()
        self._getter = callback
        self._send_method(spec.Basic.Get(queue=queue, no_ack=auto_ack))

    def basic_publish(self, exchange, routing_key, body, properties=None, mandatory=False):
        self._raise_if_not_open()
        method = spec.Basic.Publish(exchange=exchange, routing_key=routing_key, mandatory=mandatory)
        self._send_method(method, properties or spec.BasicProperties(), as_bytes(body))

    def basic_qos(self, prefetch_size=0, prefetch_count=0, global_qos=False, callback=None):
        self._raise_if_not_open()
        validators.zero_or_greater('prefetch_size', prefetch_size)
        validators.zero_or_greater('prefetch_count', prefetch_count)
        self._call(spec.Basic.Qos(prefetch_size, prefetch_count, global_qos), callback)

    def basic_recover(self, requeue=False, callback=None):
        self._call(spec.Basic.Recover(requeue), callback)

    def confirm_delivery(self, ack_nack_callback, callback=None):
        if not callable(ack_nack_callback):
            raise ValueError('confirm_delivery requires a callback to receieve Basic.Ack/Basic.Nack notifications')
        self._check(callback)
        self._add('Basic.Ack', ack_nack_callback)
        self._add('Basic.Nack', ack_nack_callback)
        self._call(spec.Confirm.Select(), callback)

    def flow(self, active, callback=None):
        self._check(callback)

        def done(method_frame):
            self.flow_active = method_frame.method.active
            if callback is not None:
                callback(self.flow_active)
        self._rpc(spec.Channel.Flow(active), done, [('Channel.FlowOk', None)])

    # --- exchanges and queues ---

    def exchange_declare(self, exchange, exchange_type=ExchangeType.direct, passive=False, durable=False, auto_delete=False, internal=False,
                         arguments=None, callback=None):
        validators.require_string(exchange, 'exchange')
        kind = exchange_type.value if isinstance(exchange_type, Enum) else exchange_type
        self._call(spec.Exchange.Declare(0, exchange, kind, passive, durable, auto_delete, internal, False, arguments or {}), callback)

    def exchange_delete(self, exchange=None, if_unused=False, callback=None):
        self._call(spec.Exchange.Delete(0, exchange, if_unused), callback)

    def exchange_bind(self, destination, source, routing_key='', arguments=None, callback=None):
        self._raise_if_not_open()
        validators.require_string(destination, 'destination')
        validators.require_string(source, 'source')
        self._call(spec.Exchange.Bind(0, destination, source, routing_key, False, arguments or {}), callback)

    def exchange_unbind(self, destination=None, source=None, routing_key='', arguments=None, callback=None):
        self._call(spec.Exchange.Unbind(0, destination, source, routing_key, False, arguments), callback)

    def queue_declare(self, queue, passive=False, durable=False, exclusive=False, auto_delete=False, arguments=None, callback=None):
        validators.require_string(queue, 'queue')
        method = spec.Queue.Declare(0, queue, passive, durable, exclusive, auto_delete, False, arguments or {})
        self._call(method, callback, {'queue': queue} if queue else None)

    def queue_bind(self, queue, exchange, routing_key=None, arguments=None, callback=None):
        validators.require_string(queue, 'queue')
        validators.require_string(exchange, 'exchange')
        key = queue if routing_key is None else routing_key
        self._call(spec.Queue.Bind(0, queue, exchange, key, False, arguments or {}), callback)

    def queue_unbind(self, queue, exchange=None, routing_key=None, arguments=None, callback=None):
        self._raise_if_not_open()
        validators.require_string(queue, 'queue')
        key = queue if routing_key is None else routing_key
        self._call(spec.Queue.Unbind(0, queue, exchange, key, arguments or {}), callback)

    def queue_delete(self, queue, if_unused=False, if_empty=False, callback=None):
        self._raise_if_not_open()
        validators.require_string(queue, 'queue')
        self._call(spec.Queue.Delete(0, queue, if_unused, if_empty), callback)

    def queue_purge(self, queue, callback=None):
        self._raise_if_not_open()
        validators.require_string(queue, 'queue')
        self._call(spec.Queue.Purge(0, queue), callback)

    # --- transactions ---

    def tx_select(self, callback=None):
        self._call(spec.Tx.Select(), callback)

    def tx_commit(self, callback=None):
        self._call(spec.Tx.Commit(), callback)

    def tx_rollback(self, callback=None):
        self._call(spec.Tx.Rollback(), callback)
