"""Tells an application that it starts and that it ends, and waits for it."""
import asyncio as _asyncio
import logging as _logging

STATE_TRANSITION_ERROR = 'Got invalid state transition on lifespan protocol.'


class LifespanOn:
    def __init__(self, config):
        self.config, self.logger = config, _logging.getLogger('uvicorn.error')
        self.startup_event, self.shutdown_event, self.receive_queue = _asyncio.Event(), _asyncio.Event(), _asyncio.Queue()
        self.error_occurred = self.startup_failed = self.shutdown_failed = self.should_exit = False
        self.state = {}

    async def startup(self):
        self.logger.info('Waiting for application startup.')
        self._task = _asyncio.get_event_loop().create_task(self.main())
        await self._tell('startup', self.startup_event)

    async def shutdown(self):
        if not self.error_occurred:
            self.logger.info('Waiting for application shutdown.')
            await self._tell('shutdown', self.shutdown_event)

    async def _tell(self, stage, event):
        await self.receive_queue.put({'type': 'lifespan.' + stage})
        await event.wait()
        failed = self.startup_failed if stage == 'startup' else self.shutdown_failed
        if failed or self.error_occurred and self.config.lifespan == 'on':
            self.logger.error(f'Application {stage} failed. Exiting.')
            self.should_exit = True
        else:
            self.logger.info(f'Application {stage} complete.')

    async def main(self):
        try:
            await self.config.loaded_app({
                'type': 'lifespan', 'asgi': {'version': self.config.asgi_version, 'spec_version': '2.0'},
                'state': self.state}, self.receive_queue.get, self.send)
        except BaseException as e:
            self.error_occurred = True
            if self.startup_failed or self.shutdown_failed:
                return
            if self.config.lifespan == 'auto':
                self.logger.info("ASGI 'lifespan' protocol appears unsupported.")
            else:
                self.logger.error("Exception in 'lifespan' protocol\n", exc_info=e)
        finally:
            self.startup_event.set()
            self.shutdown_event.set()

    async def send(self, message):
        kind = message['type']
        stage, _, result = kind.removeprefix('lifespan.').partition('.')
        assert stage in ('startup', 'shutdown') and result in ('complete', 'failed')
        assert self.startup_event.is_set() == (stage == 'shutdown'), STATE_TRANSITION_ERROR
        assert not self.shutdown_event.is_set(), STATE_TRANSITION_ERROR
        (self.startup_event if stage == 'startup' else self.shutdown_event).set()
        if result == 'failed':
            setattr(self, stage + '_failed', True)
            if message.get('message'):
                self.logger.error(message['message'])


class LifespanOff:
    def __init__(self, config):
        self.should_exit, self.state = False, {}

    async def startup(self):
        pass

    shutdown = startup
