"""A channel: calls that the broker answers one after the other, messages that come and go."""
import asyncio
import logging
from contextlib import asynccontextmanager
from functools import wraps
from random import getrandbits
from uuid import UUID

from aiormq.abc import AbstractChannel, ChannelFrame, DeliveredMessage
from aiormq.base import Base
from aiormq.exceptions import (ChannelClosed, ChannelInvalidStateError, DeliveryError, DuplicateConsumerTag, InvalidFrameError,
                               MethodNotImplemented, PublishError, of_close)
from aiormq.tools import Countdown, awaitable
from pamqp import commands as spec
from pamqp.header import ContentHeader

log = logging.getLogger(__name__)


def _is_closed(channel):
    return ChannelInvalidStateError('%r closed' % channel)


def task(function):
    """The method is a task of the channel, which must be open."""
    @wraps(function)
    async def wrap(self, *args, **kwargs):
        if self.is_closed:
            raise _is_closed(self)
        return await self.create_task(function(self, *args, **kwargs))
    return wrap


def _check_routing_key(key):
    if len(key) > 255:
        raise ValueError('Routing key too long (max 255 bytes)')


class Returning(asyncio.Future):
    """Stands for a message that came back until the broker has confirmed that it had it."""


class Channel(Base, AbstractChannel):
    CHANNEL_CLOSE_TIMEOUT = 10

    def __init__(self, connector, number, publisher_confirms=True, frame_buffer=None, on_return_raises=True):
        super().__init__(loop=connector.loop, parent=connector)
        self.connection, self.number, self.publisher_confirms, self.on_return_raises = (connector, number, publisher_confirms,
                                                                                        on_return_raises)
        self.consumers, self.confirmations, self.message_id_delivery_tag = {}, {}, {}
        self.delivery_tag, self.getter, self.getter_lock = 0, None, asyncio.Lock()
        self.frames, self.rpc_frames = asyncio.Queue(maxsize=frame_buffer or 0), asyncio.Queue(maxsize=frame_buffer or 0)
        self.__lock, self.write_queue = asyncio.Lock(), connector.write_queue
        # Sets in the order of what is in them.
        self.on_return_callbacks, self.on_consumer_cancel_callbacks = _OrderedSet(), _OrderedSet()
        self._close_exception = None
        self.__reader_task = self.create_task(self._reader())
        self.__close_reason, self.__close_event, self.__open_sent = (200, '', 0, 0), asyncio.Event(), False

    def set_close_reason(self, reply_code=200, reply_text='', class_id=0, method_id=0):
        self.__close_reason = reply_code, reply_text, class_id, method_id

    @property
    @asynccontextmanager
    async def lock(self):
        if not self.is_closed:
            async with self.__lock:
                if not self.is_closed:
                    yield
                    return
        raise _is_closed(self)

    def __str__(self):
        return str(self.number)

    # --- calls ---

    def _check_not_timed_out(self):
        if self.__close_event.is_set():
            raise ChannelInvalidStateError('Channel closed by RPC timeout')

    @task
    async def rpc(self, frame, timeout=None):
        self._check_not_timed_out()
        countdown = Countdown(timeout)
        async with countdown.enter_context(self.lock):
            self._check_not_timed_out()
            try:
                await countdown(self.write_queue.put(ChannelFrame(self.number, frame)))
                self.__open_sent |= frame.name == 'Channel.Open'
                answer = None
                if frame.synchronous and not getattr(frame, 'nowait', False):
                    answer = await countdown(self.rpc_frames.get())
                    self.rpc_frames.task_done()
                    if answer.name not in frame.valid_responses:
                        raise InvalidFrameError(frame)
                return answer
            except (asyncio.CancelledError, asyncio.TimeoutError):
                await self.__close_after_failure(frame, self.is_closed)
                raise

    async def __close_after_failure(self, frame, needless):
        """A call has been given up: its answer may come at any time, so the channel is of no use any more."""
        if needless:
            return
        self.__close_event.set()
        if not self.__open_sent:
            log.warning('Closing channel %r locally because RPC call %s cancelled before Channel.Open was sent', self, frame)
            self.__reader_task.cancel()
            if self.connection.channels.get(self.number) is self:
                del self.connection.channels[self.number]
            return
        log.warning('Closing channel %r because RPC call %s cancelled', self, frame)
        text = f'RPC timeout on frame {frame!s}'
        await self.write_queue.put(ChannelFrame(self.number, spec.Channel.Close(504, text, 0, 0)))

    async def open(self, timeout=None):
        try:
            frame = await self.rpc(spec.Channel.Open(), timeout=timeout)
            if self.publisher_confirms:
                await self.rpc(spec.Confirm.Select())
        except BaseException:
            await self.__close_after_failure(None, self.__close_event.is_set())
            raise
        return frame

    # --- what comes ---

    @staticmethod
    def _on_consumer_done(task):
        if not task.cancelled() and task.exception() is not None:
            log.error('Consumer callback failed', exc_info=task.exception())

    def _on_deliver(self, frame, message):
        consumer = self.consumers.get(frame.consumer_tag)
        if consumer is not None:
            self.create_task(consumer(message)).add_done_callback(self._on_consumer_done)

    def _on_get(self, frame, message):
        if self.getter is None:
            raise RuntimeError('Getter is None')
        if self.getter.done():
            log.error('Got message but no active getter')
        else:
            self.getter.set_result((frame, message))

    def _on_return(self, frame, message):
        delivery_tag = self.message_id_delivery_tag.get(message.header.properties.message_id)
        if delivery_tag is None:
            log.error('Unhandled message %r returning', message)
            return
        waiting = self.confirmations.pop(delivery_tag, None)
        if waiting is None:
            return
        self.confirmations[delivery_tag] = Returning()
        if self.on_return_raises:
            return waiting.set_exception(PublishError(message, frame))
        for callback in self.on_return_callbacks:
            try:
                callback(message)
            except Exception:
                log.exception('Unhandled return callback exception')
        waiting.set_result(message)

    def _confirm_delivery(self, delivery_tag, frame):
        waiting = self.confirmations.pop(delivery_tag, None)
        if waiting is None or isinstance(waiting, Returning):
            return
        if waiting.done():
            level = logging.DEBUG if waiting.cancelled() else logging.WARNING
            log.log(level, 'Delivery tag %r confirmed %r was ignored', delivery_tag, frame)
        elif frame.name == 'Basic.Ack':
            waiting.set_result(frame)
        else:
            waiting.set_exception(DeliveryError(None, frame))

    def _on_confirm(self, frame):
        if not self.publisher_confirms:
            return
        if frame.delivery_tag not in self.confirmations:
            log.error('Unexpected confirmation frame %r from broker', frame)
        elif frame.multiple:
            for delivery_tag in self.confirmations:
                if frame.delivery_tag >= delivery_tag:
                    self.loop.call_soon(self._confirm_delivery, delivery_tag, frame)
        else:
            self._confirm_delivery(frame.delivery_tag, frame)

    async def _on_cancel(self, frame):
        self.consumers.pop(frame.consumer_tag, None)
        if frame.name == 'Basic.CancelOk':
            return
        log.warning('Consumer %r cancelled by the broker on %r', frame.consumer_tag, self)
        for callback in self.on_consumer_cancel_callbacks:
            try:
                await awaitable(callback)(frame)
            except Exception:
                log.exception('Unhandled consumer cancel callback exception')

    def _on_closed(self, frame):
        if frame.name == 'Channel.CloseOk':
            self.__close_event.set()
            raise ChannelClosed(None, None)
        self._close_exception = error = of_close(frame)
        if not self.write_queue.full():
            self.write_queue.put_nowait(ChannelFrame(self.number, spec.Channel.CloseOk()))
        self.__close_event.set()
        raise error

    async def _reader(self):
        last_exception = None
        try:
            while True:
                frame, header, body = await self.frames.get()
                self.frames.task_done()
                name = frame.name
                if header is not None or name == 'Basic.GetEmpty':
                    message = DeliveredMessage(delivery=frame, header=header or ContentHeader(), body=body, channel=self)
                    if name == 'Basic.Deliver':
                        self._on_deliver(frame, message)
                    elif name == 'Basic.Return':
                        self._on_return(frame, message)
                    else:
                        self._on_get(frame, message)
                        await self.rpc_frames.put(frame)
                elif name in ('Basic.Cancel', 'Basic.CancelOk'):
                    await self._on_cancel(frame)
                    if name == 'Basic.CancelOk':
                        await self.rpc_frames.put(frame)
                elif name in ('Channel.Close', 'Channel.CloseOk'):
                    self._on_closed(frame)
                elif name in ('Basic.Ack', 'Basic.Nack'):
                    self._on_confirm(frame)
                else:
                    await self.rpc_frames.put(frame)
        except asyncio.CancelledError as error:
            self.__close_event.set()
            last_exception = error
            raise
        except Exception as error:
            last_exception = error
            raise
        finally:
            await self.close(last_exception, timeout=self.CHANNEL_CLOSE_TIMEOUT)

    @task
    async def _on_close(self, exc=None):
        if not self.connection.is_opened or self.__close_event.is_set():
            return
        await self.rpc(spec.Channel.Close(*self.__close_reason), timeout=self.connection.connection_tune.heartbeat or None)
        await self.__close_event.wait()

    # --- consuming ---

    async def basic_get(self, queue='', no_ack=False, timeout=None):
        limit = Countdown(timeout)
        async with limit.enter_context(self.getter_lock):
            self.getter = coming = self.create_future()
            try:
                await self.rpc(spec.Basic.Get(queue=queue, no_ack=no_ack), timeout=limit.get_timeout())
                return (await limit(coming))[1]
            finally:
                coming.cancel()
                self.getter = None

    async def basic_cancel(self, consumer_tag, *, nowait=False, timeout=None):
        result = await self.rpc(spec.Basic.Cancel(consumer_tag=consumer_tag, nowait=nowait), timeout=timeout)
        if nowait:
            self.consumers.pop(consumer_tag, None)
        return result

    async def basic_consume(self, queue, consumer_callback, *, no_ack=False, exclusive=False, arguments=None, consumer_tag=None,
                            timeout=None):
        consumer_tag = consumer_tag or f'ctag{self.number}.{UUID(int=getrandbits(128), version=4).hex}'
        if consumer_tag in self.consumers:
            raise DuplicateConsumerTag(self.number)
        self.consumers[consumer_tag] = awaitable(consumer_callback)
        frame = spec.Basic.Consume(queue=queue, no_ack=no_ack, exclusive=exclusive, consumer_tag=consumer_tag, arguments=arguments)
        return await self.rpc(frame, timeout=timeout)

    async def __answer(self, frame, wait):
        if self.is_closed or self.__close_event.is_set():
            raise _is_closed(self)
        sent = self.create_future() if wait else None
        try:
            await self.write_queue.put(ChannelFrame(self.number, frame, drain=sent))
            if wait:
                await sent
        finally:
            if wait:
                sent.cancel()

    async def basic_ack(self, delivery_tag, multiple=False, wait=True):
        await self.__answer(spec.Basic.Ack(delivery_tag=delivery_tag, multiple=multiple), wait)

    async def basic_nack(self, delivery_tag, multiple=False, requeue=True, wait=True):
        if not self.connection.basic_nack:
            raise MethodNotImplemented
        await self.__answer(spec.Basic.Nack(delivery_tag=delivery_tag, multiple=multiple, requeue=requeue), wait)

    async def basic_reject(self, delivery_tag, *, requeue=True, wait=True):
        await self.__answer(spec.Basic.Reject(delivery_tag=delivery_tag, requeue=requeue), wait)

    async def basic_qos(self, *, prefetch_size=None, prefetch_count=None, global_=False, timeout=None):
        frame = spec.Basic.Qos(prefetch_size=prefetch_size or 0, prefetch_count=prefetch_count or 0, global_=global_)
        return await self.rpc(frame, timeout=timeout)

    async def basic_recover(self, *, nowait=False, requeue=False, timeout=None):
        kind = spec.Basic.RecoverAsync if nowait else spec.Basic.Recover
        return await self.rpc(kind(requeue=requeue), timeout=timeout)

    # --- publishing ---

    @asynccontextmanager
    async def _raise_on_channel_close(self):
        """A consumer that publishes is told why the channel has been closed, instead of being cancelled."""
        try:
            yield
        except asyncio.CancelledError as error:
            task, reason = asyncio.current_task(), self._close_exception
            if (self._closing.done() and not self._closing.cancelled() and isinstance(reason, Exception)
                    and self._closing.exception() is reason and error.args == (reason,) and task is not None and task.cancelling() == 1):
                task.uncancel()
                raise reason from error
            raise

    async def basic_publish(self, body, *, exchange='', routing_key='', properties=None, mandatory=False, immediate=False, timeout=None,
                            wait=True):
        _check_routing_key(routing_key)
        countdown = Countdown(timeout)
        frame = spec.Basic.Publish(exchange=exchange, routing_key=routing_key, mandatory=mandatory, immediate=immediate)
        properties = properties or spec.Basic.Properties(delivery_mode=1)
        if not properties.message_id:
            properties.message_id = UUID(int=getrandbits(128), version=4).hex
        confirmation = None
        async with self._raise_on_channel_close(), asyncio.timeout(countdown.get_timeout()):
            async with self.lock:
                self.delivery_tag += 1
                tag, message_id, sent, drain = self.delivery_tag, properties.message_id, False, None
                try:
                    if self.publisher_confirms:
                        self.confirmations[tag] = confirmation = self.create_future()
                        self.message_id_delivery_tag[message_id] = tag
                    drain = self.create_future() if wait else None
                    await self.write_queue.put(ChannelFrame(self.number, frame, properties, body, drain))
                    sent = True
                    if confirmation is not None:
                        confirmation.add_done_callback(lambda _: self._forget(message_id, tag))
                    if drain is not None:
                        await drain
                except BaseException:
                    if not sent:
                        # The broker has not counted it.
                        self.delivery_tag -= 1
                        self.confirmations.pop(tag, None)
                        self._forget(message_id, tag)
                        if confirmation is not None:
                            confirmation.cancel()
                    if drain is not None:
                        drain.cancel()
                    raise
            return None if confirmation is None else await confirmation

    def _forget(self, message_id, tag):
        if self.message_id_delivery_tag.get(message_id) == tag:
            del self.message_id_delivery_tag[message_id]

    # --- exchanges and queues ---

    async def exchange_declare(self, exchange='', *, exchange_type='direct', passive=False, durable=False, auto_delete=False,
                               internal=False, nowait=False, arguments=None, timeout=None):
        frame = spec.Exchange.Declare(exchange=str(exchange), exchange_type=str(exchange_type), passive=bool(passive),
                                      durable=bool(durable), auto_delete=bool(auto_delete), internal=bool(internal), nowait=bool(nowait),
                                      arguments=arguments)
        return await self.rpc(frame, timeout=timeout)

    async def exchange_delete(self, exchange='', *, if_unused=False, nowait=False, timeout=None):
        return await self.rpc(spec.Exchange.Delete(exchange=exchange, if_unused=if_unused, nowait=nowait), timeout=timeout)

    async def exchange_bind(self, destination='', source='', routing_key='', *, nowait=False, arguments=None, timeout=None):
        _check_routing_key(routing_key)
        frame = spec.Exchange.Bind(destination=destination, source=source, routing_key=routing_key, nowait=nowait, arguments=arguments)
        return await self.rpc(frame, timeout=timeout)

    async def exchange_unbind(self, destination='', source='', routing_key='', *, nowait=False, arguments=None, timeout=None):
        _check_routing_key(routing_key)
        frame = spec.Exchange.Unbind(destination=destination, source=source, routing_key=routing_key, nowait=nowait, arguments=arguments)
        return await self.rpc(frame, timeout=timeout)

    async def flow(self, active, timeout=None):
        return await self.rpc(spec.Channel.Flow(active=active), timeout=timeout)

    async def queue_bind(self, queue, exchange, routing_key='', nowait=False, arguments=None, timeout=None):
        _check_routing_key(routing_key)
        frame = spec.Queue.Bind(queue=queue, exchange=exchange, routing_key=routing_key, nowait=nowait, arguments=arguments)
        return await self.rpc(frame, timeout=timeout)

    async def queue_declare(self, queue='', *, passive=False, durable=False, exclusive=False, auto_delete=False, nowait=False,
                            arguments=None, timeout=None):
        frame = spec.Queue.Declare(queue=queue, passive=bool(passive), durable=bool(durable), exclusive=bool(exclusive),
                                   auto_delete=bool(auto_delete), nowait=bool(nowait), arguments=arguments)
        return await self.rpc(frame, timeout=timeout)

    async def queue_delete(self, queue='', if_unused=False, if_empty=False, nowait=False, timeout=None):
        return await self.rpc(spec.Queue.Delete(queue=queue, if_unused=if_unused, if_empty=if_empty, nowait=nowait), timeout=timeout)

    async def queue_purge(self, queue='', nowait=False, timeout=None):
        return await self.rpc(spec.Queue.Purge(queue=queue, nowait=nowait), timeout=timeout)

    async def queue_unbind(self, queue='', exchange='', routing_key='', arguments=None, timeout=None):
        _check_routing_key(routing_key)
        frame = spec.Queue.Unbind(queue=queue, exchange=exchange, routing_key=routing_key, arguments=arguments)
        return await self.rpc(frame, timeout=timeout)

    # --- transactions ---

    async def tx_commit(self, timeout=None):
        return await self.rpc(spec.Tx.Commit(), timeout=timeout)

    async def tx_rollback(self, timeout=None):
        return await self.rpc(spec.Tx.Rollback(), timeout=timeout)

    async def tx_select(self, timeout=None):
        return await self.rpc(spec.Tx.Select(), timeout=timeout)

    async def confirm_delivery(self, nowait=False, timeout=None):
        return await self.rpc(spec.Confirm.Select(nowait=nowait), timeout=timeout)


class _OrderedSet(dict):
    """Callbacks, each once."""

    def add(self, callback):
        self[callback] = None

    def discard(self, callback):
        self.pop(callback, None)

    remove = dict.pop
