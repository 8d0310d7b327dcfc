"""Exchanges: messages are published to them."""
import aiormq
from aio_pika.abc import AbstractExchange, ExchangeParamType, ExchangeType, get_exchange_name
from aio_pika.log import get_logger

log = get_logger(__name__)


class Exchange(AbstractExchange):
    def __init__(self, channel, name, type=ExchangeType.DIRECT, *, auto_delete=False, durable=False, internal=False, passive=False,
                 arguments=None):
        self._type = type.value if isinstance(type, ExchangeType) else type
        self.channel, self.name, self.auto_delete, self.durable = channel, name, auto_delete, durable
        self.internal, self.passive, self.arguments = internal, passive, arguments or {}

    def __str__(self):
        return self.name

    def __repr__(self):
        return (f'<{type(self).__name__}({self}): auto_delete={self.auto_delete}, durable={self.durable}, '
                f'arguments={self.arguments!r})>')

    async def declare(self, timeout=None):
        channel = await self.channel.get_underlay_channel()
        return await channel.exchange_declare(
            self.name, exchange_type=self._type, durable=self.durable, auto_delete=self.auto_delete, internal=self.internal,
            passive=self.passive, arguments=self.arguments, timeout=timeout)

    async def bind(self, exchange, routing_key='', *, arguments=None, timeout=None):
        """Has another exchange's messages come to this one."""
        log.debug('Binding exchange %r to exchange %r, routing_key=%r, arguments=%r', self, exchange, routing_key, arguments)
        channel = await self.channel.get_underlay_channel()
        return await channel.exchange_bind(arguments=arguments, destination=self.name, routing_key=routing_key,
                                           source=get_exchange_name(exchange), timeout=timeout)

    async def unbind(self, exchange, routing_key='', arguments=None, timeout=None):
        log.debug('Unbinding exchange %r from exchange %r, routing_key=%r, arguments=%r', self, exchange, routing_key, arguments)
        channel = await self.channel.get_underlay_channel()
        return await channel.exchange_unbind(arguments=arguments, destination=self.name, routing_key=routing_key,
                                             source=get_exchange_name(exchange), timeout=timeout)

    async def publish(self, message, routing_key, *, mandatory=True, immediate=False, timeout=None):
        """The broker's Basic.Ack; the message that came back where nobody wants it; None without confirms."""
        log.debug('Publishing message with routing key %r via exchange %r: %r', routing_key, self, message)
        if self.internal:
            raise ValueError(f"Can not publish to internal exchange: '{self.name}'!")
        if self.channel.is_closed:
            raise aiormq.exceptions.ChannelInvalidStateError('%r closed' % self.channel)
        channel = await self.channel.get_underlay_channel()
        return await channel.basic_publish(exchange=self.name, routing_key=routing_key, body=message.body, properties=message.properties,
                                           mandatory=mandatory, immediate=immediate, timeout=timeout)

    async def delete(self, if_unused=False, timeout=None):
        log.info('Deleting %r', self)
        channel = await self.channel.get_underlay_channel()
        result = await channel.exchange_delete(self.name, if_unused=if_unused, timeout=timeout)
        del self.channel
        return result
