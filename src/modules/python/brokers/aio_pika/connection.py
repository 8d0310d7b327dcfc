"""Connections."""
import asyncio
import contextlib

from aio_pika.abc import AbstractConnection, ConnectionParameter, UnderlayConnection
from aio_pika.channel import Channel
from aio_pika.exceptions import ConnectionClosed
from aio_pika.log import get_logger
from aio_pika.tools import CallbackCollection, _end
from aiormq.base import error_of
from aiormq.connection import parse_int
from yarl import URL

log = get_logger(__name__)


class Connection(AbstractConnection):
    """`transport`: what it has of aiormq's while it is open."""
    CHANNEL_CLASS = Channel
    PARAMETERS = (ConnectionParameter(name='interleave', parser=parse_int, is_kwarg=True),
                  ConnectionParameter(name='happy_eyeballs_delay', parser=float, is_kwarg=True))

    def __init__(self, url, loop=None, ssl_context=None, client_properties=None, **kwargs):
        self.loop = loop or asyncio.get_event_loop()
        self.transport, self._closed = None, self.loop.create_future()
        self._close_called = self._close_in_progress = False
        self.url = URL(url)
        given = {key: value for key, value in kwargs.items() if value is not None}
        self.kwargs = self._parse_parameters({**dict(self.url.query), **given})
        self.kwargs['context'] = ssl_context
        if client_properties is not None:
            self.kwargs['client_properties'] = dict(client_properties)
        self.close_callbacks, self.connected = CallbackCollection(self), asyncio.Event()

    @classmethod
    def _parse_parameters(cls, kwargs):
        given = [(one, kwargs.get(one.name, one.default)) for one in cls.PARAMETERS]
        return {one.name: one.parse(value) for one, value in given if value is not None or not one.is_kwarg}

    def __str__(self):
        return str(self.url.with_password('******') if self.url.password else self.url)

    def __repr__(self):
        return f'<{type(self).__name__}: "{self}">'

    @property
    def is_closed(self):
        return self._closed.done()

    @property
    def close_called(self):
        return self._close_called

    async def close(self, exc=ConnectionClosed):
        if self._close_in_progress:
            return
        self._close_in_progress = self._close_called = True
        transport, self.transport = self.transport, None
        try:
            if transport is not None:
                await transport.close(exc)
            _end(self._closed)
        finally:
            self._close_in_progress = False

    def closed(self):
        return asyncio.shield(self._closed)

    async def _on_connection_close(self, closing):
        self.connected.clear()
        await self.close_callbacks(error_of(closing))

    async def _on_connected(self):
        self.connected.set()

    async def connect(self, timeout=None):
        self.transport = await UnderlayConnection.connect(self.url, self._on_connection_close, timeout=timeout, **self.kwargs)
        await self._on_connected()

    def channel(self, channel_number=None, publisher_confirms=True, on_return_raises=False):
        """A channel, to be awaited or entered with `async with`."""
        if not self.transport:
            raise RuntimeError('Connection was not opened')
        log.debug('Creating AMQP channel for connection: %r', self)
        channel = self.CHANNEL_CLASS(connection=self, channel_number=channel_number, publisher_confirms=publisher_confirms,
                                     on_return_raises=on_return_raises)
        log.debug('Channel created: %r', channel)
        return channel

    async def ready(self):
        await self.connected.wait()

    def __del__(self):
        with contextlib.suppress(AttributeError, RuntimeError):
            if not self.is_closed and not self.loop.is_closed():
                asyncio.ensure_future(self.close())

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        await self.close()

    async def update_secret(self, new_secret, *, reason='', timeout=None):
        if self.transport is None:
            raise RuntimeError('Connection is not ready')
        result = await self.transport.connection.update_secret(new_secret=new_secret, reason=reason, timeout=timeout)
        self.url = self.url.with_password(new_secret)
        return result


def make_url(url=None, *, host='localhost', port=5672, login='guest', password='guest', virtualhost='/', ssl=False, ssl_options=None,
             client_properties=None, **kwargs):
    query = {key: int(value) if isinstance(value, bool) else value
             for key, value in {**kwargs, **(ssl_options or {}), **(client_properties or {})}.items() if value is not None}
    if url is not None:
        return URL(url).update_query(query)
    return URL.build(scheme='amqps' if ssl else 'amqp', host=host, port=port, user=login, password=password, path='/' + virtualhost,
                     query=query)


async def connect(url=None, *, host='localhost', port=5672, login='guest', password='guest', virtualhost='/', ssl=False, loop=None,
                  ssl_options=None, ssl_context=None, timeout=None, client_properties=None, connection_class=Connection, **kwargs):
    """A connection with the broker of an address, or of a host and a port."""
    address = make_url(url, host=host, port=port, login=login, password=password, virtualhost=virtualhost, ssl=ssl,
                       ssl_options=ssl_options, **kwargs)
    if client_properties is not None:
        kwargs['client_properties'] = client_properties
    connection = connection_class(address, loop=loop, ssl_context=ssl_context, **kwargs)
    await connection.connect(timeout=timeout)
    return connection
