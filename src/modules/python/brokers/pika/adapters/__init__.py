"""Connections: one that blocks, one for asyncio, one with a loop of its own."""
from pika.adapters.asyncio_connection import AsyncioConnection
from pika.adapters.base_connection import BaseConnection
from pika.adapters.blocking_connection import BlockingConnection
from pika.adapters.select_connection import IOLoop, SelectConnection

__all__ = ['AsyncioConnection', 'BaseConnection', 'BlockingConnection', 'SelectConnection', 'IOLoop']
