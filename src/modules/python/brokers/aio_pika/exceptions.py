"""Errors: aiormq's, and those of messages and queues."""
import asyncio

import pamqp.exceptions
from aiormq.exceptions import (AMQPChannelError, AMQPConnectionError, AMQPError, AMQPException, AuthenticationError, ChannelClosed,
                               ChannelInvalidStateError, ChannelNotFoundEntity, ChannelPreconditionFailed, ConnectionClosed, DeliveryError,
                               DuplicateConsumerTag, IncompatibleProtocolError, InvalidFrameError, MethodNotImplemented,
                               ProbableAuthenticationError, ProtocolSyntaxError, PublishError)

CONNECTION_EXCEPTIONS = AMQPError, ConnectionError, OSError, RuntimeError, StopAsyncIteration, pamqp.exceptions.PAMQPException
__all__ = (
    'AMQPChannelError', 'AMQPConnectionError', 'AMQPError', 'AMQPException', 'AuthenticationError', 'CONNECTION_EXCEPTIONS',
    'ChannelClosed', 'ChannelInvalidStateError', 'ChannelNotFoundEntity', 'ChannelPreconditionFailed', 'ConnectionClosed',
    'DeliveryError', 'DuplicateConsumerTag', 'IncompatibleProtocolError', 'InvalidFrameError', 'MessageProcessError',
    'MethodNotImplemented', 'ProbableAuthenticationError', 'ProtocolSyntaxError', 'PublishError', 'QueueEmpty')


class QueueEmpty(AMQPError, asyncio.QueueEmpty):
    pass


class MessageProcessError(AMQPError):
    reason = '%s: %r'
