"""A server: it starts, serves, and ends in peace."""
import asyncio as _asyncio
import contextlib as _contextlib
import logging as _logging
import os as _os
import signal as _signal
import sys as _sys
import threading as _threading

from uvicorn.config import STARTUP_FAILURE, Config
from uvicorn.logging import style as _style

HANDLED_SIGNALS = _signal.SIGINT, _signal.SIGTERM
logger = _logging.getLogger('uvicorn.error')
_TICK = 0.1


class ServerState:
    """What the connections of a server share."""

    def __init__(self, config=None):
        self.total_requests, self.connections, self.tasks, self.config = 0, set(), set(), config
        self.on_request = lambda: None

    @property
    def default_headers(self):
        from email.utils import formatdate
        date = [(b'date', formatdate(usegmt=True).encode())] if self.config.date_header else []
        return date + self.config.encoded_headers


class Server:
    def __init__(self, config):
        self.config, self.server_state = config, ServerState(config)
        self.started = self.force_exit = self._exits = False
        self._wake, self._loop, self._captured_signals, self.last_notified = None, None, [], 0.0

    @property
    def should_exit(self):
        return self._exits

    @should_exit.setter
    def should_exit(self, value):
        self._exits = value
        if value and self._loop is not None:
            with _contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._wake.set)

    def run(self, sockets=None):
        return _asyncio.run(self.serve(sockets=sockets), loop_factory=self.config.get_loop_factory())

    async def serve(self, sockets=None):
        with self.capture_signals():
            await self._serve(sockets)

    def _log_process(self, what):
        logger.info(f'{what} server process [%d]', _os.getpid(),
                    extra={'color_message': f'{what} server process [{_style("%d", fg="cyan")}]'})

    async def _serve(self, sockets=None):
        if not self.config.loaded:
            self.config.load()
        self.lifespan = self.config.lifespan_class(self.config)
        self._log_process('Started')
        await self.startup(sockets=sockets)
        if not self.should_exit:
            await self.main_loop()
        if self.started:
            await self.shutdown(sockets=sockets)
            self._log_process('Finished')

    async def startup(self, sockets=None):
        await self.lifespan.startup()
        if self.lifespan.should_exit:
            _sys.exit(STARTUP_FAILURE)
        from uvicorn._http import HTTPProtocol
        config, loop = self.config, _asyncio.get_running_loop()
        places = [{'sock': sock} for sock in sockets] if sockets else [{'host': config.host, 'port': config.port}]
        self.servers = []
        try:
            for place in places:
                self.servers.append(await loop.create_server(
                    lambda: HTTPProtocol(config, self.server_state, self.lifespan.state), backlog=config.backlog, **place))
        except OSError as e:
            logger.error(e)
            await self.lifespan.shutdown()
            _sys.exit(STARTUP_FAILURE)
        if sockets is None:
            self._log_started_message(self.servers[0].sockets)
        self.started = True

    def _log_started_message(self, listeners):
        host = '0.0.0.0' if self.config.host is None else self.config.host
        where = '%s://[%s]:%d' if ':' in host else '%s://%s:%d'
        logger.info(f'Uvicorn running on {where} (Press CTRL+C to quit)', 'http', host,
                    self.config.port or listeners[0].getsockname()[1],
                    extra={'color_message': f'Uvicorn running on {_style(where, bold=True)} (Press CTRL+C to quit)'})

    async def main_loop(self):
        """Waits until the server is to end, which it looks at ten times a second."""
        loop = self._loop = _asyncio.get_running_loop()
        self._wake, most, config = _asyncio.Event(), self.config.limit_max_requests, self.config
        if most is not None:
            import random
            most += random.randint(0, config.limit_max_requests_jitter)
        self.server_state.on_request = lambda: most is not None and self.server_state.total_requests >= most and (
            self._wake.set())
        began, notify = loop.time(), config.callback_notify
        if notify is not None:
            await notify()
        while not self.should_exit:
            try:
                await _asyncio.wait_for(self._wake.wait(), config.timeout_notify if notify is not None else 3600)
            except TimeoutError:
                if notify is not None:
                    await notify()
                continue
            ticks = int((loop.time() - began) / _TICK) + 1
            await _asyncio.sleep(began + ticks * _TICK - loop.time())
            if not self.should_exit and most is not None and self.server_state.total_requests >= most:
                logger.info('Maximum request limit of %d exceeded. Terminating process.', most)
                break
            self._wake.clear()

    async def shutdown(self, sockets=None):
        logger.info('Shutting down')
        for server in self.servers:
            server.close()
        for sock in sockets or []:
            sock.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await _asyncio.sleep(_TICK)
        try:
            await _asyncio.wait_for(self._end_of_tasks(), self.config.timeout_graceful_shutdown)
        except TimeoutError:
            logger.error('Cancel %s running task(s), timeout graceful shutdown exceeded', len(self.server_state.tasks))
            for task in self.server_state.tasks:
                task.cancel(msg='Task cancelled, timeout graceful shutdown exceeded')
        if not self.force_exit:
            await self.lifespan.shutdown()

    async def _end_of_tasks(self):
        for what, left in (('connections to close', self.server_state.connections),
                           ('background tasks to complete', self.server_state.tasks)):
            if left and not self.force_exit:
                logger.info(f'Waiting for {what}. (CTRL+C to force quit)')
                while left and not self.force_exit:
                    await _asyncio.sleep(_TICK)
        for server in self.servers:
            await server.wait_closed()

    @_contextlib.contextmanager
    def capture_signals(self):
        if _threading.current_thread() is not _threading.main_thread():
            yield
            return
        before = {number: _signal.signal(number, self.handle_exit) for number in HANDLED_SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                _signal.signal(number, handler)
        for number in reversed(self._captured_signals):
            _signal.raise_signal(number)

    def handle_exit(self, sig, frame):
        self._captured_signals.append(sig)
        if self.should_exit and sig == _signal.SIGINT:
            self.force_exit = True
        else:
            self.should_exit = True
