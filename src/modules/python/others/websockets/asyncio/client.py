"""Clients."""
import asyncio

import _websocket
from websockets._connection import SOFTWARE, Connection, Headers, Request, Response
from websockets.exceptions import InvalidHandshake, InvalidMessage, InvalidStatus, InvalidURI


class ClientConnection(Connection):
    side = 'client'


def asked_of(uri, origin, subprotocols, more, user_agent):
    """A URI's parts, and what a client that asks there says in its headers."""
    from urllib.parse import urlsplit
    parts = urlsplit(uri)
    if parts.scheme not in ('ws', 'wss'):
        raise InvalidURI(uri, "scheme isn't ws or wss")
    if not parts.hostname:
        raise InvalidURI(uri, "hostname isn't provided")
    headers = [('Upgrade', 'websocket'), ('Connection', 'Upgrade'), ('Sec-WebSocket-Key', _websocket.new_key()), ('Sec-WebSocket-Version', '13'),
               ('Sec-WebSocket-Extensions', 'permessage-deflate; client_max_window_bits')]
    if parts.username is not None:
        import base64
        pair = f'{parts.username}:{parts.password or ""}'
        headers.append(('Authorization', 'Basic ' + base64.b64encode(pair.encode()).decode()))
    if origin:
        headers.append(('Origin', origin))
    if subprotocols:
        headers.append(('Sec-WebSocket-Protocol', ', '.join(subprotocols)))
    sent = Headers(headers)
    sent.update(more)
    if user_agent is not None:
        sent['User-Agent'] = user_agent
    return parts, sent


class connect:
    """To be awaited, entered, or gone through for one connection after the other."""

    def __init__(self, uri, *, origin=None, subprotocols=None, additional_headers=None, extra_headers=None, user_agent_header=None,
                 open_timeout=10, close_timeout=10, max_size=2 ** 20, ping_interval=20, ping_timeout=20, logger=None, **options):
        self.uri, self.origin, self.subprotocols = uri, origin, subprotocols
        self.headers, self.user_agent = additional_headers or extra_headers or (), user_agent_header or SOFTWARE
        self.open_timeout, self.close_timeout, self.max_size, self.logger = open_timeout, close_timeout, max_size, logger

    async def _connected(self):
        parts, sent = asked_of(self.uri, self.origin, self.subprotocols, self.headers, self.user_agent)
        try:
            async with asyncio.timeout(self.open_timeout):
                reader, writer, status, reason, found = await _websocket.opened(self.uri, sent.raw_items(), 'websockets.connect')
                response = Response(status, reason, Headers(found))
                if status != 101:
                    response.body = bytearray(await reader.readexactly(int(response.headers.get('Content-Length', 0))))
                    writer.write_eof()
                    writer.close()
                    await writer.wait_closed()
                    raise InvalidStatus(response)
        except TimeoutError:
            raise TimeoutError('timed out during opening handshake') from None
        except ConnectionResetError as error:
            raise InvalidMessage('did not receive a valid HTTP response') from error
        path = (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
        connection = ClientConnection(Request(path, sent), response, response.headers.get('Sec-WebSocket-Protocol'), self.close_timeout,
                                      self.logger)
        connection._open(reader, writer, self.max_size)
        return connection

    def __await__(self):
        return self._connected().__await__()

    async def __aenter__(self):
        self._connection = await self._connected()
        return self._connection

    async def __aexit__(self, *error):
        await self._connection.__aexit__(*error)

    async def __aiter__(self):
        wait = 3
        while True:
            try:
                async with self as connection:
                    yield connection
                wait = 3
            except (OSError, InvalidHandshake):
                await asyncio.sleep(wait)
                wait = min(wait * 1.618, 90)


async def unix_connect(path=None, uri=None, **options):
    from _frames import not_supported
    not_supported('websockets.unix_connect', 'websockets.connect')
