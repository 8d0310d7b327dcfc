"""A connection whose callbacks an asyncio loop calls."""
import asyncio

from _amqp_clock import LoopWaiter
from pika.adapters.base_connection import BaseConnection


class _Loop:
    """An asyncio loop, as a connection wants it."""

    def __init__(self, loop):
        self.loop = loop or asyncio._get_running_loop() or asyncio.new_event_loop()
        self.waiter = LoopWaiter.of(self.loop)

    def native(self):
        return self.loop

    def call_later(self, delay, callback):
        return self.loop.call_later(delay, callback)

    def remove_timeout(self, handle):
        handle.cancel()

    def add_callback_threadsafe(self, callback):
        self.loop.call_soon_threadsafe(callback)

    def enter(self, _connection):
        self.waiter.enter()

    def leave(self, _connection):
        self.waiter.leave()

    def frames_came(self, connection):
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(connection._process_frames)


class AsyncioConnection(BaseConnection):
    def __init__(self, parameters=None, on_open_callback=None, on_open_error_callback=None, on_close_callback=None, custom_ioloop=None,
                 internal_connection_workflow=True):
        super().__init__(parameters, on_open_callback, on_open_error_callback, on_close_callback, _Loop(custom_ioloop))
