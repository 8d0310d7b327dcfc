"""A client of RabbitMQ for asyncio; the broker is simulated, and what is in it lives as long as the run."""
from aio_pika import abc, patterns, pool
from aio_pika.abc import DeliveryMode
from aio_pika.channel import Channel
from aio_pika.connection import Connection, connect
from aio_pika.exceptions import AMQPException, MessageProcessError
from aio_pika.exchange import Exchange, ExchangeType
from aio_pika.log import logger
from aio_pika.message import IncomingMessage, Message
from aio_pika.queue import Queue
from aio_pika.robust_channel import RobustChannel
from aio_pika.robust_connection import RobustConnection, connect_robust
from aio_pika.robust_exchange import RobustExchange
from aio_pika.robust_queue import RobustQueue

__version__ = '10.2.1'
__all__ = ('AMQPException', 'Channel', 'Connection', 'DeliveryMode', 'Exchange', 'ExchangeType', 'IncomingMessage', 'Message',
           'MessageProcessError', 'Queue', 'RobustChannel', 'RobustConnection', 'RobustExchange', 'RobustQueue', '__version__', 'abc',
           'connect', 'connect_robust', 'logger', 'patterns', 'pool')
