"""Queues: messages are taken from them one by one, by callbacks, or in a loop."""
import asyncio
from functools import partial

import aiormq
from aio_pika.abc import AbstractQueue, AbstractQueueIterator, ConsumerTag, get_exchange_name
from aio_pika.exceptions import QueueEmpty
from aio_pika.log import get_logger
from aio_pika.message import IncomingMessage
from aio_pika.tools import CallbackCollection, _end, create_task, ensure_awaitable, weak_method_callback

log = get_logger(__name__)


async def consumer(callback, msg, *, no_ack):
    return await create_task(callback, IncomingMessage(msg, no_ack=no_ack))


class Queue(AbstractQueue):
    def __init__(self, channel, name, durable, exclusive, auto_delete, arguments, passive=False):
        self.close_callbacks = CallbackCollection(self)
        self.channel, self.name, self.durable, self.exclusive = channel, name or '', durable, exclusive
        self.auto_delete, self.arguments, self.passive = auto_delete, arguments, passive

    def __str__(self):
        return f'{self.name}'

    def __repr__(self):
        return (f'<{type(self).__name__}({self}): auto_delete={self.auto_delete}, durable={self.durable}, exclusive={self.exclusive}, '
                f'arguments={self.arguments!r}')

    async def declare(self, timeout=None):
        log.debug('Declaring queue: %r', self)
        channel = await self.channel.get_underlay_channel()
        self.declaration_result = await channel.queue_declare(
            queue=self.name, durable=self.durable, exclusive=self.exclusive, auto_delete=self.auto_delete, arguments=self.arguments,
            passive=self.passive, timeout=timeout)
        self.name = self.declaration_result.queue
        return self.declaration_result

    async def bind(self, exchange, routing_key=None, *, arguments=None, timeout=None):
        """Has an exchange's messages come to this queue; the key is the queue's name where none is given."""
        routing_key = self.name if routing_key is None else routing_key
        log.debug('Binding queue %r: exchange=%r, routing_key=%r, arguments=%r', self, exchange, routing_key, arguments)
        channel = await self.channel.get_underlay_channel()
        return await channel.queue_bind(self.name, exchange=get_exchange_name(exchange), routing_key=routing_key, arguments=arguments,
                                        timeout=timeout)

    async def unbind(self, exchange, routing_key=None, arguments=None, timeout=None):
        routing_key = self.name if routing_key is None else routing_key
        log.debug('Unbinding queue %r: exchange=%r, routing_key=%r, arguments=%r', self, exchange, routing_key, arguments)
        channel = await self.channel.get_underlay_channel()
        return await channel.queue_unbind(queue=self.name, exchange=get_exchange_name(exchange), routing_key=routing_key,
                                          arguments=arguments, timeout=timeout)

    async def consume(self, callback, no_ack=False, exclusive=False, arguments=None, consumer_tag=None, timeout=None):
        """Has the callback called with each message, in a task of its own; gives the consumer's tag."""
        log.debug('Start to consuming queue: %r', self)
        callback = ensure_awaitable(callback)
        channel = await self.channel.get_underlay_channel()
        result = await channel.basic_consume(
            queue=self.name, consumer_callback=partial(consumer, callback, no_ack=no_ack), exclusive=exclusive, no_ack=no_ack,
            arguments=arguments, consumer_tag=consumer_tag, timeout=timeout)
        return result.consumer_tag

    async def cancel(self, consumer_tag, timeout=None, nowait=False):
        channel = await self.channel.get_underlay_channel()
        return await channel.basic_cancel(consumer_tag=consumer_tag, nowait=nowait, timeout=timeout)

    async def get(self, *, no_ack=False, fail=True, timeout=5):
        """The next message; where there is none, QueueEmpty, or None unless it may fail."""
        channel = await self.channel.get_underlay_channel()
        message = await channel.basic_get(self.name, no_ack=no_ack, timeout=timeout)
        if not isinstance(message.delivery, aiormq.spec.Basic.GetEmpty):
            return IncomingMessage(message, no_ack=no_ack)
        if fail:
            raise QueueEmpty
        return None

    async def purge(self, no_wait=False, timeout=None):
        log.info('Purging queue: %r', self)
        channel = await self.channel.get_underlay_channel()
        return await channel.queue_purge(self.name, nowait=no_wait, timeout=timeout)

    async def delete(self, *, if_unused=True, if_empty=True, timeout=None):
        log.info('Deleting %r', self)
        channel = await self.channel.get_underlay_channel()
        return await channel.queue_delete(self.name, if_unused=if_unused, if_empty=if_empty, timeout=timeout)

    def __aiter__(self):
        return self.iterator()

    def iterator(self, **kwargs):
        """For `async with queue.iterator() as messages: async for message in messages:`."""
        return QueueIterator(self, **kwargs)


