"""WebSockets of an application, over the connection of a request that asks for one."""
import asyncio as _asyncio
import logging as _logging

import _websocket
from uvicorn._http import reason, shown_client, shown_path


class ClientDisconnected(OSError):
    """Nobody is there to be sent something."""


class _Received:
    """What the connection had before the WebSocket took it."""
    _eof = False

    def __init__(self, waiting):
        self._buffer = bytearray(waiting)


class WebSocketProtocol(_websocket.Wire):
    def __init__(self, http, scope, waiting):
        self.config, self.state, self.logger = http.config, http.state, _logging.getLogger('uvicorn.error')
        self.queue, self._room, self.close_sent = _asyncio.Queue(), None, False
        self.handshake_complete = self.disconnected = False
        self._denial, self._close_timer = None, None
        headers = scope['headers']
        self.scope = {**scope, 'type': 'websocket', 'scheme': 'ws', 'http_version': '1.1', 'subprotocols': [
            each.strip() for name, value in headers if name == b'sec-websocket-protocol'
            for each in value.decode().split(',')], 'extensions': {'websocket.http.response': {}}}
        self.scope['asgi'] = {**scope['asgi'], 'spec_version': '2.4'}
        del self.scope['method']
        self._key = dict(headers).get(b'sec-websocket-key', b'').decode()
        self.state.connections.add(self)
        self.queue.put_nowait({'type': 'websocket.connect'})
        self._task = http.loop.create_task(self._run())
        self._task.add_done_callback(self.state.tasks.discard)
        self.state.tasks.add(self._task)

        class Writer:
            transport = http.transport
        super().__init__(_Received(waiting), Writer, client=False, limit=self.config.ws_max_size)

    def data_received(self, data):
        super().data_received(data)
        while self._messages:
            self._came(*self._messages.popleft())
        if self._error is not None and not self.close_sent:
            self._end(self._error.code, str(self._error))

    def _came(self, kind, data, reason=''):
        if kind == _websocket.PING:
            self.write(_websocket.PONG, data)
        elif kind == _websocket.CLOSE:
            if not self.close_sent:
                self._end(data or 1005, reason)
            else:
                self.transport.close()
        elif kind != _websocket.PONG and not self.close_sent:
            self.queue.put_nowait({'type': 'websocket.receive', 'text' if kind == _websocket.TEXT else 'bytes': data})

    def _end(self, code, reason):
        """Says that the WebSocket closes, to both sides."""
        self.queue.put_nowait({'type': 'websocket.disconnect', 'code': code, 'reason': reason})
        if code == 1005:
            self.write(_websocket.CLOSE, b'')
        else:
            self.write_close(code, reason)
        self.close_sent = True
        self.transport.close()

    def connection_lost(self, exc):
        self.queue.put_nowait({'type': 'websocket.disconnect', 'code': 1005 if self.handshake_complete else 1006})
        self.state.connections.discard(self)
        self.handshake_complete = self.disconnected = True
        if self._close_timer is not None:
            self._close_timer.cancel()
        super().connection_lost(exc)
        if exc is None:
            self.transport.close()

    def eof_received(self):
        pass

    def shutdown(self):
        if self.close_sent:
            pass
        elif self.handshake_complete:
            self.queue.put_nowait({'type': 'websocket.disconnect', 'code': 1012})
            self.write_close(1012)
        else:
            self._answer(500, [], b'Internal Server Error')
        self.transport.close()

    async def _run(self):
        try:
            result = await self.config.loaded_app(self.scope, self.queue.get, self._send)
        except ClientDisconnected:
            pass
        except BaseException:
            self.logger.exception('Exception in ASGI application\n')
            if not self.handshake_complete:
                self._answer(500, [], b'Internal Server Error')
            elif not self.close_sent and not self.transport.is_closing():
                self.close_sent = True
        else:
            if not self.handshake_complete:
                self.logger.error('ASGI callable returned without completing handshake.')
                self._answer(500, [], b'Internal Server Error')
            elif result is not None:
                self.logger.error("ASGI callable should return None, but returned '%s'.", result)
        if self._close_timer is None:
            self.transport.close()

    def _answer(self, status, headers, body):
        """An answer in place of a WebSocket."""
        self.handshake_complete = self.close_sent = True
        headers = [(name.decode(), value.decode()) for name, value in headers]
        given = {name.lower() for name, _ in headers}
        from email.utils import formatdate
        headers += [each for each in (('Date', formatdate(usegmt=True)), ('Connection', 'close'),
                                      ('Content-Length', str(len(body))), ('Content-Type', 'text/plain; charset=utf-8'))
                    if each[0].lower() not in given]
        lines = [f'HTTP/1.1 {status} {reason(status)}', *(f'{name}: {value}' for name, value in headers)]
        self.logger.info(f'connection rejected ({status} {reason(status)})')
        self.transport.write('\r\n'.join(lines).encode() + b'\r\n\r\n' + body)

    def _log(self, what):
        self.logger.info(f'%s - "WebSocket %s" {what}', shown_client(self.scope), shown_path(self.scope))

    async def _send(self, message):
        await self.drain()
        if self.disconnected:
            raise ClientDisconnected()
        kind = message['type']
        if self._denial is not None:
            if kind != 'websocket.http.response.body':
                raise RuntimeError(f"Expected ASGI message 'websocket.http.response.body' but got '{kind}'.")
            self._denial[2] += message['body']
            if not message.get('more_body', False):
                self.queue.put_nowait({'type': 'websocket.disconnect', 'code': 1006})
                self._answer(*self._denial)
                self.transport.close()
        elif not self.handshake_complete:
            self._shake(kind, message)
        elif self.close_sent:
            raise RuntimeError(f"Unexpected ASGI message '{kind}', after sending 'websocket.close'.")
        elif kind == 'websocket.send':
            if self.transport.is_closing():
                raise ClientDisconnected()
            data, text = message.get('bytes'), message.get('text')
            if data is not None:
                self.write(_websocket.BINARY, data)
            elif text is not None:
                self.write(_websocket.TEXT, text.encode())
        elif kind == 'websocket.close':
            if not self.transport.is_closing():
                code, why = message.get('code', 1000), message.get('reason', '') or ''
                self.queue.put_nowait({'type': 'websocket.disconnect', 'code': code, 'reason': why})
                self.write_close(code, why)
                self.close_sent = True
                self._close_timer = _asyncio.get_running_loop().call_later(10, self.transport.close)
        else:
            raise RuntimeError(f"Expected ASGI message 'websocket.send' or 'websocket.close', but got '{kind}'.")

    def _shake(self, kind, message):
        if kind == 'websocket.accept':
            self._log('[accepted]')
            lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade',
                     f'Sec-WebSocket-Accept: {_websocket.answer_to(self._key)}']
            lines += [f'{name.decode()}: {value.decode()}' for name, value in
                      self.state.default_headers + list(message.get('headers', []))]
            if message.get('subprotocol'):
                lines.append(f'Sec-WebSocket-Protocol: {message["subprotocol"]}')
            if not self.transport.is_closing():
                self.handshake_complete = True
                self.logger.info('connection open')
                self.transport.write('\r\n'.join(lines).encode() + b'\r\n\r\n')
        elif kind == 'websocket.close':
            self.queue.put_nowait({'type': 'websocket.disconnect', 'code': 1006})
            self._log('403')
            self._answer(403, [], b'')
            self.transport.close()
        elif kind == 'websocket.http.response.start':
            self._log(message['status'])
            self._denial = [message['status'], list(message.get('headers', [])), b'']
        else:
            raise RuntimeError("Expected ASGI message 'websocket.accept', 'websocket.close' or "
                               f"'websocket.http.response.start' but got '{kind}'.")
