"""Channels that are opened again, with all that was declared on them."""
import asyncio
import warnings
from collections import defaultdict

from aio_pika.abc import AbstractRobustChannel
from aio_pika.channel import Channel
from aio_pika.exchange import ExchangeType
from aio_pika.log import get_logger
from aio_pika.queue import Queue
from aio_pika.robust_exchange import RobustExchange, _warn_of
from aio_pika.robust_queue import RobustQueue
from aio_pika.tools import CallbackCollection

log = get_logger(__name__)


class RobustChannel(Channel, AbstractRobustChannel):
    QUEUE_CLASS, EXCHANGE_CLASS = RobustQueue, RobustExchange
    RESTORE_RETRY_DELAY = 2

    def __init__(self, connection, channel_number=None, publisher_confirms=True, on_return_raises=False):
        super().__init__(connection=connection, channel_number=channel_number, publisher_confirms=publisher_confirms,
                         on_return_raises=on_return_raises)
        # Queues of a name each once, in the order they were declared.
        self._exchanges, self._queues = {}, defaultdict(dict)
        self._prefetch_count = self._prefetch_size = 0
        self._global_qos = self._close_called = False
        self.reopen_callbacks = CallbackCollection(self)
        self.__restore_lock, self.__restored = asyncio.Lock(), asyncio.Event()
        self.close_callbacks.remove(self._set_closed_callback)

    async def ready(self):
        await self._connection.ready()
        await self.__restored.wait()

    async def get_underlay_channel(self):
        await self._connection.ready()
        return await super().get_underlay_channel()

    @property
    def _is_over(self):
        return self._connection.close_called or self._connection.is_closed

    async def restore(self, channel=None):
        _warn_of(channel)
        async with self.__restore_lock:
            if not self.__restored.is_set() and not self._close_called and not self._is_over:
                await self.reopen()
                self.__restored.set()

    async def _on_close(self, closing):
        exc = await super()._on_close(closing)
        was_restored = self.__restored.is_set()
        self.__restored.clear()
        if was_restored and not (isinstance(exc, asyncio.CancelledError) or self._closed.done() or self._is_over):
            try:
                await self.restore()
            except Exception:
                if not self._is_over:
                    raise
        return exc

    async def close(self, exc=None):
        self._close_called = True
        self.__restored.clear()
        await super().close(exc)

    async def reopen(self):
        self._close_called = False
        await super().reopen()
        await self.reopen_callbacks()

    def _all_queues(self):
        return tuple(queue for named in self._queues.values() for queue in named)

    async def _on_open(self):
        if not hasattr(self, 'default_exchange'):
            await super()._on_open()
        exchanges, queues = tuple(self._exchanges.values()), self._all_queues()
        channel = await self.get_underlay_channel()
        channel.on_consumer_cancel_callbacks.add(self._on_consumer_cancel)
        await channel.basic_qos(prefetch_count=self._prefetch_count, prefetch_size=self._prefetch_size, global_=self._global_qos)
        for one in (*exchanges, *queues):
            await one.restore()
        self.default_exchange.channel = self
        self.__restored.set()

    # --- consumers that the broker has cancelled ---

    def _on_consumer_cancel(self, frame):
        from aio_pika.robust_connection import RobustConnection
        known = any(frame.consumer_tag in queue._consumers for queue in self._all_queues())
        if known and isinstance(self._connection, RobustConnection):
            self._connection._request_recovery()

    @property
    def _is_left(self):
        return self._close_called or self._closed.done()

    async def _fails_to_restore(self):
        try:
            await self.restore()
        except Exception as error:
            log.debug('Channel recovery failed; retrying', exc_info=error)
        else:
            return False
        return True

    async def _restore_consumers(self):
        """Consumes again where the broker has ended it; whether that must be tried once more."""
        if self._is_left:
            return False
        if await self._fails_to_restore():
            return True
        channel = await self.get_underlay_channel()
        recovery = asyncio.create_task(self._restore_missing_consumers(channel))
        try:
            await asyncio.wait((recovery, self._closed, channel.closing), return_when=asyncio.FIRST_COMPLETED)
            return not self._is_left and (channel.closing.done() or await recovery)
        finally:
            recovery.cancel()
            await asyncio.gather(recovery, return_exceptions=True)

    async def _restore_missing_consumers(self, channel):
        retry = False
        async with self.__restore_lock:
            for queue in self._all_queues():
                missing = [tag for tag in queue._consumers if tag not in channel.consumers]
                try:
                    if missing and not await self._consume_again(queue, missing, channel):
                        return False
                except Exception:
                    log.debug('Consumer recovery failed for %r; retrying', queue, exc_info=True)
                    retry = True
        return retry

    async def _consume_again(self, queue, tags, channel):
        """Tries the queue on a channel of its own before; whether this one is still there then."""
        trial = await channel.connection.channel(publisher_confirms=False, timeout=5)
        try:
            await queue._declare_on(trial)
        finally:
            await trial.close()
        alive = self.__restored.is_set() and not channel.is_closed
        for tag in tags if alive else ():
            given = queue._consumers.get(tag)
            if given is None or tag in channel.consumers:
                continue
            await Queue.consume(queue, consumer_tag=tag, timeout=5, **given)
            if queue._consumers.get(tag) is not given:
                await channel.basic_cancel(tag)
        return alive

    # --- exchanges and queues ---

    async def set_qos(self, prefetch_count=0, prefetch_size=0, global_=False, timeout=None, all_channels=None):
        if all_channels is not None:
            warnings.warn('Use "global_" instead of "all_channels"', DeprecationWarning)
            global_ = all_channels
        await self.ready()
        self._prefetch_count, self._prefetch_size, self._global_qos = prefetch_count, prefetch_size, global_
        return await super().set_qos(prefetch_count=prefetch_count, prefetch_size=prefetch_size, global_=global_, timeout=timeout)

    async def declare_exchange(self, name, type=ExchangeType.DIRECT, durable=False, auto_delete=False, internal=False, passive=False,
                               arguments=None, timeout=None, robust=True):
        await self.ready()
        known = self._exchanges.get(name) if passive else None
        if known is not None:
            return known
        exchange = await super().declare_exchange(name=name, type=type, durable=durable, auto_delete=auto_delete, internal=internal,
                                                  passive=passive, arguments=arguments, timeout=timeout)
        if robust and not internal:
            self._exchanges[name] = exchange
        return exchange

    async def exchange_delete(self, exchange_name, timeout=None, if_unused=False, nowait=False):
        await self.ready()
        result = await super().exchange_delete(exchange_name=exchange_name, timeout=timeout, if_unused=if_unused, nowait=nowait)
        self._exchanges.pop(exchange_name, None)
        return result

    async def declare_queue(self, name=None, *, durable=False, exclusive=False, passive=False, auto_delete=False, arguments=None,
                            timeout=None, robust=True):
        await self.ready()
        if passive and name and name in self._queues:
            return next(iter(self._queues[name]))
        queue = await super().declare_queue(name=name, durable=durable, exclusive=exclusive, passive=passive, auto_delete=auto_delete,
                                            arguments=arguments, timeout=timeout)
        if robust:
            self._queues[queue.name][queue] = None
        return queue

    async def queue_delete(self, queue_name, timeout=None, if_unused=False, if_empty=False, nowait=False):
        await self.ready()
        for queue in self._queues.pop(queue_name, ()):
            queue._consumers.clear()
        return await super().queue_delete(queue_name=queue_name, timeout=timeout, if_unused=if_unused, if_empty=if_empty, nowait=nowait)
