"""Types: a message that has come, a task that can be thrown into, a frame on its way out."""
import asyncio
from abc import ABC
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from pamqp import commands as spec
from pamqp.base import Frame
from pamqp.common import FieldArray, FieldTable, FieldValue
from pamqp.header import ContentHeader
from yarl import URL

ExceptionType = BaseException | type[BaseException]
ArgumentsType = FieldTable
ConfirmationFrameType = spec.Basic.Ack | spec.Basic.Nack | spec.Basic.Reject
GetResultType = spec.Basic.GetEmpty | spec.Basic.GetOk
_DeliveryType = spec.Basic.Deliver | spec.Basic.Return | GetResultType
TimeoutType = float | int | None
URLorStr = URL | str
CoroutineType = Coroutine[Any, None, Any]
ReturnCallback, ConsumerCallback = Callable[['DeliveredMessage'], Any], Callable[['DeliveredMessage'], Coroutine]


class TaskWrapper:
    """A task that ends with the exception thrown into it, though it is cancelled."""
    __slots__ = '_exception', 'task'

    def __init__(self, task):
        self.task, self._exception = task, asyncio.CancelledError

    def throw(self, exception):
        self._exception = exception
        self.task.cancel(exception)

    async def __inner(self):
        try:
            return await self.task
        except asyncio.CancelledError as error:
            thrown = self._exception() if isinstance(self._exception, type) else self._exception
            raise thrown from (error if thrown.__cause__ is None else thrown.__cause__)

    def __await__(self):
        return self.__inner().__await__()

    def cancel(self):
        return self.throw(asyncio.CancelledError())

    def __getattr__(self, item):
        return getattr(self.task, item)

    def __repr__(self):
        return f'<{type(self).__name__}: {self.task!r}>'


TaskType = asyncio.Task | TaskWrapper


def _of(name, *kinds):
    """What the delivery says, where it is one of these."""
    return property(lambda self: getattr(self.delivery, name) if isinstance(self.delivery, kinds) else None)


@dataclass(frozen=True)
class DeliveredMessage:
    delivery: _DeliveryType
    header: ContentHeader
    body: bytes
    channel: 'AbstractChannel'

    routing_key = _of('routing_key', spec.Basic.Return, spec.Basic.GetOk, spec.Basic.Deliver)
    exchange = _of('exchange', spec.Basic.Return, spec.Basic.GetOk, spec.Basic.Deliver)
    delivery_tag = _of('delivery_tag', spec.Basic.GetOk, spec.Basic.Deliver)
    redelivered = _of('redelivered', spec.Basic.GetOk, spec.Basic.Deliver)
    consumer_tag = _of('consumer_tag', spec.Basic.Deliver)
    message_count = _of('message_count', spec.Basic.GetOk)


class ChannelFrame:
    """A frame that the writer sends; whoever wants to know when it is sent waits for `drain`."""

    def __init__(self, channel, frame, properties=None, body=b'', drain=None):
        frame.validate()
        self.channel, self.frame, self.body, self.drain = channel, frame, body, drain
        self.properties = None if properties is None else properties.as_sent()
        self.fields = {name: value for name, value in frame if name != 'ticket'}
        if self.fields.get('arguments'):
            from pamqp.encode import table
            self.fields['arguments'] = table(self.fields['arguments'])

    def send(self, link):
        link.send(self.channel, self.frame.name, self.fields, self.properties, self.body)
        if self.drain is not None and not self.drain.done():
            self.drain.set_result(None)


class AbstractFutureStore(ABC):
    pass


class AbstractBase(ABC):
    pass


class AbstractChannel(AbstractBase):
    pass


class AbstractConnection(AbstractBase):
    pass
