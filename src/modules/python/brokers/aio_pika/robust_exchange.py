"""Exchanges that are declared and bound again after a connection has been lost."""
import asyncio
import warnings

from aio_pika.abc import AbstractRobustExchange, get_exchange_name
from aio_pika.exchange import Exchange, ExchangeType


def _warn_of(channel):
    if channel is not None:
        warnings.warn("Channel argument will be ignored because you don't need to pass this anymore.", DeprecationWarning)


def forget_binding(bindings, exchange, routing_key):
    name = get_exchange_name(exchange)
    for bound, key in tuple(bindings):
        if get_exchange_name(bound) == name and key == routing_key:
            bindings.pop((bound, key), None)


class RobustExchange(Exchange, AbstractRobustExchange):
    def __init__(self, channel, name, type=ExchangeType.DIRECT, **kwargs):
        super().__init__(channel, name, type, **kwargs)
        self._bindings, self.__restore_lock = {}, asyncio.Lock()

    async def restore(self, channel=None):
        _warn_of(channel)
        async with self.__restore_lock:
            if self.name == '':
                return
            await self.declare()
            for place, given in tuple(self._bindings.items()):
                await self.bind(*place, **given)

    async def bind(self, exchange, routing_key='', *, arguments=None, timeout=None, robust=True):
        result = await super().bind(exchange, routing_key=routing_key, arguments=arguments, timeout=timeout)
        if robust:
            self._bindings[(exchange, routing_key)] = {'arguments': arguments}
        return result

    async def unbind(self, exchange, routing_key='', arguments=None, timeout=None):
        result = await super().unbind(exchange, routing_key, arguments=arguments, timeout=timeout)
        forget_binding(self._bindings, exchange, routing_key)
        return result