class QueueIterator(AbstractQueueIterator):
    """Messages of a queue. Those that have come and that nobody has taken go back when it is closed."""
    DEFAULT_CLOSE_TIMEOUT = 5

    def __init__(self, queue, **kwargs):
        self._amqp_queue, self._queue, self._consume_kwargs = queue, asyncio.Queue(), kwargs
        self._closed = asyncio.get_running_loop().create_future()
        self._message_or_closed, self._timeout_event = asyncio.Event(), asyncio.Event()
        self.__wakeups, self.__closing = [], None
        self._wake_up_on(queue.channel.closed(), self._propagate_closed)
        self._closed.add_done_callback(self._propagate_closed)
        queue.close_callbacks.add(self._on_close, weak=True)
        queue.close_callbacks.add(self._set_closed, weak=True)

    @property
    def consumer_tag(self):
        return getattr(self, '_consumer_tag', None)

    def __str__(self):
        return f'queue[{self._amqp_queue}](...)'

    def __repr__(self):
        return f'<{type(self).__name__}: queue={self._amqp_queue.name!r} ctag={self.consumer_tag!r}>'

    # --- its end ---

    def _wake_up_on(self, future, method):
        callback = weak_method_callback(method)
        self.__wakeups.append((future, callback))
        future.add_done_callback(callback)

    def _propagate_closed(self, future):
        self._message_or_closed.set()
        if future is self._closed:
            while self.__wakeups:
                target, callback = self.__wakeups.pop()
                target.remove_done_callback(callback)

    async def _set_closed(self, _channel, exc):
        _end(self._closed)

    async def close(self):
        await self._on_close(self._amqp_queue, None)
        _end(self._closed)

    async def _on_close(self, _channel, _exc):
        queue = self._amqp_queue
        if not hasattr(self, '_consumer_tag') or queue.channel.is_closed:
            return
        log.debug('Basic.cancel for %r', self.consumer_tag)
        tag = vars(self).pop('_consumer_tag')
        queue.close_callbacks.discard(self._on_close)
        await queue.cancel(tag)
        log.debug('Queue iterator %r closed', self)
        errors = []
        while not self._queue.empty():
            message = self._queue.get_nowait()
            if queue.channel.is_closed:
                log.warning('Message %r lost when queue iterator %r channel closed', message, self)
            elif self._consume_kwargs.get('no_ack', False):
                log.warning('Message %r lost for consumer with no_ack %r', message, self)
            else:
                try:
                    await message.nack(requeue=True, multiple=False)
                except Exception as error:
                    log.warning('Failed to nack message %r', message, exc_info=error)
                    errors.append(error)
        if errors:
            raise ExceptionGroup('Unable to nack all messages', errors)

    # --- messages ---

    async def on_message(self, message):
        await self._queue.put(message)
        self._message_or_closed.set()

    async def consume(self):
        self._consumer_tag = await self._amqp_queue.consume(self.on_message, **self._consume_kwargs)

    async def _begin(self):
        if not hasattr(self, '_consumer_tag'):
            await self.consume()

    def __aiter__(self):
        return self

    async def __aenter__(self):
        await self._begin()
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        late, self.__closing = self.__closing, None
        if late is None:
            return await self.close()
        # There has been no time to close it: no more is spent on that.
        late.cancel()
        try:
            problem, = await asyncio.gather(late, return_exceptions=True)
        finally:
            _end(self._closed)
        if isinstance(problem, BaseException) and not isinstance(problem, asyncio.CancelledError):
            if exc_val is None:
                raise problem
            log.warning('Failed to close queue iterator %r', self, exc_info=problem)

    async def _wait(self):
        """Until something has come or all is over; who waits too long or is cancelled closes it."""
        timeout, waiting = self._consume_kwargs.get('timeout'), self._message_or_closed.wait()
        if timeout is not None and timeout > 0:
            waiting = asyncio.wait_for(waiting, timeout=timeout)
        try:
            await waiting
        except (asyncio.TimeoutError, asyncio.CancelledError):
            if timeout is not None:
                timeout = timeout if timeout > 0 else self.DEFAULT_CLOSE_TIMEOUT
                log.info('%r closing with timeout %d seconds', self, timeout)
            closing = task = asyncio.create_task(self.close())
            if timeout is not None:
                closing = asyncio.wait_for(asyncio.shield(task), timeout=timeout)
            try:
                await closing
            except asyncio.TimeoutError:
                self.__closing = task
            raise

    def _taken(self):
        message = self._queue.get_nowait()
        if self._queue.empty() and not self._amqp_queue.channel.is_closed and not self._closed.done():
            self._message_or_closed.clear()
        return message

    async def _has_message(self):
        """Waits; whether there is a message then."""
        if self._closed.done():
            raise StopAsyncIteration
        await self._begin()
        if not self._message_or_closed.is_set():
            await self._wait()
        return not self._queue.empty()

    async def __anext__(self):
        if not await self._has_message():
            raise StopAsyncIteration
        return self._taken()
