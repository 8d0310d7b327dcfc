"""Transactions of a channel."""
from aio_pika.abc import AbstractTransaction, TransactionState


class Transaction(AbstractTransaction):
    def __init__(self, channel):
        self.__channel, self.state = channel, TransactionState.CREATED

    def __repr__(self):
        return f'<{type(self).__name__} {self.state.value}>'

    def __str__(self):
        return self.state.value

    @property
    def channel(self):
        channel = self.__channel
        if channel is None or channel.is_closed:
            raise RuntimeError('Channel not opened' if channel is None else 'Closed channel')
        return channel

    async def _do(self, method, state, timeout):
        channel = await self.channel.get_underlay_channel()
        result = await getattr(channel, method)(timeout=timeout)
        self.state = state
        return result

    async def select(self, timeout=None):
        return await self._do('tx_select', TransactionState.STARTED, timeout)

    async def rollback(self, timeout=None):
        return await self._do('tx_rollback', TransactionState.ROLLED_BACK, timeout)

    async def commit(self, timeout=None):
        return await self._do('tx_commit', TransactionState.COMMITED, timeout)

    async def __aenter__(self):
        await self.select()
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        await (self.rollback() if exc_type else self.commit())
